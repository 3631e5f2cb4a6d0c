import Normalize
import Testing

struct IntegerColumnTests {
  @Test(arguments: [
    ("0", "0"), ("+7", "7"), ("-12", "-12"), ("007", "7"), ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"), ("-0", "0"),
    (String(repeating: "0", count: 40) + "5", "5"),
  ])
  func `reads plain digits`(written: String, expected: String) {
    #expect(IntegerColumn.outcome(written) == "\(expected) | integer.plain")
  }

  @Test(arguments: [
    ("1,234", "1234"), ("1 234 567", "1234567"), ("1\u{202F}234\u{A0}567", "1234567"), ("-12_345", "-12345"),
    ("999,999", "999999"),
  ])
  func `reads groups of three`(written: String, expected: String) {
    #expect(IntegerColumn.outcome(written) == "\(expected) | integer.grouped")
  }

  @Test(arguments: [
    "9223372036854775808", "1,23", "1,2345", "1234,567", "1,234 567", "1,234,", ",234", "1.5", "1e3", "+-1",
    "- 1", "12a",
    "٣", "1,,234", "1'234",
  ])
  func `refuses anything else`(written: String) {
    #expect(IntegerColumn.outcome(written) == "null | invalid")
  }
}
