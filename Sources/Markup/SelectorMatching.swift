/// The elements of one tree that a selector matches, for many questions about parts of the tree.
package struct SelectorMatches: Sendable {
  /// In document order, each once.
  package let nodes: [HTMLTree.Node]

  /// Those inside `node`, itself left out. As in CSS, elements outside `node` counted for the selector's left parts.
  package func within(_ node: HTMLTree.Node, of tree: HTMLTree) -> ArraySlice<HTMLTree.Node> {
    let first = place(of: node + 1)
    return nodes[first..<max(first, place(of: tree.end(of: node)))]
  }

  /// The place of the first match from `node` on.
  private func place(of node: HTMLTree.Node) -> Int {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension HTMLTree {
  /// All elements that the selector matches; one pass over the tree, and one more for each part of a `:has`, whatever
  /// the tree's depth.
  package func matches(_ selector: Selector) -> SelectorMatches {
    SelectorMatches(nodes: SelectorPlan(selector.alternatives, in: self).matches(in: self))
  }

  /// The elements inside `node` that the selector matches, in document order.
  package func matches(_ selector: Selector, within node: Node) -> [Node] {
    Array(matches(selector).within(node, of: self))
  }

  /// The value of an attribute as text, by a name known at run time (lower case).
  package func text(ofAttributeNamed name: String, of node: Node) -> String? {
    let bytes = Array(name.utf8)
    guard let number = attributeNames.find(bytes, 0, bytes.count) else { return nil }
    return attribute(number: UInt16(number), of: node).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Walks a tree's elements in document order with what is open around each; parts of elements that were cut in two
/// count as the element around them, so siblings and parents are those that were written.
struct ElementWalk<Frame> {
  /// The open elements from the outermost on, with where each ends.
  private(set) var open: [(node: HTMLTree.Node, end: HTMLTree.Node, frame: Frame)] = []

  /// Calls `body` with each element and the frame of its parent (nil for node 0); it gives the element's own frame.
  mutating func run(_ tree: HTMLTree, _ body: (HTMLTree.Node, inout Frame?) -> Frame) {
    open.removeAll(keepingCapacity: true)
    for node in 0..<tree.count where tree.rows[node].kind == .element {
      while let last = open.last, last.end <= node { open.removeLast() }
      var above: Frame? = open.last?.frame
      let frame = body(node, &above)
      if let above { open[open.count - 1].frame = above }
      let end = tree.end(of: node)
      if end > node + 1 { open.append((node, end, frame)) }
    }
  }
}
