/// What decisions say about pairs of rows.
struct KnownPairs {
  /// For each pair whether it is the same thing; of two decisions on a pair the later counts.
  private(set) var isSame: [UInt64: Bool] = [:]
  /// The pairs in ascending order.
  private(set) var pairs: [UInt64] = []

  /// - Parameter row: gives the row of a record's number.
  init(_ decisions: [LinkageDecision], _ space: RowSpace, row: (Int) -> Int) {
    for decision in decisions {
      let (a, b) = (row(decision.a), row(decision.b))
      if space.mayPair(a, b) { isSame[packed(a, b)] = decision.isSame }
    }
    pairs = isSame.keys.sorted()
  }

  /// 1 for each pair that is known to be the same, 0 for one that isn't.
  var labels: [UInt64: Double] { isSame.mapValues { $0 ? 1 : 0 } }

  /// The pairs with that answer.
  func pairs(same: Bool) -> [(Int, Int)] { pairs.filter { isSame[$0] == same }.map { rows($0) } }
}
