import Store
import Testing

@testable import Load

@Suite struct UnusualMetricsTests {
  private func finding(_ value: Double, _ kind: TableMetric.Kind = .rows, after earlier: [Double]) -> String? {
    UnusualMetrics.finding(
      TableMetric(table: "posts", source: "site", kind: kind, column: kind == .nullShare ? "place" : "", value: value),
      after: earlier)
  }

  @Test func `a table that lost a third of its rows is told, with what is usual`() {
    #expect(
      finding(70, after: [101, 99, 100, 102, 98, 100, 100]) == "posts from site: 70 rows, 100 in the 7 publishes before"
    )
  }

  @Test func `one odd night among them doesn't hide the next`() {
    #expect(finding(30, after: [100, 101, 20, 99, 100, 102, 98]) != nil)
  }

  @Test(
    arguments: [
      (95, [101, 99, 100, 102, 98]), (100, [100, 100, 100, 100, 100]), (103, [100, 100, 100, 100, 100]),
      (8, [5, 5, 5, 5, 5]), (160, [40, 150, 90, 200, 120, 60]),
    ] as [(Double, [Double])])
  func `what moves as it always did is let pass`(value: Double, earlier: [Double]) {
    #expect(finding(value, after: earlier) == nil)
  }

  @Test func `four publishes are too few to know what is usual`() {
    #expect(finding(1, after: [100, 100, 100, 100]) == nil)
    #expect(finding(1, after: [100, 100, 100, 100, 100]) != nil)
  }

  @Test(arguments: [
    (TableMetric.Kind.nullShare, "posts from site: 60 % without place, 5 % in the 5 publishes before"),
    (.duplicateShare, "posts from site: 60 % copies, 5 % in the 5 publishes before"),
    (.rejectShare, "posts from site: 60 % rejected, 5 % in the 5 publishes before"),
  ])
  func `shares are told in words of their own`(kind: TableMetric.Kind, sentence: String) {
    #expect(finding(0.6, kind, after: [0.05, 0.04, 0.05, 0.06, 0.05]) == sentence)
    #expect(finding(0.09, kind, after: [0.05, 0.05, 0.05, 0.05, 0.05]) == nil)
  }
}
