import Normalize
import Testing

struct PhoneColumnTests {
  @Test func `gives E.164, and the country is flagged where the locale tells it`() {
    #expect(PhoneColumn.outcome("+44 (0)20 7946 0018") == "+442079460018 | phone.number")
    #expect(
      PhoneColumn.outcome("020 7946 0018", base: .init(locale: "en-GB")) == "+442079460018 | phone.number | inferred")
    #expect(PhoneColumn.outcome("+1 212 555 0100 x12").hasPrefix("+12125550100;ext=12 |"))
  }

  @Test(arguments: ["020 7946 0018", "+44 20", "call me"])
  func `refuses what is no number, or whose country isn't known`(written: String) {
    #expect(PhoneColumn.outcome(written) == "null | invalid")
  }
}
