/// Prefers rows that are like those that come first, by the words these have in common.
struct Feedback {
  /// What it counts beside the question's own terms.
  static let share = 0.15
  /// How many of the first rows are taken for a pattern.
  private static let pattern = 10
  /// How many of their words are looked for.
  private static let words = 40

  private let read: ReadRows
  private let lengths: [Double]
  /// For each stem in how many rows it is.
  private let frequencies: [Int]
  /// For each stem of the pattern how much it counts; 0 for all others.
  private let counts: [Double]

  /// `scores` tells which rows come first.
  init(_ read: ReadRows, _ scores: [Double]) {
    self.read = read
    let sizes = read.rows.map { $0.reduce(0) { $0 + $1.count } }
    let usual = Double(sizes.reduce(0, +)) / Double(max(1, sizes.count))
    lengths = sizes.map { 0.5 + 0.5 * Double($0) / max(1, usual) }
    frequencies = Feedback.frequencies(read)
    let first = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(Feedback.pattern)
    counts = Feedback.counts(read, Array(first), scores, lengths, frequencies)
  }

  /// Adds to each row's score what it has of the pattern's words; `terms` is how many were asked for.
  func add(to scores: inout [Double], terms: Int) {
    var occurrences = Array(repeating: 0, count: counts.count)
    for row in read.rows.indices {
      var met: [Int] = []
      for stem in read.rows[row].joined() where counts[Int(stem)] > 0 {
        if occurrences[Int(stem)] == 0 { met.append(Int(stem)) }
        occurrences[Int(stem)] += 1
      }
      var sum = 0.0
      // In the stems' order, so that sums of floating point are the same whatever comes first in the row.
      for stem in met.sorted() {
        sum += counts[stem] * Ranking.saturated(Double(occurrences[stem]) / lengths[row])
        occurrences[stem] = 0
      }
      scores[row] += Feedback.share * Double(terms) * sum
    }
  }

  private static func frequencies(_ read: ReadRows) -> [Int] {
    var frequencies = Array(repeating: 0, count: read.stems.count)
    var lastRow = Array(repeating: -1, count: read.stems.count)
    for (row, columns) in read.rows.enumerated() {
      for stem in columns.joined() where lastRow[Int(stem)] != row {
        lastRow[Int(stem)] = row
        frequencies[Int(stem)] += 1
      }
    }
    return frequencies
  }

  /// The words that at least two rows of the pattern have, the most telling ones: each with its share of all times
  /// the information it carries.
  private static func counts(
    _ read: ReadRows, _ pattern: [Int], _ scores: [Double], _ lengths: [Double], _ frequencies: [Int]
  ) -> [Double] {
    var weights = Array(repeating: 0.0, count: read.stems.count)
    var rows = Array(repeating: 0, count: read.stems.count)
    for row in pattern {
      var occurrences: [Int32: Int] = [:]
      for stem in read.rows[row].joined() where read.tells[Int(stem)] { occurrences[stem, default: 0] += 1 }
      for (stem, count) in occurrences {
        let count = Double(count)
        weights[Int(stem)] += scores[row] * count / (count + Ranking.saturation * lengths[row])
        rows[Int(stem)] += 1
      }
    }
    let information = frequencies.map { Ranking.information(of: $0, among: read.rows.count) }
    let chosen = weights.indices.filter { rows[$0] > 1 }
      .sorted { (weights[$1] * information[$1], $0) < (weights[$0] * information[$0], $1) }.prefix(words)
    let all = chosen.reduce(0) { $0 + weights[$1] * information[$1] }
    var counts = Array(repeating: 0.0, count: read.stems.count)
    for stem in chosen where all > 0 {
      counts[stem] = weights[stem] * information[stem] * information[stem] / all
    }
    return counts
  }
}
