extension HTMLTree {
  /// For each group of attributes the elements that have any of them, in document order, all found in one pass; at most
  /// eight groups.
  package func nodes(withAnyOf groups: [Set<AttributeName>]) -> [[Node]] {
    var masks = [UInt8](repeating: 0, count: attributeNames.count)
    for (place, group) in groups.enumerated() {
      for name in group { masks[Int(name.rawValue)] |= 1 << UInt8(truncatingIfNeeded: place) }
    }
    var nodes = [[Node]](repeating: [], count: groups.count)
    for node in rows.indices where rows[node].kind == .element {
      let first = Int(rows[node].first)
      var mask: UInt8 = 0
      for place in first..<first + Int(rows[node].count) { mask |= masks[Int(attributes[place].name)] }
      if mask == 0 { continue }
      for place in groups.indices where mask & (1 << UInt8(truncatingIfNeeded: place)) != 0 {
        nodes[place].append(node)
      }
    }
    return nodes
  }

  /// The elements of these tags, in document order.
  package func nodes(tagged tags: [Tag]) -> [Node] {
    var nodes: [Node] = []
    for tag in tags {
      var next = first(tagged: tag)
      while let node = next {
        nodes.append(node)
        next = nextAlike[node] < 0 ? nil : Int(nextAlike[node])
      }
    }
    return tags.count > 1 ? nodes.sorted() : nodes
  }

  /// The first element of that tag.
  package func first(tagged tag: Tag) -> Node? {
    let node = firstOfTag[Int(tag.rawValue)]
    return node < 0 ? nil : Int(node)
  }

  /// For each tag its first element, and for each element the next of its tag; -1 where there is none.
  static func chains(_ rows: [NodeRow]) -> (first: [Int32], next: [Int32]) {
    var first = [Int32](repeating: -1, count: Tag.allCases.count)
    var next = [Int32](repeating: -1, count: rows.count)
    for node in rows.indices.reversed() where rows[node].kind == .element {
      let tag = Int(rows[node].known.rawValue)
      next[node] = first[tag]
      first[tag] = Int32(node)
    }
    return (first, next)
  }

  /// Calls `body` with each value of these attributes and its element, in document order, until it returns false.
  package func forEachValue(of names: Set<AttributeName>, _ body: (Node, ArraySlice<UInt8>) -> Bool) {
    var isWanted = [Bool](repeating: false, count: attributeNames.count)
    for name in names { isWanted[Int(name.rawValue)] = true }
    for node in rows.indices where rows[node].kind == .element {
      let first = Int(rows[node].first)
      for place in first..<first + Int(rows[node].count) where isWanted[Int(attributes[place].name)] {
        let attribute = attributes[place]
        let value = bytes[Int(attribute.first)..<Int(attribute.first + attribute.count)]
        if !body(node, value) { return }
      }
    }
  }
}
