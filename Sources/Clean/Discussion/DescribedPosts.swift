import JSONText
import Records
import Text

/// The posts or comments that a page's JSON-LD describes, in its order.
struct DescribedPosts {
  /// Posts of a discussion, answers among them.
  private(set) var posts: [Page.Post] = []
  /// Comments on any other work.
  private(set) var comments: [Page.Post] = []

  init(_ data: StructuredData) {
    for item in data.items where item.syntax == .jsonLD { read(item.json, depth: 0) }
  }

  private mutating func read(_ value: JSON, depth: Int) {
    guard depth < DescribedPosts.mostDepth, posts.count + comments.count < DescribedPosts.most else { return }
    switch value {
    case .array(let elements): for element in elements { read(element, depth: depth + 1) }
    case .object(let members):
      let types = value.types
      if types.contains("QAPage") {
        for question in value["mainEntity"]?.each ?? [] { readPost(question, depth: depth + 1) }
      } else if types.contains(where: DescribedPosts.discussions.contains) {
        readPost(value, depth: depth)
      } else {
        for comment in value["comment"]?.each ?? [] { readComment(comment, depth: depth + 1) }
        for member in members where ["mainEntity", "mainEntityOfPage", "@graph"].contains(member.name) {
          read(member.value, depth: depth + 1)
        }
      }
    default: break
    }
  }

  private static let mostDepth = 40
  private static let most = 20_000
  private static let discussions: Set<String> = ["DiscussionForumPosting", "SocialMediaPosting"]

  private mutating func readPost(_ value: JSON, depth: Int) {
    guard depth < DescribedPosts.mostDepth, posts.count < DescribedPosts.most else { return }
    if let post = post(value) { posts.append(post) }
    for name in ["acceptedAnswer", "suggestedAnswer", "comment"] {
      for answer in value[name]?.each ?? [] { readPost(answer, depth: depth + 1) }
    }
  }

  private mutating func readComment(_ value: JSON, depth: Int) {
    guard depth < DescribedPosts.mostDepth, comments.count < DescribedPosts.most else { return }
    if let post = post(value) { comments.append(post) }
    for answer in value["comment"]?.each ?? [] { readComment(answer, depth: depth + 1) }
  }

  private func post(_ value: JSON) -> Page.Post? {
    let written = ["text", "articleBody", "description"].lazy.compactMap { value[$0]?.text }.first ?? ""
    let lines = written.split(whereSeparator: \.isNewline).map { readableText(String($0)) }.filter { !$0.isEmpty }
    let date = ["datePublished", "dateCreated", "uploadDate"].lazy.compactMap { value[$0]?.text }.first
    let author = value["author"]?.each.first?.name.flatMap { $0.isEmpty ? nil : $0 }
    guard !lines.isEmpty, author != nil || date != nil else { return nil }
    return Page.Post(
      author: author, date: date.map { nfc(foldingWhiteSpace($0)) }, text: lines.joined(separator: "\n"),
      rule: "jsonLD \(value.types.first ?? "text")")
  }
}
