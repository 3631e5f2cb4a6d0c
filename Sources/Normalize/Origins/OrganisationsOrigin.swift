/// A row for each place at which a page's text names an organisation.
package enum OrganisationsOrigin: OriginKind {
  package static let name = "organisations"
  package static let meaning = """
    A row for each place at which the main text names an organisation, as far as the name tells that it is one: by a \
    word such as University, Institut or Ministerio, a form of company, letters in brackets behind it; and those that \
    the page describes for machines.
    """
  package static let fields = [
    (name: "name", meaning: "its name; for letters that stand for it, the name they were given for"),
    (name: "written", meaning: "the name as it is written there"),
    (name: "acronym", meaning: "the letters the page gives for it in brackets"),
    (name: "sentence", meaning: "the sentence"),
    (
      name: "rule",
      meaning: "what told that it is one: `head word`, `company`, `letters in brackets`, `letters` or `described`"
    ),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    let (text, mentions) = page.analysis.mentions(of: page)
    return mentions.map { mention in
      var part = mention.part(in: text)
      part.fields["acronym"] = mention.acronym
      return part
    }
  }
}
