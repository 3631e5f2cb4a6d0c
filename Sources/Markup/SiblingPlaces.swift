/// The places of a tree's elements among their siblings, each kind worked out when it is first asked for.
struct SiblingPlaces {
  private struct Kind: Hashable {
    var isFromEnd: Bool
    var isOfType: Bool
  }

  private var known: [Kind: [Int32]] = [:]
  private var emptyElements: [Bool]?

  /// The 1-based place of each element among its siblings as `wanted` counts them; 0 for a text.
  mutating func places(_ wanted: Selector.Places, _ tree: HTMLTree) -> [Int32] {
    let kind = Kind(isFromEnd: wanted.isFromEnd, isOfType: wanted.isOfType)
    if let places = known[kind] { return places }
    let places = Self.places(isFromEnd: kind.isFromEnd, among: nil, isOfType: kind.isOfType, tree)
    known[kind] = places
    return places
  }

  /// Whether each node is an element without elements and texts in it.
  mutating func empty(_ tree: HTMLTree) -> [Bool] {
    if let emptyElements { return emptyElements }
    var isEmpty = tree.rows.map { $0.kind == .element }
    for node in 0..<tree.count where tree.rows[node].kind != .continuation {
      var above = tree.parent(of: node)
      while let node = above, tree.rows[node].kind == .continuation { above = tree.parent(of: node) }
      if let above { isEmpty[above] = false }
    }
    emptyElements = isEmpty
    return isEmpty
  }

  /// The 1-based places of the elements that are members (nil for all) among the members of the same parent; 0 for
  /// all other nodes.
  static func places(
    isFromEnd: Bool, among isMember: [Bool]?, isOfType: Bool = false, _ tree: HTMLTree
  ) -> [Int32] {
    var places = [Int32](repeating: 0, count: tree.count)
    var counter = Counter(isOfType: isOfType)
    var groups: [(node: HTMLTree.Node, group: Int)] = []
    var walk = ElementWalk<HTMLTree.Node>()
    walk.run(tree) { node, above in
      if isMember?[node] != false {
        let group = counter.group(above ?? -1, tree.rows[node].tag)
        places[node] = counter.count(in: group)
        if isFromEnd { groups.append((node, group)) }
      }
      return node
    }
    for (node, group) in groups { places[node] = counter.counts[group] + 1 - places[node] }
    return places
  }

  /// Counts children by parent, or by parent and name.
  private struct Counter {
    let isOfType: Bool
    private var groups: [UInt64: Int] = [:]
    private(set) var counts: [Int32] = []

    init(isOfType: Bool) { self.isOfType = isOfType }

    mutating func group(_ parent: HTMLTree.Node, _ tag: UInt16) -> Int {
      let key = UInt64(parent + 1) << 16 | (isOfType ? UInt64(tag) : 0)
      if let group = groups[key] { return group }
      groups[key] = counts.count
      counts.append(0)
      return counts.count - 1
    }

    mutating func count(in group: Int) -> Int32 {
      counts[group] += 1
      return counts[group]
    }
  }
}
