import Testing
import Values

struct ExactDecimalTests {
  private func decimal(_ whole: String, _ fraction: String = "") throws -> ExactDecimal {
    try #require(ExactDecimal(whole: whole.utf8, fraction: fraction.utf8))
  }

  @Test(arguments: [
    ("1250", "50", "1250.5"), ("0", "1", "0.1"), ("", "75", "0.75"), ("00123", "", "123"), ("0", "000", "0"),
    ("9223372036854775808", "", "9223372036854775808"), ("1", "000000000001", "1.000000000001"),
  ])
  func `writes its digits without zeros that say nothing`(whole: String, fraction: String, written: String) throws {
    #expect(try decimal(whole, fraction).description == written)
  }

  @Test func `keeps what binary floating point loses`() throws {
    #expect(try decimal("0", "1").adding(decimal("0", "2")) == decimal("0", "3"))
    #expect(try decimal("4", "35").multiplied(by: ExactDecimal(100)) == ExactDecimal(435))
  }

  @Test func `refuses more than 38 digits`() {
    #expect(ExactDecimal(whole: String(repeating: "9", count: 40).utf8, fraction: "".utf8) == nil)
    #expect(ExactDecimal(whole: "".utf8, fraction: "".utf8) == nil)
    #expect(ExactDecimal(whole: "12a".utf8, fraction: "".utf8) == nil)
  }

  @Test func `divides to fifteen digits and rounds the last`() throws {
    #expect(try #require(ExactDecimal(1).divided(by: ExactDecimal(8))).description == "0.125")
    #expect(try #require(ExactDecimal(2).divided(by: ExactDecimal(3))).description.hasPrefix("0.66666666666666"))
    #expect(try #require(ExactDecimal(2).divided(by: ExactDecimal(3))).description.hasSuffix("7"))
    #expect(ExactDecimal(1).divided(by: .zero) == nil)
  }

  @Test func `compares across exponents`() throws {
    #expect(try decimal("1", "5") < ExactDecimal(2))
    #expect(try decimal("1", "50") == decimal("1", "5"))
    #expect(ExactDecimal(-3) < .zero)
    #expect(ExactDecimal(1200).integer == 1200)
    #expect(try decimal("1", "5").integer == nil)
  }

  @Test func `scales by powers of ten within its range`() throws {
    #expect(try #require(decimal("1", "2").scaled(byPowerOfTen: 6)).description == "1200000")
    #expect(ExactDecimal(1).scaled(byPowerOfTen: 61) == nil)
  }
}
