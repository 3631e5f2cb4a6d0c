import Testing

@testable import Clean

struct PostNamesTests {
  private let told: [(String, PostNames)] = [
    ("author", .author), ("byline", .byline), ("comment", .comment), ("beside", .beside), ("other date", .otherDate),
    ("body", .body),
  ]

  @Test(arguments: [
    ("comment", "comment"), ("comment-author", "author comment"), ("UserName", "author"), ("h-user-x", "byline"),
    ("postbody", "body"), ("comment-form", "beside"), ("fn", "author"), ("fnord", ""), ("joined-date", "other date"),
    ("MessageCard", ""), ("message-body", "body"), ("recent-comments", "beside"), ("has-comments", "beside"), ("", ""),
    ("7", ""),
  ])
  func `tells what a name says`(name: String, expected: String) {
    let names = PostNames(of: Array(name.utf8)[...])
    #expect(told.filter { names.contains($0.1) }.map(\.0).joined(separator: " ") == expected)
  }

  @Test func `all words of a class count, and what stands beside is no author`() {
    var cache = PostNameCache()
    #expect(cache.names(ofClasses: Array("big author".utf8)[...]) == [.byline])
    #expect(!cache.names(ofClasses: Array("author avatar".utf8)[...]).contains(.byline))
    #expect(cache.names(ofClasses: Array("big author".utf8)[...]) == [.byline])
  }
}
