import Markup
import Records
import Text

/// Reads what stands in the elements of a group: who wrote what and when.
struct PostText {
  /// What one element has of its own, by numbers in `PostMarks` and in the page's blocks.
  private struct Own {
    var authors: [Int] = []
    var dates: [Int] = []
    var blocks: [Int] = []
  }

  private let page: PageBlocks
  private let marks: PostMarks
  private var reader: BlockText
  private var cache: PostNameCache

  init(_ page: PageBlocks, _ marks: PostMarks, _ cache: PostNameCache) {
    self.page = page
    self.marks = marks
    self.cache = cache
    reader = BlockText(tree: page.tree, isExcluded: page.isExcluded)
  }

  /// The posts of the members that have a text, in document order.
  ///
  /// - Parameter inner: members of another group, whose elements count as not there.
  mutating func posts(_ found: PostMembers, without inner: PostMembers? = nil) -> [Page.Post] {
    var posts: [Page.Post] = []
    reader = BlockText(tree: page.tree, isExcluded: withoutNames(found))
    for (member, own) in zip(found.members, owned(found, inner?.outermost ?? [])) where member.isPost {
      var author = marks.first(own.authors.map { marks.authors[$0] }) { marks.author($0) }
      if author == nil, found.authors == 0 { author = firstName(in: own.blocks) }
      let date = marks.first(own.dates.map { marks.dates[$0] }) { marks.date($0) }
      if author == nil && date == nil { continue }
      let text = text(of: member, own.blocks, besides: (author?.node ?? -1, date?.node ?? -1))
      if text.isEmpty { continue }
      posts.append(Page.Post(author: author?.text, date: date?.text, text: text, rule: found.group.rule))
    }
    return posts
  }

  /// For each node whether it is left out of texts: as on the whole page, and the members' own authors and dates.
  private func withoutNames(_ found: PostMembers) -> [Bool] {
    var isExcluded = page.isExcluded
    for member in found.members {
      let (author, date) = marks.nodes(member)
      for node in [author, date] where node >= 0 && !page.tree.isText(node) && page.tree.end(of: node) - node < 20 {
        isExcluded[node] = true
      }
    }
    return isExcluded
  }

  private func owned(_ found: PostMembers, _ gaps: [Range<HTMLTree.Node>]) -> [Own] {
    var owned = [Own](repeating: Own(), count: found.members.count)
    _ = PostMembers.assign(marks.authorNodes, to: found.members, gaps) { owned[$1].authors.append($0) }
    _ = PostMembers.assign(marks.dateNodes, to: found.members, gaps) { owned[$1].dates.append($0) }
    _ = PostMembers.assign(marks.blockStarts, to: found.members, gaps) { owned[$1].blocks.append($0) }
    for place in owned.indices {
      PostText.sort(&owned[place].authors, marks.authors)
      PostText.sort(&owned[place].dates, marks.dates)
    }
    return owned
  }

  /// Puts the numbers of marks in the order of their ranks.
  private static func sort(_ numbers: inout [Int], _ marks: [PostMarks.Mark]) {
    if numbers.count > 1 { numbers.sort { (marks[$0].rank, $0) < (marks[$1].rank, $1) } }
  }

  /// The first short thing that stands out among the first blocks, where nothing is called an author.
  private func firstName(in blocks: [Int]) -> (text: String, node: HTMLTree.Node)? {
    let tree = page.tree
    for block in blocks.prefix(4).map({ page.blocks[$0] }) where block.measure.words <= 12 {
      for node in [block.anchor] + block.nodes where !tree.isText(node) || block.measure.words <= 3 {
        let isMarked = [.strong, .b, .cite, .a, .dt, .h3, .h4, .h5, .h6].contains(tree.tag(of: node))
        guard isMarked || tree.isText(node) else { continue }
        let written =
          tree.isText(node) ? String(decoding: tree.bytes(of: node), as: UTF8.self) : tree.foldedText(of: node)
        guard let name = PostMarks.name(written), name.utf8.count <= 30 else { continue }
        if name.split(separator: " ").count <= 3 { return (name, node) }
      }
    }
    return nil
  }

  /// The member's text, a line for each block.
  private mutating func text(
    of member: PostMembers.Member, _ own: [Int], besides named: (HTMLTree.Node, HTMLTree.Node)
  ) -> String {
    let body = body(of: member, own, besides: named)
    var lines: [String] = []
    for block in own.map({ page.blocks[$0] }) {
      if let body {
        guard body.contains(block.nodes.lowerBound) else { continue }
      } else if block.isLabel(naming: named, page.tree) || block.measure.linkBytes * 2 > block.measure.bytes {
        continue
      }
      if standsBeside(block, in: body?.lowerBound ?? member.node) { continue }
      let text = reader.read(block).block.text
      if !text.isEmpty { lines.append(text) }
    }
    if lines.isEmpty { lines = own.map { reader.read(page.blocks[$0]).block.text }.filter { !$0.isEmpty } }
    return lines.joined(separator: "\n")
  }

  /// The element in the member that holds what was written: by its property, else the one of those so called that has
  /// most words.
  private mutating func body(
    of member: PostMembers.Member, _ own: [Int], besides named: (HTMLTree.Node, HTMLTree.Node)
  ) -> Range<HTMLTree.Node>? {
    guard let last = own.last else { return nil }
    let tree = page.tree
    // Those surely so called, and those that may be.
    var best: [(words: Int32, node: HTMLTree.Node)] = [(0, -1), (0, -1)]
    let end = min(page.blocks[last].nodes.upperBound, member.node + PostText.mostNodes)
    for node in (member.node + 1)..<max(member.node + 1, end) {
      let words = page.survey.words[node]
      guard words > 0, !tree.isText(node) else { continue }
      if let property = tree.attribute(.itemprop, of: node), PostText.properties.contains(where: property.elementsEqual)
      {
        return node..<tree.end(of: node)
      }
      guard words > min(best[0].words, best[1].words) else { continue }
      let names = names(of: node)
      let range = node..<tree.end(of: node)
      guard !names.isDisjoint(with: [.body, .part]), !range.contains(named.0), !range.contains(named.1) else {
        continue
      }
      let kind = names.contains(.body) ? 0 : 1
      if words > best[kind].words { best[kind] = (words, node) }
    }
    for (kind, share) in [(0, 10), (1, 40)]
    where best[kind].words > 0 && best[kind].words * 100 >= member.words * Int32(share) {
      return best[kind].node..<tree.end(of: best[kind].node)
    }
    return nil
  }

  /// How many nodes of a member are looked at.
  private static let mostNodes = 2000
  private static let properties = ["text", "commentText", "articleBody", "reviewBody"].map { Array($0.utf8) }

  private mutating func names(of node: HTMLTree.Node) -> PostNames {
    let id = page.tree.attribute(.id, of: node).map { cache.names(of: $0) } ?? []
    return (page.tree.attribute(.class, of: node).map { cache.names(ofClasses: $0) } ?? []).union(id)
  }

  /// Whether an element around the block, below that one, is called a signature or the like.
  private mutating func standsBeside(_ block: TextBlock, in element: HTMLTree.Node) -> Bool {
    var next: HTMLTree.Node? = block.anchor
    var left = 40
    while let node = next, node > element, left > 0 {
      if names(of: node).contains(.beside) { return true }
      if [.form, .button, .nav, .footer, .select].contains(page.tree.tag(of: node)) { return true }
      next = page.tree.parent(of: node)
      left -= 1
    }
    return false
  }
}
