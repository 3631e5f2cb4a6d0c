/// What the values of a column are like.
package struct ColumnProfile: Hashable, Sendable {
  /// What its quantiles and its histogram measure.
  package enum Measure: Hashable, Sendable {
    /// The numbers themselves.
    case numbers
    /// Days since 1970-01-01.
    case days
    /// How many characters the texts have.
    case lengths
    /// Nothing: there are no values, or only true and false.
    case none
  }

  /// A value that occurs more than once.
  package struct Frequent: Hashable, Sendable {
    /// Shortened.
    package var value: String
    package var count: Int
  }

  package var measure: Measure
  /// How many values, nulls left out.
  package var values: Int
  package var distinct: Int
  /// The most frequent first; none that occur only once.
  package var frequent: [Frequent]
  /// The least, the three quartiles and the greatest; empty where nothing is measured.
  package var quantiles: [Double]
  /// How many values lie in each of as many equal parts of the range from the least to the greatest.
  package var histogram: [Int]
}

extension ColumnProfile {
  /// Parts of a histogram, at most.
  static let bins = 12

  /// The values at 0, 25, 50, 75 and 100 % of `sorted`, each one of them (nearest rank); empty for none.
  static func quantiles(of sorted: [Double]) -> [Double] {
    guard let last = sorted.indices.last else { return [] }
    return [0, 0.25, 0.5, 0.75, 1].map { sorted[Int(($0 * Double(last)).rounded())] }
  }

  /// The counts of `sorted` in equal parts of its range; a part for each whole number where there are few of them.
  static func histogram(of sorted: [Double]) -> [Int] {
    guard let first = sorted.first, let last = sorted.last else { return [] }
    guard first < last else { return [sorted.count] }
    // Beyond what a double holds there is nothing to draw.
    guard (last - first).isFinite else { return [] }
    let isWhole = last - first < Double(bins) && sorted.allSatisfy { $0 == $0.rounded() }
    let count = isWhole ? Int(last - first) + 1 : bins
    var counts = Array(repeating: 0, count: count)
    let span = isWhole ? Double(count) : last - first
    for value in sorted {
      let share = (value - first) / span
      counts[min(count - 1, Int(share * Double(count)))] += 1
    }
    return counts
  }
}
