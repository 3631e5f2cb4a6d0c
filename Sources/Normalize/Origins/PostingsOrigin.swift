import Records

/// A row for each posting of a page saved as text, where a line such as `US, MA, Boston` opens one.
package enum PostingsOrigin: OriginKind {
  package static let name = "postings"
  package static let meaning = """
    A row for each posting that a line such as `US, MA, Boston` or `GB, London` opens: a country's code of ISO 3166, \
    perhaps a region, a city. What follows up to the next such line, its title or a heading is the body; without a body \
    there is no row.
    """
  package static let fields = [
    (
      name: "title",
      meaning: """
      the short line above the place, or below it, where the page has one for each posting; else what the first \
      sentences call the post
      """
    ),
    (name: "title_source", meaning: "`stated` for such a line, `inferred` for a title out of a sentence"),
    (name: "where", meaning: "the line of the place as written"),
    (name: "country", meaning: "its country, ISO 3166-1"),
    (name: "region", meaning: "its region as written, where there is one"),
    (name: "city", meaning: "its city"),
    (name: "body", meaning: "what the posting says, a line for each block"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] { PostingsReader(page)?.parts ?? [] }
}
