/// Gives every record at most one partner in the other table: the best pair first, then the best that is left; equal
/// scores by the rows' order.
func oneToOne(_ pairs: [ScoredPair], rows: Int) -> [ScoredPair] {
  var taken = [Bool](repeating: false, count: rows)
  var kept: [ScoredPair] = []
  let ordered = pairs.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
  for pair in ordered where !taken[Int(pair.a)] && !taken[Int(pair.b)] {
    taken[Int(pair.a)] = true
    taken[Int(pair.b)] = true
    kept.append(pair)
  }
  return kept
}
