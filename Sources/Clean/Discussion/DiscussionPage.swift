import Records

/// How sure it is that a page is itself a discussion.
enum DiscussionEvidence: Comparable, Sendable {
  case none
  /// A word in the address that other pages have too.
  case weak
  case strong
}

/// What tells that the page is a discussion: what it describes, what made it, its address.
func discussionEvidence(
  _ things: DescribedThings, _ metas: MetaElements, _ page: Page, address: String
) -> DiscussionEvidence {
  if things.things.contains(where: { discussionTypes.contains($0.type) }) { return .strong }
  if let generator = metas.first(["generator"])?.content, forumSoftware.finds(in: generator) { return .strong }
  let parts = address.lowercased().split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
  guard parts.count > 1, parts[0].hasSuffix(":") else { return page.kind?.value == "forum" ? .weak : .none }
  if parts[1].split(separator: ".").dropLast().contains(where: { forumHosts.contains(String($0)) }) { return .strong }
  let words = (parts.count > 2 ? parts[2] : "").split { "/.?=&".contains($0) }.map(String.init)
  if words.contains(where: isOfForum) { return .strong }
  let isMixed = words.contains(where: mixedWords.contains)
  if page.kind?.value == "forum" { return isMixed ? .strong : .weak }
  return isMixed ? .weak : .none
}

private let discussionTypes: Set<String> = ["DiscussionForumPosting", "QAPage"]

private let forumSoftware = WordSearch([
  "phpbb", "vbulletin", "xenforo", "discourse", "flarum", "mybb", "nodebb", "invision", "vanilla forums", "fluxbb",
  "simple machines", "woltlab", "bbpress", "askbot",
])

private let forumHosts: Set<String> = [
  "forum", "forums", "foren", "board", "boards", "bbs", "discuss", "discussion", "discussions", "talk", "tieba",
]

/// Whether a part of a path is what forums call their pages, such as `viewtopic`, `t` or `thread-12`.
private func isOfForum(_ word: String) -> Bool {
  forumWords.contains(word) || (word.hasPrefix("thread-") && word.last?.isNumber == true)
}

private let forumWords: Set<String> = [
  "forum", "forums", "thread", "threads", "viewtopic", "showthread", "t", "boards", "bbs", "ubbthreads", "topic_show",
]

private let mixedWords: Set<String> = [
  "topic", "topics", "discussion", "discussions", "question", "questions", "community", "answers", "d", "talk", "qa",
]
