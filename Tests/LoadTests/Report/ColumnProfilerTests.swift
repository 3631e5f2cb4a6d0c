import Records
import Store
import Testing

@testable import Load

struct ColumnProfilerTests {
  private func profile(_ values: [Value], isTruth: Bool = false) -> ColumnProfile {
    var profiler = ColumnProfiler(isTruth: isTruth)
    // The values stand in the second of two columns, in two batches.
    for part in [values.prefix(2), values.dropFirst(2)] {
      var batch = RowBatch(width: 2)
      for value in part {
        batch.append(.text("other"))
        batch.append(value)
      }
      profiler.add(batch, column: 1)
    }
    return profiler.profile
  }

  @Test func `measures numbers, whole or not`() {
    let found = profile([.integer(3), .null, .integer(3), .real(2.5), .integer(10)])
    #expect(found.measure == .numbers)
    #expect(found.values == 4)
    #expect(found.distinct == 3)
    #expect(found.frequent == [.init(value: "3", count: 2)])
    #expect(found.quantiles == [2.5, 3, 3, 3, 10])
    #expect(found.histogram.reduce(0, +) == 4)
  }

  @Test func `measures texts by their characters`() {
    let found = profile([.text("é"), .text("ebb"), .text("ebb"), .text("flow\nand ebb")])
    #expect(found.measure == .lengths)
    #expect(found.quantiles == [1, 3, 3, 3, 12])
    #expect(found.frequent == [.init(value: "ebb", count: 2)])
  }

  @Test(arguments: [
    (["2026-03-01", "2026-03", "2026"], ColumnProfile.Measure.days), (["2026-03-01T10:00:00Z"], .days),
    (["2026-03-01", "soon"], .lengths), (["2026-13-01"], .lengths), (["1234567"], .lengths),
  ])
  func `texts that all are dates are measured by the day`(_ texts: [String], _ measure: ColumnProfile.Measure) {
    #expect(profile(texts.map { .text($0) }).measure == measure)
  }

  @Test func `names truths and measures nothing of them`() {
    let found = profile(
      [.boolean(true), .boolean(false), .boolean(true), .boolean(false), .boolean(true)], isTruth: true)
    #expect(found.measure == .none)
    #expect(found.frequent == [.init(value: "true", count: 3), .init(value: "false", count: 2)])
    #expect(found.histogram.isEmpty)
  }

  @Test func `lists the five most frequent values, of equals the first by name, shortened`() {
    let long = String(repeating: "tide ", count: 30)
    let names = ["b", "a", "c", "d", "e", "f", long].flatMap { [$0, $0] } + [long, "once"]
    let found = profile(names.map { .text($0) })
    #expect(found.frequent.map(\.count) == [3, 2, 2, 2, 2])
    #expect(found.frequent.map(\.value).dropFirst() == ["a", "b", "c", "d"])
    #expect(found.frequent[0].value.count == 60)
    #expect(found.distinct == 8)
  }

  @Test func `a column without values has no profile to speak of`() {
    let found = profile([.null, .null])
    #expect(found == ColumnProfile(measure: .none, values: 0, distinct: 0, frequent: [], quantiles: [], histogram: []))
  }
}
