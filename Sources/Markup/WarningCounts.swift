/// Counts by warning code.
struct WarningCounts: Sendable {
  private var counts = [Int](repeating: 0, count: MarkupWarning.Code.allCases.count)

  mutating func add(_ code: MarkupWarning.Code, _ count: Int = 1) {
    if let place = MarkupWarning.Code.allCases.firstIndex(of: code) { counts[place] += count }
  }

  /// The warnings that occurred, in the order of their declaration.
  var warnings: [MarkupWarning] {
    zip(MarkupWarning.Code.allCases, counts).compactMap { $1 > 0 ? MarkupWarning($0, count: $1) : nil }
  }
}
