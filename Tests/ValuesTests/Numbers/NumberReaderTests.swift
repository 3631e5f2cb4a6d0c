import Testing
import Values

struct NumberReaderTests {
  @Test(arguments: [
    ("2.345,5", "de", "2345.5"), ("2 345,5", "fr", "2345.5"), ("2'345.5", "de-CH", "2345.5"),
    ("23,45,678", "en-IN", "2345678"), ("2,345", "en", "2345"), ("2,345", "de", "2.345"), ("2.345", "de", "2345"),
    ("٢٣٤٫٥", "ar", "234.5"), ("२३४", "hi", "234"), ("２３４", "ja", "234"), ("−7", "en", "-7"), ("+7", "en", "7"),
    ("2e4", "en", "20000"), ("2E-2", "en", "0.02"), ("25%", "en", "0.25"), ("¾", "en", "0.75"), ("2½", "en", "2.5"),
    ("3/8", "en", "0.375"), ("2.5K", "en", "2500"), ("3bn", "en", "3000000000"), ("7 lakh", "en", "700000"),
    ("2,5 Mio.", "de", "2500000"), ("~300", "en", "300"), ("(1,500)", "en", "-1500"), ("1.500-", "de", "-1500"),
    ("五百四十", "zh", "540"), ("80万", "ja", "800000"), ("1億2千万", "ja", "120000000"), ("forty-two", "en", "42"),
    ("2万亿", "zh", "2000000000000"), ("一百五", "zh", "150"), ("一百五", "ja", "105"), ("1.5x10^3", "en", "1500"),
    ("2 × 10⁻³", "en", "0.002"), ("about 70", "en", "70"), ("two hundred and five hundredths", "en", "200.05"),
    ("two hundred and six", "en", "206"), ("four thousand three hundred", "en", "4300"),
    ("one and a half", "en", "1.5"),
    ("three quarters", "en", "0.75"), ("two point five", "en", "2.5"), ("minus eleven", "en", "-11"),
  ])
  func `reads one number whoever wrote it`(text: String, locale: String, value: String) {
    #expect(readNumber(text, locale: locale)?.value.description == value)
  }

  @Test(arguments: [
    "", "-", "n/a", "NaN", "Infinity", "2,34,5", "1.2.3", "12abc", "0x1F", "10-20", "3 of 5", "2026-03-05", "10:30",
    "5 kg",
    "A4", "1,234.5,6", "一百五", "2^5",
  ])
  func `refuses what is no number`(text: String) {
    #expect(readNumber(text, locale: "en") == nil)
  }

  @Test func `flags a separator that could be either where the locale is unknown`() {
    #expect(readNumber("2,345")?.isAmbiguous == true)
    #expect(readNumber("2.345")?.isAmbiguous == true)
    #expect(readNumber("2.345,6")?.isAmbiguous == false)
    #expect(readNumber("2.34")?.isAmbiguous == false)
    #expect(readNumber("2,345", locale: "en")?.isAmbiguous == false)
  }

  @Test(arguments: [("12,5 %", "de", "12.5"), ("-3%", "en", "-3"), ("％５", "ja", "5"), ("five percent", "en", "5")])
  func `reads percentages in hundredths`(text: String, locale: String, value: String) {
    #expect(readPercent(text, locale: locale)?.value.description == value)
    #expect(readPercent(text, locale: locale)?.isAmbiguous == false)
  }

  @Test func `flags a percentage without its sign`() {
    #expect(readPercent("12.5", locale: "en")?.isAmbiguous == true)
    #expect(readPercent("12.5 kg", locale: "en") == nil)
  }
}
