import Records

/// A row for each post on a page.
package enum PostsOrigin: OriginKind {
  package static let name = "posts"
  package static let meaning = "A row for each post of a page that is a discussion, such as a forum's."
  package static let fields = [
    (name: "text", meaning: "what was written, a line for each block"),
    (name: "author", meaning: "who wrote it, as the page names them"),
    (name: "date", meaning: "when, as written"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] { page.page.posts.map(PagePart.init) }
}

extension PagePart {
  /// What a person wrote; author and date tell it from others of the same text.
  init(_ post: Page.Post) {
    self.init(
      ["text": post.text, "author": post.author, "date": post.date],
      identity: [post.author ?? "", post.date ?? "", post.text])
  }
}
