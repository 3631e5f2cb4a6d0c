import Markup
import Records
import Text

/// The elements and texts that may name the author or date of something written, in document order.
struct PostMarks {
  /// One of them; a lower rank is more to be trusted.
  struct Mark {
    var node: HTMLTree.Node
    var rank: Int
  }

  private(set) var authors: [Mark] = []
  private(set) var dates: [Mark] = []
  /// The nodes of the marks, and the first node of each block.
  let authorNodes: [HTMLTree.Node]
  let dateNodes: [HTMLTree.Node]
  let blockStarts: [HTMLTree.Node]
  private let tree: HTMLTree

  /// Looks in these nodes, which are in document order.
  init(_ page: PageBlocks, in ranges: [Range<HTMLTree.Node>], _ cache: inout PostNameCache) {
    var found = PostMarkFinder(page.tree)
    for range in ranges {
      var node = range.lowerBound
      while node < range.upperBound {
        let isMeta = page.tree.tag(of: node) == .meta
        if page.isExcluded[node], !isMeta {
          node = page.tree.end(of: node)
          continue
        }
        if page.tree.isText(node) {
          found.readText(node)
        } else if !found.readElement(node, &cache) {
          node = page.tree.end(of: node)
          continue
        }
        node += 1
      }
    }
    (tree, authors, dates) = (page.tree, found.authors, found.dates)
    authorNodes = authors.map(\.node)
    dateNodes = dates.map(\.node)
    blockStarts = page.blocks.map(\.nodes.lowerBound)
  }

  /// How many words the marks of a member are.
  func words(_ member: PostMembers.Member) -> Int {
    let (author, date) = nodes(member)
    return [author, date].filter { $0 >= 0 }.reduce(0) { $0 + wordCount(tree.foldedText(of: $1, mostNodes: 20)) }
  }

  /// The nodes of a member's best marks; -1 where there is none.
  func nodes(_ member: PostMembers.Member) -> (HTMLTree.Node, HTMLTree.Node) {
    (member.author < 0 ? -1 : authors[member.author].node, member.date < 0 ? -1 : dates[member.date].node)
  }

  /// What the first of these marks that says anything says, and its node.
  func first(_ marks: [Mark], _ read: (Mark) -> String?) -> (text: String, node: HTMLTree.Node)? {
    for place in marks.indices.prefix(8) {
      let (mark, next) = (marks[place], place + 1 < marks.count ? marks[place + 1] : marks[place])
      // Of two that are alike the inner one has less beside it.
      let isInside = next.rank == mark.rank && next.node > mark.node && next.node < tree.end(of: mark.node)
      for mark in isInside ? [next, mark] : [mark] {
        if let text = read(mark) { return (text, mark.node) }
      }
    }
    return nil
  }

  /// Who the mark names, as written; nil where it names nobody.
  func author(_ mark: Mark) -> String? {
    let node = mark.node
    if [.meta, .link].contains(tree.tag(of: node)) {
      return tree.text(ofAttribute: .content, of: node).flatMap(PostMarks.name)
    }
    let inside = (node + 1)..<max(node + 1, min(tree.end(of: node), node + 80))
    for inner in inside where tree.attribute(.itemprop, of: inner)?.elementsEqual("name".utf8) == true {
      let written = tree.text(ofAttribute: .content, of: inner) ?? tree.foldedText(of: inner, mostNodes: 30)
      if let name = PostMarks.name(written) { return name }
    }
    if mark.rank < 3, let name = PostMarks.name(tree.foldedText(of: node, mostNodes: 40)) { return name }
    for inner in inside where tree.isText(inner) {
      if let name = PostMarks.name(String(decoding: tree.bytes(of: inner), as: UTF8.self)) { return name }
    }
    return nil
  }

  /// The name in what was written, without `by` and `says`.
  static func name(_ written: String) -> String? {
    guard written.utf8.count < 200 else { return nil }
    var words = nfc(foldingWhiteSpace(written)).split(separator: " ").map(String.init)
    func plain(_ word: String?) -> String { (word ?? "").lowercased().trimming { ":,.·•|»-–—()[]#>".contains($0) } }
    while let first = words.first, leadIns.contains(plain(first)) { words.removeFirst() }
    while let last = words.last, leadOuts.contains(plain(last)) { words.removeLast() }
    let name = words.joined(separator: " ").trimming { " :,·•|»–—-".contains($0) }
    guard !name.isEmpty, name.utf8.count <= 60, words.count <= 6, !noNames.contains(name.lowercased()) else {
      return nil
    }
    guard name.contains(where: \.isLetter), !name.hasPrefix("#"), !name.contains("/") else { return nil }
    if ["post", "reply", "comment"].contains(plain(words.first)), name.contains(where: \.isNumber) { return nil }
    if words.count > 1, words[0].allSatisfy(\.isNumber) { return nil }
    return writtenDate(in: name) == nil && !isRelativeDate(name) ? name : nil
  }

