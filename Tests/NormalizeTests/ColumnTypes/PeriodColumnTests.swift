import Normalize
import Testing

struct PeriodColumnTests {
  @Test(arguments: [
    ("1 to 3 March 2026", "2026-03-01, 2026-03-03"), ("March–May 2026", "2026-03, 2026-05"),
    ("Jan 2020 – present", "2020-01, null"), ("2026-03-01", "2026-03-01, 2026-03-01"),
  ])
  func `reads both ends to the precision that was written`(written: String, values: String) {
    #expect(PeriodColumn.outcome(written, base: .init(locale: "en")).hasPrefix("\(values) | date."))
  }

  @Test func `refuses what names no date`() { #expect(PeriodColumn.outcome("always") == "null, null | invalid") }
}
