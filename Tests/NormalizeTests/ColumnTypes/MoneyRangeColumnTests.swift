import Normalize
import Testing

struct MoneyRangeColumnTests {
  @Test(arguments: [
    ("£42,000 to £48,500 a year", "42000.0, 48500.0, GBP, year"), ("25 EUR per hour", "25.0, 25.0, EUR, hour"),
    ("from 3000 CHF a month", "3000.0, null, CHF, month"),
    ("30000 - 45000 EUR per year", "30000.0, 45000.0, EUR, year"),
  ])
  func `reads both ends, the currency and the period`(written: String, values: String) {
    #expect(MoneyRangeColumn.outcome(written).hasPrefix("\(values) | money_range."))
  }

  @Test func `what is usual and not written is flagged`() {
    #expect(MoneyRangeColumn.outcome("$120k-150k/yr") == "120000.0, 150000.0, USD, year | money_range.range | inferred")
  }

  @Test(arguments: ["competitive", "depends on experience"])
  func `refuses what names no amount`(written: String) {
    #expect(MoneyRangeColumn.outcome(written) == "null, null, null, null | invalid")
  }
}
