import Load
import Records
import Testing

struct CSVFormatTests {
  private func line(_ row: [Value]) -> String {
    var bytes: [UInt8] = []
    CSVFormat.append(row: row, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (Value.null, ""), (.text(""), ""), (.text("tide"), "tide"), (.text("a,b"), "\"a,b\""),
    (.text("say \"ebb\""), "\"say \"\"ebb\"\"\""),
    (.text("two\nlines"), "\"two\nlines\""), (.text("a\r"), "\"a\r\""), (.text(" a"), "\" a\""),
    (.text("a "), "\"a \""),
    (.text("a b"), "a b"), (.text("é😀"), "é😀"), (.text("\""), "\"\"\"\""), (.text("=1+2"), "=1+2"),
    (.text("a;b\tc"), "a;b\tc"),
    (.integer(-42), "-42"), (.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"),
    (.boolean(true), "true"), (.boolean(false), "false"), (.real(1), "1"), (.real(-0.5), "-0.5"), (.real(0.1), "0.1"),
    (.real(1e300), "1e+300"), (.real(100_000), "100000"), (.real(0.1 + 0.2), "0.30000000000000004"),
  ])
  func `writes a field in quotes only where it must`(value: Value, written: String) {
    #expect(line([.integer(0), value]) == "0,\(written)\n")
    #expect(line([value, .integer(0)]) == "\(written),0\n")
  }

  @Test func `never writes a blank line`() {
    #expect(line([.null]) == "\"\"\n")
    #expect(line([.text("")]) == "\"\"\n")
    #expect(line([.null, .null]) == ",\n")
  }

  @Test func `quotes names in the header too`() {
    var bytes: [UInt8] = []
    CSVFormat.append(header: ["id", "a,b", "c\"d"], to: &bytes)
    CSVFormat.append(row: [.integer(1), .null, .boolean(true)], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "id,\"a,b\",\"c\"\"d\"\n1,,true\n")
  }

  @Test(arguments: [
    0.1, 1.0 / 3, .leastNonzeroMagnitude, -.leastNormalMagnitude, 1.7976931348623157e308, 123_456_789.125, -1e-7, 1e16,
    9_007_199_254_740_992,
  ])
  func `writes numbers so that they read back exactly`(number: Double) {
    let written = line([.real(number)]).dropLast()
    #expect(Double(written) == number)
  }
}
