import Normalize
import Testing

struct NumberColumnTests {
  @Test(arguments: [
    ("1,234,567.5", "1234567.5"), ("1.2k", "1200.0"), ("3 million", "3000000.0"), ("-5", "-5.0"), ("½", "0.5"),
  ])
  func `reads numbers as people write them`(written: String, value: String) {
    #expect(NumberColumn.outcome(written).hasPrefix("\(value) | number."))
  }

  @Test func `the locale decides between groups and decimals, and without one nothing is guessed`() {
    #expect(NumberColumn.outcome("1,234").hasSuffix("| ambiguous"))
    #expect(NumberColumn.outcome("1,234", base: .init(locale: "en")).hasPrefix("1234.0 |"))
    #expect(NumberColumn.outcome("1,234", base: .init(locale: "de")).hasPrefix("1.234 |"))
  }

  @Test(arguments: ["COVID-19", "ten or so", "1.2.3"])
  func `refuses what isn't one`(written: String) { #expect(NumberColumn.outcome(written) == "null | invalid") }
}
