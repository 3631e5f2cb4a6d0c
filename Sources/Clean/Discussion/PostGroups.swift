import Markup

/// Groups of elements that are called alike and may be the posts or comments of a page.
struct PostGroups {
  /// Elements that share a class name, an id but for its number, or their being items of a discussion.
  struct Group {
    /// In document order.
    var nodes: [HTMLTree.Node] = []
    var names: PostNames
    /// What they share, such as `class comment`.
    var rule: String
    /// Whether their types say that they are posts or comments.
    var isTyped = false
  }

  /// In the order in which the first element of each stands.
  private(set) var all: [Group] = []
  private var places: [UInt32: Int] = [:]
  private let page: PageBlocks
  private let tree: HTMLTree
  private let takesAll: Bool

  /// - Parameters:
  ///   - takesAll: whether every name counts, not those of comments alone.
  ///   - main: the element with the main text, which no comment holds.
  ///   - mostMembers: how many memberships are noted at most.
  init(
    _ page: PageBlocks, takesAll: Bool, main: HTMLTree.Node, mostMembers: Int, _ cache: inout PostNameCache
  ) {
    (self.page, tree, self.takesAll) = (page, page.tree, takesAll)
    let survey = page.survey
    let comment = NameGroups.Group.comment.rawValue
    var members = 0
    for node in 0..<tree.count where survey.blockEnd[node] > 0 && members < mostMembers {
      guard survey.words[node] > survey.linked[node] else { continue }
      let isTyped = isPostItem(node)
      guard isTyped || takesAll || survey.nameDistance[node][comment] == 0 else { continue }
      if !takesAll && holds(node, main) { continue }
      if isTyped { add(node, key: 1, names: [.comment, .post], isTyped: true) { "itemtype" } }
      members += 1
      members += addNames(of: node, &cache)
    }
    keepEachOnce()
  }

  /// Whether the main text or its title stands in the element.
  private func holds(_ node: HTMLTree.Node, _ main: HTMLTree.Node) -> Bool {
    let range = node..<tree.end(of: node)
    let title = page.firstTitle < 0 ? -1 : page.blocks[page.firstTitle].nodes.lowerBound
    return range.contains(main) || range.contains(title)
  }

  /// Leaves out single elements that nothing calls a post, and groups of the same elements as one before.
  private mutating func keepEachOnce() {
    var seen: Set<UInt64> = []
    all = all.filter { group in
      let isNamed = group.isTyped || !group.names.isDisjoint(with: [.comment, .post])
      guard isNamed || group.nodes.count > 1 else { return false }
      return seen.insert(group.nodes.reduce(0) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }).inserted
    }
  }

  /// Whether the element is an item of a discussion by its type.
  private func isPostItem(_ node: HTMLTree.Node) -> Bool {
    guard let type = tree.attribute(.itemtype, of: node) ?? tree.attribute(.typeof, of: node) else { return false }
    let start = type.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }.map { $0 + 1 } ?? type.startIndex
    return PostGroups.types.contains { $0.utf8.elementsEqual(type[start...]) }
  }

  private static let types = [
    "Comment", "UserComments", "DiscussionForumPosting", "Answer", "Question", "SocialMediaPosting",
  ]

  private mutating func addNames(of node: HTMLTree.Node, _ cache: inout PostNameCache) -> Int {
    let tag = UInt32(tree.tag(of: node).rawValue) &* 40_503
    var added = 0
    if let value = tree.attribute(.class, of: node) {
      forEachWord(in: value, upTo: PostGroups.mostClasses) { word in
        let names = cache.names(of: word)
        guard isWanted(names) else { return }
        add(node, key: ByteHash.of(word) ^ tag, names: names) { "class \(String(decoding: word, as: UTF8.self))" }
        added += 1
      }
    }
    if let id = tree.attribute(.id, of: node), id.contains(where: { $0 &- 48 < 10 }), id.count < 60 {
      let names = cache.names(of: id)
      let stem = id.filter { $0 &- 48 >= 10 }
      guard isWanted(names) else { return added }
      add(node, key: ByteHash.of(stem) ^ tag ^ 0x9E37_79B9, names: names) {
        "id \(String(decoding: stem, as: UTF8.self))"
      }
      added += 1
    }
    return added
  }

  private static let mostClasses = 12

  private func isWanted(_ names: PostNames) -> Bool {
    !names.contains(.beside) && (takesAll || names.contains(.comment))
  }

  private mutating func add(
    _ node: HTMLTree.Node, key: UInt32, names: PostNames, isTyped: Bool = false, rule: () -> String
  ) {
    if let place = places[key] {
      if all[place].nodes.last != node { all[place].nodes.append(node) }
    } else {
      places[key] = all.count
      all.append(Group(nodes: [node], names: names, rule: rule(), isTyped: isTyped))
    }
  }
}
