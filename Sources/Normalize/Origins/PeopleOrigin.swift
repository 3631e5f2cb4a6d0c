/// A row for each place at which a page's text names a person.
package enum PeopleOrigin: OriginKind {
  package static let name = "people"
  package static let meaning = """
    A row for each place at which the main text names a person, as far as something beside the name tells: the page's \
    own authors and described persons, a title (`Dr Moss`), a role (`its director Ada Moss`, `Ada Moss, a botanist at \
    the Skerry Trust,`), an age, a verb of speech; and a last name once the full name is known.
    """
  package static let fields = [
    (name: "name", meaning: "the fullest form of the name on the page, without titles"),
    (name: "written", meaning: "the name as it is written there"),
    (name: "role", meaning: "what the sentence says the person is, where it does"),
    (name: "organisation", meaning: "where the person is that, where the sentence says so"),
    (name: "sentence", meaning: "the sentence"),
    (
      name: "rule",
      meaning: """
      what told that it is a person: `apposition`, `role before`, `title`, `who`, `age`, `affiliation`, `speech`, \
      `pronoun`, `speaker`, `described` or `named elsewhere`
      """
    ),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    let (text, organisations) = page.analysis.mentions(of: page)
    let people = PeopleFinder(text, organisations: organisations)
    return people.mentions.map { mention in
      var part = mention.part(in: text)
      part.fields["role"] = mention.role
      part.fields["organisation"] = mention.organisation
      return part
    }
  }
}

extension Mention {
  /// The row with what all mentions have.
  func part(in text: MentionText) -> PagePart {
    PagePart(
      [
        "name": name, "written": text.page.string(range), "rule": rule,
        "sentence": text.page.string(text.sentence(block, around: range)),
      ], range: range)
  }
}
