/// What each feature adds to an ensemble's answer for one row: along the path through each tree, by how much a step
/// changes what is expected, where each of two branches is as likely as the other.
///
/// After Saabas, Interpreting random forests (2014), with even weights since the trees are kept without counts.
struct TreePaths: Sendable {
  private struct Node: Sendable {
    var feature = -1
    var bound = 0
    var left = 0
    var right = 0
    /// In 4096ths of log odds.
    var expected = 0.0
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []

  /// Reads trees as `TreeEnsemble` does.
  init(_ text: String) {
    var numbers = text.utf8.split { $0 <= 0x20 }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }[...]
    while let inner = numbers.popFirst() {
      let leaves = numbers.popFirst() ?? 0
      numbers = numbers.dropFirst()
      let start = nodes.count
      roots.append(start)
      for _ in 0..<inner {
        let row = (0..<4).map { _ in numbers.popFirst() ?? 0 }
        let children = row[2...].map { start + ($0 < 0 ? inner + ~$0 : $0) }
        nodes.append(Node(feature: row[0], bound: row[1], left: children[0], right: children[1]))
      }
      for _ in 0..<leaves { nodes.append(Node(expected: Double(numbers.popFirst() ?? 0))) }
      expect(start)
    }
  }

  /// Works out what is expected at a node from what is below it; depths are those of trees, a few dozen.
  private mutating func expect(_ node: Int) {
    guard nodes.indices.contains(node), nodes[node].feature >= 0 else { return }
    let (left, right) = (nodes[node].left, nodes[node].right)
    expect(left)
    expect(right)
    nodes[node].expected = (nodes[left].expected + nodes[right].expected) / 2
  }

  /// For each feature of the row what it adds to the log odds.
  func contributions(_ row: ArraySlice<Int16>) -> [Double] {
    var sums = [Double](repeating: 0, count: row.count)
    for root in roots {
      var node = root
      while nodes[node].feature >= 0 {
        let feature = nodes[node].feature
        let next = Int(row[row.startIndex + feature]) <= nodes[node].bound ? nodes[node].left : nodes[node].right
        sums[feature] += (nodes[next].expected - nodes[node].expected) / 4096
        node = next
      }
    }
    return sums
  }
}
