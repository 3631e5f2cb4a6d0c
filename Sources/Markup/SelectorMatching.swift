extension HTMLTree {
  /// The elements inside `node` that the selector matches, in document order, each once.
  ///
  /// As in CSS, ancestors outside `node` count for the selector's left parts. One pass, which carries for each open
  /// element the compounds reached so far as bits: linear in the tree's size, whatever its depth.
  package func matches(_ selector: Selector, within node: Node) -> [Node] {
    let resolved = ResolvedSelector(selector, in: self)
    var found: [Node] = []
    var open = [OpenState](path(to: node), resolved, in: self)
    for i in (node + 1)..<max(end(of: node), node + 1) where rows[i].kind == .element {
      while let last = open.last, last.end <= i { open.removeLast() }
      let state = resolved.state(of: i, below: open.last, in: self)
      if state.here & resolved.lasts != 0 { found.append(i) }
      if state.end > i + 1 { open.append(state) }
    }
    return found
  }

  /// The node's ancestors from the root down, and the node.
  private func path(to node: Node) -> [Node] {
    var path = [node]
    while let above = parent(of: path[path.count - 1]) { path.append(above) }
    return path.reversed()
  }

  /// The value of an attribute as text, by a name known at run time (lower case).
  package func text(ofAttributeNamed name: String, of node: Node) -> String? {
    let bytes = Array(name.utf8)
    guard let number = attributeNames.find(bytes, 0, bytes.count) else { return nil }
    return attribute(number: UInt16(number), of: node).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Which compounds an open element and its ancestors reached.
private struct OpenState {
  var end: Int
  /// Bit i: this element matches compound i, and the ones before it are matched above.
  var here: UInt64
  /// The same for it or any ancestor.
  var any: UInt64
}

extension [OpenState] {
  fileprivate init(_ path: [HTMLTree.Node], _ selector: ResolvedSelector, in tree: HTMLTree) {
    self = []
    for node in path { append(selector.state(of: node, below: last, in: tree)) }
  }
}

/// A selector whose names are those of one tree.
private struct ResolvedSelector {
  private struct Step {
    /// nil for any name.
    var tag: UInt16?
    var conditions: [(attribute: UInt16, comparison: Selector.Comparison, value: [UInt8])]
    var bit: UInt64
    var isChild: Bool
    var isFirst: Bool
  }

  private var steps: [Step] = []
  /// The bits of the compounds that end an alternative.
  private(set) var lasts: UInt64 = 0

  init(_ selector: Selector, in tree: HTMLTree) {
    for (i, compound) in selector.compounds.enumerated() {
      let bit = UInt64(1) << UInt64(i)
      if compound.isLast { lasts |= bit }
      if let step = Self.step(compound, bit, in: tree) { steps.append(step) }
    }
  }

  /// nil where the tree lacks a name, so that nothing can match.
  private static func step(_ compound: Selector.Compound, _ bit: UInt64, in tree: HTMLTree) -> Step? {
    var step = Step(tag: nil, conditions: [], bit: bit, isChild: compound.isChild, isFirst: compound.isFirst)
    if let name = compound.name.map({ Array($0.utf8) }) {
      guard let tag = tree.tagNames.find(name, 0, name.count) else { return nil }
      step.tag = UInt16(tag)
    }
    for condition in compound.conditions {
      let (name, comparison, value): (String, Selector.Comparison, [UInt8]) =
        switch condition {
        case .id(let id): ("id", .equals, id)
        case .hasClass(let name): ("class", .word, name)
        case .attribute(let name, let comparison, let value): (name, comparison, value)
        }
      guard let number = tree.attributeNames.find(Array(name.utf8), 0, name.utf8.count) else { return nil }
      step.conditions.append((UInt16(number), comparison, value))
    }
    return step
  }

  func state(of node: HTMLTree.Node, below: OpenState?, in tree: HTMLTree) -> OpenState {
    var here: UInt64 = 0
    for step in steps {
      let above = step.isChild ? below?.here : below?.any
      guard step.isFirst || (above ?? 0) & (step.bit >> 1) != 0 else { continue }
      if let tag = step.tag, tree.rows[node].tag != tag { continue }
      if step.conditions.allSatisfy({ holds($0, node, tree) }) { here |= step.bit }
    }
    return OpenState(end: tree.end(of: node), here: here, any: here | (below?.any ?? 0))
  }

  private func holds(
    _ condition: (attribute: UInt16, comparison: Selector.Comparison, value: [UInt8]), _ node: HTMLTree.Node,
    _ tree: HTMLTree
  ) -> Bool {
    guard let written = tree.attribute(number: condition.attribute, of: node) else { return false }
    return condition.comparison.holds(written, condition.value)
  }
}

extension Selector.Comparison {
  /// Whether the attribute's value compares as wanted; an empty `wanted` matches nothing but by `=` and `|=`.
  fileprivate func holds(_ written: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    switch self {
    case .exists: true
    case .equals: written.elementsEqual(wanted)
    case .word: written.split(whereSeparator: ASCII.isSpace).contains { $0.elementsEqual(wanted) }
    case .prefix: !wanted.isEmpty && written.starts(with: wanted)
    case .suffix: !wanted.isEmpty && written.reversed().starts(with: wanted.reversed())
    case .substring: !wanted.isEmpty && contains(written, wanted)
    case .dash:
      written.starts(with: wanted)
        && (written.count == wanted.count || written.dropFirst(wanted.count).first == ASCII.hyphen)
    }
  }

  private func contains(_ written: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    var rest = written
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
