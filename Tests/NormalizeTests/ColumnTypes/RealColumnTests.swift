import Normalize
import Testing

struct RealColumnTests {
  @Test(arguments: [
    ("1", "1.0"), ("-1.25", "-1.25"), (".5", "0.5"), ("6.02E23", "6.02e+23"), ("1e-3", "0.001"),
    ("-0.0", "0.0"),
    ("0." + String(repeating: "3", count: 400), "0.3333333333333333"),
  ])
  func `reads a decimal point and an exponent`(written: String, expected: String) {
    #expect(RealColumn.outcome(written) == "\(expected) | real.plain")
  }

  @Test(arguments: [
    "1,5", "1.", ".", "1e", "e5", "nan", "inf", "-infinity", "0x1p3", "1e999", "1 000.5", "1.5.2", "1_0",
  ])
  func `refuses anything else`(written: String) {
    #expect(RealColumn.outcome(written) == "null | invalid")
  }
}
