import Normalize
import Testing

struct MoneyColumnTests {
  @Test(arguments: [
    ("€ 12.50", "12.5, EUR"), ("1.250,50 €", "1250.5, EUR"), ("GBP 3", "3.0, GBP"), ("¥1200", "1200.0, "),
  ])
  func `reads amounts with their currency`(written: String, values: String) {
    #expect(MoneyColumn.outcome(written).hasPrefix(values))
  }

  @Test func `a sign that several currencies share needs the locale or the column`() {
    #expect(MoneyColumn.outcome("$5") == "5.0, null | money.amount | ambiguous")
    #expect(MoneyColumn.outcome("$5", base: .init(locale: "en-US")).hasPrefix("5.0, USD | money."))
    #expect(MoneyColumn.outcome("$5", base: .init(options: .init(currency: "CAD"))).hasPrefix("5.0, CAD | money."))
    #expect(MoneyColumn.outcome("5", base: .init(options: .init(currency: "CAD"))).hasPrefix("5.0, CAD | money."))
  }

  @Test(arguments: ["free advice", "on request"])
  func `refuses what names no amount`(written: String) {
    #expect(MoneyColumn.outcome(written) == "null, null | invalid")
  }
}
