import Testing
import Values

struct QuantityTests {
  @Test(arguments: [
    ("7 kg", "7", "kg"), ("3,5 m²", "3.5", "m2"), ("90 km/h", "90", "km/h"), ("5 ft 3 in", "5.25", "[ft_i]"),
    ("6'3\"", "6.25", "[ft_i]"), ("-8 °C", "-8", "Cel"), ("71 °F", "71", "[degF]"), ("15 %", "15", "%"),
    ("€9", "9", "EUR"),
    ("16 GB", "16", "GBy"), ("150 MW", "150", "MW"), ("150 mW", "150", "mW"), ("25 nm", "25", "nm"),
    ("25 Nm", "25", "N.m"),
    ("2 hr 15 min", "135", "min"), ("12 mg/dL", "12", "mg/dL"), ("220 V", "220", "V"),
    ("Weight: 4 lbs", "4", "[lb_av]"),
    ("1 500 g", "1500", "g"), ("45 years old", "45", "a"),
  ])
  func `reads a value and its unit`(text: String, value: String, unit: String) {
    let read = readQuantity(text)
    #expect(read?.value.description == value)
    #expect(read?.unit == unit)
  }

  @Test(arguments: ["5", "5 bananas", "", "kg", "COVID-19", "4 kg or 5 kg"])
  func `refuses what is no single quantity`(text: String) {
    #expect(readQuantity(text) == nil)
  }

  @Test func `follows the locale's decimal sign`() {
    #expect(readQuantity("1.500 kg", locale: "de")?.value == ExactDecimal(1500))
    #expect(readQuantity("1.500 kg", locale: "en")?.value.description == "1.5")
    #expect(readQuantity("1.500 kg")?.isAmbiguous == true)
  }
}
