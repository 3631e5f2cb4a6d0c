/// Works out `:has`: which elements have others that stand to them as a relative selector says.
///
/// From a selector's right end to its left, each step turns the set of elements that match so far into the set of
/// those they stand to, in one pass each.
struct RelativeMatching {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) { self.tree = tree }

  /// Whether each node has an element that matches one of the relative selectors.
  func having(_ list: [Selector.Complex], _ siblings: inout SiblingPlaces) -> [Bool] {
    var all = [Bool](repeating: false, count: tree.count)
    for complex in list {
      var isGood: [Bool]?
      for step in complex.steps.reversed() {
        let alone = Selector.Complex(steps: [.init(combinator: .descendant, compound: step.compound)])
        var members = SelectorPlan([alone], in: tree, &siblings).members(in: tree)
        if let isGood { for node in 0..<tree.count where !isGood[node] { members[node] = false } }
        isGood = origins(of: members, step.combinator)
      }
      if let isGood { for node in 0..<tree.count where isGood[node] { all[node] = true } }
    }
    return all
  }

  /// The elements to which a member stands as the combinator says.
  private func origins(of isMember: [Bool], _ combinator: Selector.Combinator) -> [Bool] {
    switch combinator {
    case .descendant: ancestors(of: isMember)
    case .child: parents(of: isMember)
    case .next, .later: earlierSiblings(of: isMember, onlyNext: combinator == .next)
    }
  }

  private func ancestors(of isMember: [Bool]) -> [Bool] {
    var before = [Int32](repeating: 0, count: tree.count + 1)
    for node in 0..<tree.count { before[node + 1] = before[node] + (isMember[node] ? 1 : 0) }
    return (0..<tree.count).map {
      tree.rows[$0].kind == .element && before[tree.end(of: $0)] > before[$0 + 1]
    }
  }

  private func parents(of isMember: [Bool]) -> [Bool] {
    var isParent = [Bool](repeating: false, count: tree.count)
    var walk = ElementWalk<HTMLTree.Node>()
    walk.run(tree) { node, above in
      if let above, isMember[node] { isParent[above] = true }
      return node
    }
    return isParent
  }

  /// The siblings before members: the one right before each, or all.
  private func earlierSiblings(of isMember: [Bool], onlyNext: Bool) -> [Bool] {
    /// An open element with its last child so far; the children before a member are a chain by `earlier`.
    struct Frame {
      var last: HTMLTree.Node = -1
    }
    var isEarlier = [Bool](repeating: false, count: tree.count)
    var earlier = [Int32](repeating: -1, count: tree.count)
    var walk = ElementWalk<Frame>()
    walk.run(tree) { node, above in
      earlier[node] = Int32(above?.last ?? -1)
      above?.last = node
      return Frame()
    }
    // Later siblings come later in the document, so going backwards each one's mark is settled before it is read.
    for node in (0..<tree.count).reversed() where earlier[node] >= 0 {
      if isMember[node] || !onlyNext && isEarlier[node] { isEarlier[Int(earlier[node])] = true }
    }
    return isEarlier
  }
}
