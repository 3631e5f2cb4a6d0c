import Records

/// A row for each comment on a page.
package enum CommentsOrigin: OriginKind {
  package static let name = "comments"
  package static let meaning = "A row for each comment that readers left on a page."
  package static let fields = [
    (name: "text", meaning: "what was written, a line for each block"),
    (name: "author", meaning: "who wrote it, as the page names them"),
    (name: "date", meaning: "when, as written"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] { page.page.comments.map(PagePart.init) }
}
