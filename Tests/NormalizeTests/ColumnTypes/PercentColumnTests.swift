import Normalize
import Testing

struct PercentColumnTests {
  @Test(arguments: [("12,5 %", "12.5"), ("50%", "50.0"), ("5 percent", "5.0")])
  func `reads percentages in hundredths`(written: String, value: String) {
    #expect(PercentColumn.outcome(written, base: .init(locale: "de")).hasPrefix("\(value) | percent."))
  }

  @Test func `a number without a sign may be meant otherwise`() {
    #expect(PercentColumn.outcome("0.5").hasSuffix("| ambiguous"))
    #expect(PercentColumn.outcome("many") == "null | invalid")
  }
}
