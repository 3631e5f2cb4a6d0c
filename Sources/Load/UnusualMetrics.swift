package import Store

/// Finds the metrics of a publish that are far from what they were in the publishes before.
///
/// The distance is the modified z-score on the median and the median absolute deviation (Iglewicz and Hoaglin, "How to
/// Detect and Handle Outliers", 1993), which one odd night doesn't move.
package enum UnusualMetrics {
  /// How many publishes back are looked at.
  package static let publishes = 14
  /// How many of them it takes to know what is usual.
  static let least = 5
  /// The z-score from which on a value is an outlier, as its authors recommend.
  static let limit = 3.5
  /// The median absolute deviation of a normal distribution is this part of its standard deviation.
  static let normal = 0.6745

  /// What is unusual of a metric's value after the values `earlier`, as a sentence; nil for nothing.
  package static func finding(_ metric: TableMetric, after earlier: [Double]) -> String? {
    guard earlier.count >= least else { return nil }
    let median = median(earlier)
    let deviation = self.median(earlier.map { abs($0 - median) })
    // Values that hardly ever move make any move look enormous: small ones are let pass.
    let floor = metric.kind == .rows ? max(0.05 * median, 2) : 0.02
    let scale = max(deviation / normal, floor)
    guard abs(metric.value - median) > limit * scale else { return nil }
    return sentence(metric, median, earlier.count)
  }

  private static func sentence(_ metric: TableMetric, _ median: Double, _ count: Int) -> String {
    let place = "\(metric.table) from \(metric.source)"
    let usual = "in the \(count) publishes before"
    switch metric.kind {
    case .rows: return "\(place): \(Int(metric.value)) rows, \(Int(median)) \(usual)"
    case .nullShare:
      return "\(place): \(percent(metric.value)) without \(metric.column), \(percent(median)) \(usual)"
    case .duplicateShare: return "\(place): \(percent(metric.value)) copies, \(percent(median)) \(usual)"
    case .rejectShare: return "\(place): \(percent(metric.value)) rejected, \(percent(median)) \(usual)"
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
