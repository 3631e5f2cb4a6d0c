import Normalize
import Testing

struct QuantityColumnTests {
  @Test(arguments: [
    ("100 km/h", "100.0, km/h"), ("25 °C", "25.0, Cel"), ("12 %", "12.0, %"), ("3.5 kg", "3.5, kg"),
  ])
  func `reads a number with its unit`(written: String, values: String) {
    #expect(QuantityColumn.outcome(written, base: .init(locale: "en")).hasPrefix("\(values) | quantity."))
  }

  @Test(arguments: ["IL-6", "seven", "kg"])
  func `refuses what has no unit or no number`(written: String) {
    #expect(QuantityColumn.outcome(written) == "null, null | invalid")
  }
}
