import Markup

/// How much text stands where in a page, and which of it may be content.
struct Survey {
  /// Whether the node lies in something that is no content, see `Boilerplate`.
  private(set) var isExcluded: [Bool]
  /// Bytes of text in the node's subtree that may be content and stand in no link, white space aside.
  private(set) var prose: [Int32]
  /// The same for text in links.
  private(set) var linked: [Int32]

  /// - Parameters:
  ///   - leavingOut: elements that count as excluded too.
  ///   - heedsNames: whether class names and ids tell what is no content.
  init(_ tree: HTMLTree, leavingOut: Set<HTMLTree.Node> = [], heedsNames: Bool = true) {
    let isInLink = tree.flags { tree.tag(of: $0) == .a }
    let own = (0..<tree.count).map { Survey.visible(tree.bytes(of: $0)) }
    let text = Survey.sums(tree) { own[$0] }
    let links = Survey.sums(tree) { isInLink[$0] ? own[$0] : 0 }
    let boilerplate = Boilerplate(tree, text: text, links: links, heedsNames: heedsNames)
    let isExcluded = tree.flags {
      !tree.isText($0) && (leavingOut.contains($0) || boilerplate.contains($0))
    }
    prose = Survey.sums(tree) { isExcluded[$0] || isInLink[$0] ? 0 : own[$0] }
    linked = Survey.sums(tree) { isExcluded[$0] || !isInLink[$0] ? 0 : own[$0] }
    self.isExcluded = isExcluded
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

extension HTMLTree {
  /// For each node whether it or an ancestor holds.
  func flags(_ holds: (Node) -> Bool) -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    for node in 0..<count {
      flags[node] = parent(of: node).map { flags[$0] } == true || holds(node)
    }
    return flags
  }
}
