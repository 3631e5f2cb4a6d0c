import Markup

/// The elements of a group with what stands in each and in none of the group's elements inside it.
struct PostMembers {
  /// One element with what it has of its own.
  struct Member {
    var node: HTMLTree.Node
    var end: HTMLTree.Node
    /// The number in `PostMarks` of the most trusted mark of each kind; -1 where there is none.
    var author = -1
    var date = -1
    /// Words outside links and outside the blocks that name author and date.
    var words: Int32 = 0

    var isPost: Bool { words > 0 && (author >= 0 || date >= 0) }
    var isWhole: Bool { isPost && author >= 0 && date >= 0 }
  }

  let group: PostGroups.Group
  private(set) var members: [Member]
  /// How many steps it took.
  private(set) var steps = 0
  /// How sure it is that the members are posts. Where some name author and date, others that name one alone tell against
  /// it; types and names tell for it.
  private(set) var worth = 0
  private(set) var words = 0
  /// How many have text with an author or a date; how many with both.
  private(set) var posts = 0
  private(set) var wholePosts = 0
  private(set) var authors = 0

  /// - Parameter inner: members of another group, whose elements count as not there.
  init(_ group: PostGroups.Group, _ marks: PostMarks, _ page: PageBlocks, without inner: PostMembers? = nil) {
    self.group = group
    members = group.nodes.map { Member(node: $0, end: page.tree.end(of: $0)) }
    let gaps = inner?.outermost ?? []
    steps += PostMembers.assign(marks.authorNodes, to: members, gaps) { item, place in
      if isBetter(marks.authors, item, than: members[place].author) { members[place].author = item }
    }
    steps += PostMembers.assign(marks.dateNodes, to: members, gaps) { item, place in
      if isBetter(marks.dates, item, than: members[place].date) { members[place].date = item }
    }
    steps += PostMembers.assign(marks.blockStarts, to: members, gaps) { item, place in
      let block = page.blocks[item]
      if block.isLabel(naming: marks.nodes(members[place]), page.tree) { return }
      members[place].words += max(0, block.measure.words - block.linkedWords)
    }
    if group.names.contains(.comment), !group.isTyped { findInlineText(marks, page, gaps) }
    countUp()
  }

  /// Where an element's text stands in one block with its author and date, counts what is left of it.
  private mutating func findInlineText(_ marks: PostMarks, _ page: PageBlocks, _ gaps: [Range<HTMLTree.Node>]) {
    var (all, unlinked) = ([Int32](repeating: 0, count: members.count), [Int32](repeating: 0, count: members.count))
    steps += PostMembers.assign(marks.blockStarts, to: members, gaps) { item, place in
      let block = page.blocks[item]
      all[place] += block.measure.words
      unlinked[place] += block.measure.words - block.linkedWords
    }
    for (place, member) in members.enumerated() where member.words == 0 && unlinked[place] >= PostMembers.fewestInline {
      let left = min(unlinked[place], all[place] - Int32(marks.words(member)) - PostMembers.wordsAround)
      if left >= PostMembers.fewestInline { members[place].words = left }
    }
  }

  /// How many words such a text has at least, and how many stand around author and date, as in `by` and `on`.
  private static let fewestInline: Int32 = 3
  private static let wordsAround: Int32 = 2

  private mutating func countUp() {
    var (whole, part) = (0, 0)
    for member in members where member.isPost {
      words += Int(member.words)
      posts += 1
      if member.author >= 0 { authors += 1 }
      if member.isWhole { wholePosts += 1 }
      if member.isWhole { whole += min(Int(member.words), 10) } else { part += min(Int(member.words), 10) }
    }
    worth = max(3 * whole - part, part)
    worth *= trust
  }

  /// How much the group's types and names tell for posts.
  var trust: Int { group.isTyped || !group.names.isDisjoint(with: [.comment, .post]) ? 2 : 1 }

  private func isBetter(_ marks: [PostMarks.Mark], _ item: Int, than other: Int) -> Bool {
    other < 0 || marks[item].rank < marks[other].rank
  }

  /// The ranges of the members that stand in no other member.
  var outermost: [Range<HTMLTree.Node>] {
    var ranges: [Range<HTMLTree.Node>] = []
    for member in members where member.node >= ranges.last?.upperBound ?? 0 { ranges.append(member.node..<member.end) }
    return ranges
  }

  /// Calls `body` with each item, given by its node, and the innermost member that holds it; gives the steps it took.
  ///
  /// - Parameters:
  ///   - items: nodes in document order.
  ///   - gaps: ranges in document order that are left out.
  static func assign(
    _ items: [HTMLTree.Node], to members: [Member], _ gaps: [Range<HTMLTree.Node>], _ body: (Int, Int) -> Void
  ) -> Int {
    var (open, next, gap, steps) = ([Int](), 0, 0, 0)
    var item = items.partitioningIndex { $0 >= members[0].node }
    while item < items.count {
      steps += 1
      let node = items[item]
      while next < members.count, members[next].node <= node {
        while let last = open.last, members[last].end <= members[next].node { open.removeLast() }
        open.append(next)
        next += 1
        steps += 1
      }
      while let last = open.last, members[last].end <= node { open.removeLast() }
      while gap < gaps.count, gaps[gap].upperBound <= node { gap += 1 }
      if let last = open.last {
        if gap == gaps.count || gaps[gap].lowerBound > node { body(item, last) }
        item += 1
      } else if next < members.count {
        let start = members[next].node
        item = max(item + 1, items.partitioningIndex { $0 >= start })
      } else {
        break
      }
    }
    return steps
  }

  /// Whether each of its elements stands inside one of the other's, and none is one of them.
  func isInside(_ other: PostMembers) -> Bool {
    var reach: [HTMLTree.Node] = []
    for member in other.members { reach.append(max(reach.last ?? 0, member.end)) }
    return members.allSatisfy { member in
      let place = other.members.partitioningIndex { $0.node >= member.node }
      let isOne = place < other.members.count && other.members[place].node == member.node
      return place > 0 && !isOne && reach[place - 1] >= member.end
    }
  }
}

extension TextBlock {
  /// Whether the block is a short one that stands in one of these elements or holds one of them.
  func isLabel(naming nodes: (HTMLTree.Node, HTMLTree.Node), _ tree: HTMLTree) -> Bool {
    measure.words <= 25 && (overlaps(nodes.0, tree) || overlaps(nodes.1, tree))
  }

  private func overlaps(_ node: HTMLTree.Node, _ tree: HTMLTree) -> Bool {
    node >= 0 && node < nodes.upperBound && nodes.lowerBound < max(node + 1, tree.end(of: node))
  }
}
