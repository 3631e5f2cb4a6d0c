/// What ties two rows: the rule, and how alike they are by it.
struct RecordLink {
  /// In the order in which they are applied.
  enum Rule: UInt8 {
    case sameKey, decision, exact, near, linkage
  }

  var a: Int32
  var b: Int32
  var rule: Rule
  /// Which of the rule's keys, texts or decisions.
  var place: Int32 = 0
  /// How near texts match.
  var match: NearTextMember.Match = .exact
  /// From 0 to 1.
  var similarity = 1.0
  /// The share of the shorter text that the other has.
  var containment = 1.0

  /// The other end.
  func other(_ row: Int32) -> Int32 { row == a ? b : a }
}

/// Rows and what ties them: sets of the same thing, and families of sets that are variants of each other.
///
/// 8 bytes a row, and 48 for each row that is tied to another.
struct RecordGraph {
  private var sets = DisjointSets()
  private var families = DisjointSets()
  /// For the root of a set the roots of those it must not be joined with.
  private var apart: [Int32: Set<Int32>] = [:]
  /// The links that joined two sets, in their order: a tree over each set.
  private(set) var links: [RecordLink] = []
  /// The links that joined two families while the sets stayed apart.
  private(set) var variantLinks: [RecordLink] = []

  /// A graph of so many rows, each alone.
  init(rows: Int) {
    for _ in 0..<rows {
      sets.append()
      families.append()
    }
  }

  /// The smallest row of the set that a row is in.
  mutating func set(of row: Int32) -> Int32 { sets.root(of: row) }

  /// The smallest row of the family that a row is in.
  mutating func family(of row: Int32) -> Int32 { families.root(of: row) }

  /// Keeps the sets of two rows apart from now on; false where they are one already.
  mutating func keepApart(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (sets.root(of: a), sets.root(of: b))
    if x == y { return false }
    apart[x, default: []].insert(y)
    apart[y, default: []].insert(x)
    return true
  }

  /// Whether something keeps the sets of two rows apart.
  mutating func areApart(_ a: Int32, _ b: Int32) -> Bool {
    if apart.isEmpty { return false }
    return apart[sets.root(of: a)]?.contains(sets.root(of: b)) == true
  }

  /// Makes the two ends the same thing, unless they are kept apart.
  mutating func join(_ link: RecordLink) {
    let (x, y) = (sets.root(of: link.a), sets.root(of: link.b))
    if x == y || areApart(x, y) { return }
    sets.unite(x, y)
    families.unite(x, y)
    links.append(link)
    if !apart.isEmpty { inherit(min(x, y), max(x, y)) }
  }

  /// Makes the two ends variants of each other, unless they are kept apart or one thing.
  mutating func relate(_ link: RecordLink) {
    if sets.root(of: link.a) == sets.root(of: link.b) || areApart(link.a, link.b) { return }
    if families.root(of: link.a) == families.root(of: link.b) { return }
    families.unite(link.a, link.b)
    variantLinks.append(link)
  }

  private mutating func inherit(_ kept: Int32, _ gone: Int32) {
    guard let others = apart.removeValue(forKey: gone) else { return }
    apart[kept, default: []].formUnion(others)
    for other in others {
      apart[other]?.remove(gone)
      apart[other]?.insert(kept)
    }
  }
}
