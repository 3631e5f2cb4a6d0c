import TestSupport
import Testing
import ValueScores
import Values

/// Floors under the scores on the shared bench, where it is at hand.
struct NumberFloorTests {
  @Test(.enabled(if: BenchData.has("numbers/prices.jsonl")))
  func `reads the bench's numbers, prices and salaries`() throws {
    let floors = [
      "number plain_own": 1.0, "money prices amount": 0.98, "money prices currency": 0.98,
      "money_range salary_own": 0.96,
      "number recognizers": 0.3, "money recognizers amount": 0.9,
    ]
    for score in try scoreNumbers(try #require(BenchData.folder)) {
      let floor = try #require(floors[score.name])
      #expect(score.share >= floor, "\(score)")
    }
  }

  @Test(.enabled(if: BenchData.has("ie/quantities.jsonl")))
  func `finds the bench's quantities`() throws {
    let floors: [String: (Double, Double)] = [
      "currency": (0.95, 0.95), "percentage": (0.9, 0.9), "age": (0.95, 0.95), "temperature": (0.95, 0.95),
      "dimension": (0.95, 0.93), "duration": (0.75, 0.45), "ordinal": (0.9, 0.35), "number": (0.65, 0.65),
    ]
    for spans in try scoreSpans(try #require(BenchData.folder)) {
      let floor = try #require(floors[spans.kind.rawValue])
      #expect(spans.precision >= floor.0 && spans.recall >= floor.1, "\(spans)")
    }
  }
}
