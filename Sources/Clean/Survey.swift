import Markup

/// How much text stands where in a page, and which of it may be content.
struct Survey {
  /// Whether the node lies in something that is no content, see `Boilerplate`.
  private(set) var isExcluded: [Bool]
  /// Bytes of text in the node's subtree that may be content and stand in no link, white space aside.
  private(set) var prose: [Int32]
  /// The same for text in links.
  private(set) var linked: [Int32]

  /// - Parameter leavingOut: elements that count as excluded too.
  init(_ tree: HTMLTree, leavingOut: Set<HTMLTree.Node> = []) {
    let isInLink = Survey.flags(tree) { tree.tag(of: $0) == .a }
    let own = (0..<tree.count).map { Survey.visible(tree.bytes(of: $0)) }
    let text = Survey.sums(tree) { own[$0] }
    let links = Survey.sums(tree) { isInLink[$0] ? own[$0] : 0 }
    let boilerplate = Boilerplate(tree, text: text, links: links)
    let isExcluded = Survey.flags(tree) {
      !tree.isText($0) && (leavingOut.contains($0) || boilerplate.contains($0))
    }
    prose = Survey.sums(tree) { isExcluded[$0] || isInLink[$0] ? 0 : own[$0] }
    linked = Survey.sums(tree) { isExcluded[$0] || !isInLink[$0] ? 0 : own[$0] }
    self.isExcluded = isExcluded
  }

  /// For each node whether it or an ancestor holds.
  private static func flags(_ tree: HTMLTree, _ holds: (HTMLTree.Node) -> Bool) -> [Bool] {
    var flags = [Bool](repeating: false, count: tree.count)
    for node in 0..<tree.count {
      flags[node] = tree.parent(of: node).map { flags[$0] } == true || holds(node)
    }
    return flags
  }

  /// For each node the sum over its subtree.
  private static func sums(_ tree: HTMLTree, _ value: (HTMLTree.Node) -> Int32) -> [Int32] {
    var sums = (0..<tree.count).map(value)
    for node in stride(from: tree.count - 1, to: 0, by: -1) {
      if let parent = tree.parent(of: node) { sums[parent] += sums[node] }
    }
    return sums
  }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> Int32 {
    var count: Int32 = 0
    for byte in bytes where byte > 0x20 { count += 1 }
    return count
  }
}