  private static let leadIns: Set<String> = [
    "", "by", "von", "par", "por", "di", "from", "posted", "author", "written", "submitted", "started", "kommentar",
    "comment", "comentario", "commentaire", "user", "author:",
  ]
  private static let leadOuts: Set<String> = [
    "", "says", "said", "wrote", "schreibt", "sagt", "dit", "dice", "on", "replied", "commented", "posted", "asked",
    "answered", "dijo", "escribió", "écrit", "skriver", "pisze", "meint", "write", "at",
  ]
  private static let noNames: Set<String> = [
    "reply", "replies", "report", "member", "members", "user", "users", "author", "op", "quote", "profile", "posts",
    "view profile", "joined", "location", "moderator", "administrator", "admin", "registered", "offline", "online",
    "new member", "senior member", "follow", "edit", "share", "like", "link", "permalink", "author replies", "guests",
    "participant", "original poster", "threadstarter", "thread starter", "topic author", "author stats", "more",
  ]

  /// When the mark says, as written, in the machine's form where there is one; nil where it says nothing.
  func date(_ mark: Mark) -> String? {
    let node = mark.node
    if tree.isText(node) { return shown(String(decoding: tree.bytes(of: node), as: UTF8.self)) }
    for name in [AttributeName.datetime, .content] {
      let written = foldingWhiteSpace(tree.text(ofAttribute: name, of: node) ?? "")
      if !written.isEmpty, written.utf8.count < 60, written.contains(where: \.isNumber) { return nfc(written) }
    }
    if let title = tree.text(ofAttribute: .title, of: node), writtenDate(in: title) != nil { return shown(title) }
    let text = tree.foldedText(of: node, mostNodes: 20)
    return PostMarkFinder.isOfSomethingElse(Array(text.utf8)[...]) ? nil : shown(text)
  }

  /// The date in a text: all of it where it is short.
  private func shown(_ written: String) -> String? {
    let whole = nfc(foldingWhiteSpace(written))
    let pieces = whole.split { "»|·•".contains($0) }.map(String.init)
    let piece = pieces.count > 1 ? pieces.first { writtenDate(in: $0) != nil || isShortDate($0) } : nil
    let text = (piece ?? whole).trimming { " ,:;·•|»–—-()".contains($0) }
    let date = writtenDate(in: text)
    if isRelativeDate(text) || isShortDate(text) { return text }
    guard text.contains(where: \.isNumber), date != nil || text.utf8.count < 20 else { return nil }
    return text.utf8.count <= 50 ? text : date
  }
}

/// Whether a text is a date in numbers alone with a short year, as forums write it, such as `11-19-02, 06:39 PM`.
func isShortDate(_ text: String) -> Bool {
  guard text.utf8.count < 30 else { return false }
  let bytes = Array(text.utf8)
  let date = bytes.prefix { $0 &- 48 < 10 || [0x2D, 0x2E, 0x2F].contains($0) }
  let parts = date.split(omittingEmptySubsequences: false) { $0 &- 48 >= 10 }
  return parts.count == 3 && parts.allSatisfy { (1...2).contains($0.count) } && bytes.contains(0x3A)
}

/// Whether a text says how long ago something was, as `3 days ago` does.
func isRelativeDate(_ text: String) -> Bool {
  guard text.utf8.count < 40, relativeWords.finds(in: text) else { return false }
  let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
  guard let last = words.last else { return false }
  if last == "ago" || words[0] == "vor" && words.count > 2 || text.hasSuffix("前") { return true }
  return ["yesterday", "today", "gestern", "heute"].contains(words[0]) && words.count < 5
}

/// One of them is in every text that says how long ago something was.
private let relativeWords = WordSearch(["ago", "vor", "前", "yesterday", "today", "gestern", "heute"])
