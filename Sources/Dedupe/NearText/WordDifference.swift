/// Where two texts differ, word by word; case, spacing and punctuation don't count.
package struct WordDifference: Hashable, Sendable {
  /// Which text a run of words stands in.
  package enum Side: String, Sendable { case both, first, second }

  package struct Run: Hashable, Sendable {
    package var side: Side
    /// The words as written (where both have them, as in the first text), with one space between two.
    package var words: String
  }

  /// In reading order; between two runs of `both`, what the first has comes before what the second has.
  package var runs: [Run]

  /// More pairs of words than this are not searched for what they share: the rest counts as different altogether.
  private static let largest = 4_000_000

  package init(_ first: String, _ second: String) {
    let (a, b) = (WrittenWord.all(in: first), WrittenWord.all(in: second))
    let (x, y) = (a.map(\.folded), b.map(\.folded))
    let start = zip(x, y).prefix { $0 == $1 }.count
    let end = zip(x.dropFirst(start).reversed(), y.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let middle = (x[start..<(x.count - end)], y[start..<(y.count - end)])
    var inserted = Set(middle.1.indices)
    var removed = Set(middle.0.indices)
    if middle.0.count * middle.1.count <= Self.largest {
      let change = Array(middle.1).difference(from: Array(middle.0))
      removed = Set(change.removals.map { Self.offset($0) + start })
      inserted = Set(change.insertions.map { Self.offset($0) + start })
    }
    runs = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if removed.contains(i) {
        append(.first, a[i].written)
        i += 1
      } else if inserted.contains(j) {
        append(.second, b[j].written)
        j += 1
      } else {
        append(.both, a[i].written)
        i += 1
        j += 1
      }
    }
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  private mutating func append(_ side: Side, _ word: Substring) {
    if let last = runs.indices.last, runs[last].side == side {
      runs[last].words += " " + word
    } else {
      runs.append(Run(side: side, words: String(word)))
    }
  }
}
