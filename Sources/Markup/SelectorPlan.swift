/// A list of selectors made ready for one tree: names are the tree's numbers, and each compound has a bit.
///
/// One pass carries, for each open element, the compounds reached so far as bits: those of the element, of any of
/// its ancestors, of its children's last sibling and of all siblings so far. A list inside `:is` or `:not` is matched at
/// the same element, so its compounds stand before the one that asks. What lies ahead of an element (`:has`, places
/// from the end) is worked out before, in passes of its own.
struct SelectorPlan {
  /// A test of one element.
  private enum Test {
    case attribute(UInt16, Selector.Comparison, value: [UInt8], ignoresCase: Bool)
    case root
    /// Whether any of the bits is set at this element.
    case any(UInt64)
    case none(UInt64)
    /// Whether the element's number is in a set.
    case member([Bool])
    case places(Selector.Places, [Int32])
  }

  private struct Step {
    /// nil for any name.
    var tag: UInt16?
    var tests: [Test] = []
    var bit: UInt64
    /// The compound before it, 0 for none.
    var prior: UInt64
    var combinator: Selector.Combinator
  }

  /// What an open element knows.
  private struct Frame {
    var here: UInt64
    /// The bits of it and its ancestors.
    var above: UInt64
    /// The bits of its last child so far, and of all of them.
    var last: UInt64 = 0
    var earlier: UInt64 = 0
  }

  private var steps: [Step] = []
  private var nextBit: UInt64 = 1
  /// The bits of the compounds that end an alternative.
  private var lasts: UInt64 = 0
  private var siblings: SiblingPlaces

  init(_ list: [Selector.Complex], in tree: HTMLTree) {
    var siblings = SiblingPlaces()
    self.init(list, in: tree, &siblings)
  }

  init(_ list: [Selector.Complex], in tree: HTMLTree, _ siblings: inout SiblingPlaces) {
    self.siblings = siblings
    lasts = add(list, tree)
    siblings = self.siblings
  }

  /// The elements that match, in document order.
  func matches(in tree: HTMLTree) -> [HTMLTree.Node] {
    var found: [HTMLTree.Node] = []
    guard steps.contains(where: { $0.bit & lasts != 0 }) else { return found }
    var walk = ElementWalk<Frame>()
    walk.run(tree) { node, above in
      let here = bits(of: node, below: above, tree)
      if here & lasts != 0 { found.append(node) }
      above?.last = here
      above?.earlier |= here
      return Frame(here: here, above: here | (above?.above ?? 0))
    }
    return found
  }

  /// Whether each node matches.
  func members(in tree: HTMLTree) -> [Bool] {
    var isMember = [Bool](repeating: false, count: tree.count)
    for node in matches(in: tree) { isMember[node] = true }
    return isMember
  }

  private func bits(of node: HTMLTree.Node, below: Frame?, _ tree: HTMLTree) -> UInt64 {
    var here: UInt64 = 0
    let tag = tree.rows[node].tag
    for step in steps {
      if step.prior != 0, reached(step, below) & step.prior == 0 { continue }
      if let wanted = step.tag, wanted != tag { continue }
      if step.tests.allSatisfy({ holds($0, node, here, tree) }) { here |= step.bit }
    }
    return here
  }

  private func reached(_ step: Step, _ below: Frame?) -> UInt64 {
    guard let below else { return 0 }
    return switch step.combinator {
    case .descendant: below.above
    case .child: below.here
    case .next: below.last
    case .later: below.earlier
    }
  }

  private func holds(_ test: Test, _ node: HTMLTree.Node, _ here: UInt64, _ tree: HTMLTree) -> Bool {
    switch test {
    case .attribute(let number, let comparison, let value, let ignoresCase):
      tree.attribute(number: number, of: node).map { comparison.holds($0, value, ignoresCase) } ?? false
    case .root: node == 0
    case .any(let bits): here & bits != 0
    case .none(let bits): here & bits == 0
    case .member(let isMember): isMember[node]
    case .places(let places, let place): place[node] > 0 && places.contain(Int(place[node]))
    }
  }

  /// Adds a list's compounds; gives the bits that end its alternatives.
  private mutating func add(_ list: [Selector.Complex], _ tree: HTMLTree) -> UInt64 {
    var ends: UInt64 = 0
    for complex in list {
      var prior: UInt64 = 0
      for step in complex.steps { prior = add(step, prior, tree) }
      ends |= prior
    }
    return ends
  }

  /// Adds a compound behind those of its lists; gives its bit. Where the tree lacks a name nothing can match it, so it
  /// has a bit and no step.
  private mutating func add(_ written: Selector.Complex.Step, _ prior: UInt64, _ tree: HTMLTree) -> UInt64 {
    var tests: [Test]? = []
    for condition in written.compound.conditions {
      if let test = test(condition, tree) { tests?.append(test) } else { tests = nil }
    }
    let bit = nextBit
    nextBit <<= 1
    guard let tests else { return bit }
    var step = Step(tests: tests, bit: bit, prior: prior, combinator: written.combinator)
    if let name = written.compound.name.map({ Array($0.utf8) }) {
      guard let tag = tree.tagNames.find(name, 0, name.count) else { return bit }
      step.tag = UInt16(tag)
    }
    steps.append(step)
    return bit
  }

  /// nil where the tree lacks the attribute.
  private mutating func test(_ condition: Selector.Condition, _ tree: HTMLTree) -> Test? {
    switch condition {
    case .id(let id): return attribute("id", .equals, id, false, tree)
    case .hasClass(let name): return attribute("class", .word, name, false, tree)
    case .attribute(let name, let comparison, let value, let ignoresCase):
      return attribute(name, comparison, value, ignoresCase, tree)
    case .root: return .root
    case .empty: return .member(siblings.empty(tree))
    case .places(let places): return .places(places, siblings.places(places, tree))
    case .placesOf(let places, let list):
      let members = SelectorPlan(list, in: tree, &siblings).members(in: tree)
      return .places(places, SiblingPlaces.places(isFromEnd: places.isFromEnd, among: members, tree))
    case .any(let list): return .any(add(list, tree))
    case .not(let list): return .none(add(list, tree))
    case .has(let list): return .member(RelativeMatching(tree).having(list, &siblings))
    }
  }

  private func attribute(
    _ name: String, _ comparison: Selector.Comparison, _ value: [UInt8], _ ignoresCase: Bool, _ tree: HTMLTree
  ) -> Test? {
    guard let number = tree.attributeNames.find(Array(name.utf8), 0, name.utf8.count) else { return nil }
    return .attribute(UInt16(number), comparison, value: value, ignoresCase: ignoresCase)
  }
}
