extension HTMLTree {
  /// How many nodes there are; their numbers are 0 up to it.
  @inlinable @inline(__always) package var count: Int { rows.count }

  /// Whether the node is a text.
  @inlinable @inline(__always) package func isText(_ node: Node) -> Bool { rows[node].kind == .text }

  /// The element's tag; `other` for a text and for names HTML doesn't know.
  @inlinable @inline(__always) package func tag(of node: Node) -> Tag { rows[node].known }

  /// The element's name in lower case; empty for a text.
  package func name(of node: Node) -> String {
    let tag = tag(of: node)
    if tag != .other { return tag.name }
    let number = Int(rows[node].tag)
    return isText(node) || number == 0 ? "" : tagNames[number]
  }

  /// The element the node stands in; nil for node 0.
  @inlinable @inline(__always) package func parent(of node: Node) -> Node? {
    rows[node].parent < 0 ? nil : Int(rows[node].parent)
  }

  /// The first node after the node's subtree.
  @inlinable @inline(__always) package func end(of node: Node) -> Node { Int(rows[node].end) }

  /// The element's elements and texts, in order.
  package func children(of node: Node) -> Children { Children(tree: self, node: node) }

  /// The value of an attribute as written, character references decoded; nil where the element hasn't got it.
  @inlinable package func attribute(_ name: AttributeName, of node: Node) -> ArraySlice<UInt8>? {
    attribute(number: name.rawValue, of: node)
  }

  /// The value of an attribute as text.
  package func text(ofAttribute name: AttributeName, of node: Node) -> String? {
    attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text, character references decoded; empty for an element.
  @inlinable @inline(__always) package func bytes(of node: Node) -> ArraySlice<UInt8> {
    let row = rows[node]
    return row.kind == .text ? bytes[Int(row.first)..<Int(row.first + row.count)] : []
  }

  /// Where the node's tag begins in the source, in bytes; a text has the place of the tag before it.
  package func offset(of node: Node) -> Int { Int(rows[node].source) }

  /// The 1-based line of the node's tag in the source, and its 1-based column in characters (Unicode scalars).
  package func position(of node: Node) -> (line: Int, column: Int) {
    let before = source.prefix(offset(of: node))
    let line = before.reduce(1) { $1 == ASCII.lineFeed ? $0 + 1 : $0 }
    let start = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    let column = before[start...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return (line, column)
  }

  /// The value of the attribute with that number.
  @inlinable func attribute(number: UInt16, of node: Node) -> ArraySlice<UInt8>? {
    let row = rows[node]
    guard row.kind != .text else { return nil }
    for place in Int(row.first)..<Int(row.first + row.count) where attributes[place].name == number {
      let attribute = attributes[place]
      return bytes[Int(attribute.first)..<Int(attribute.first + attribute.count)]
    }
    return nil
  }

  /// Calls `body` with each of an element's attributes, by its `AttributeName`'s number, and its value.
  @inlinable @inline(__always) package func forEachAttribute(
    of node: Node, _ body: (UInt16, ArraySlice<UInt8>) -> Void
  ) {
    let row = rows[node]
    guard row.kind != .text else { return }
    for place in Int(row.first)..<Int(row.first + row.count) {
      let attribute = attributes[place]
      body(attribute.name, bytes[Int(attribute.first)..<Int(attribute.first + attribute.count)])
    }
  }

  /// An element's children.
  package struct Children: Sequence, IteratorProtocol {
    private let rows: [NodeRow]
    private var node: Int
    private let end: Int

    fileprivate init(tree: HTMLTree, node: Node) {
      rows = tree.rows
      self.node = node + 1
      end = tree.end(of: node)
    }

    package mutating func next() -> Node? {
      guard node < end else { return nil }
      defer { node = Int(rows[node].end) }
      return node
    }
  }
}
