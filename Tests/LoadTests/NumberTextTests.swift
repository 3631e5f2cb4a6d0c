import Testing

@testable import Load

struct NumberTextTests {
  private func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func text(_ number: Int64) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [0, 1, -1, 9, 10, 99, 100, -101, 1_000_000, 1_234_567, 9_007_199_254_740_993, .max, .min] as [Int64])
  func `writes whole numbers`(number: Int64) {
    #expect(text(number) == String(number))
  }

  @Test(
    arguments: [
      (0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (-1, "-1.0"), (0.1, "0.1"), (-0.25, "-0.25"), (1.05, "1.05"),
      (100_000, "100000.0"), (0.1 + 0.2, "0.30000000000000004"), (1234.5, "1234.5"), (0.000001, "0.000001"),
      (1e21, "1e+21"), (1e300, "1e+300"), (.infinity, "inf"), (2.675, "2.675"),
      (999_999_999_999_999, "999999999999999.0"),
    ] as [(Double, String)])
  func `writes doubles in the fewest digits`(number: Double, expected: String) {
    #expect(text(number) == expected)
  }

  @Test func `writes every double so that it reads back, in no more digits than the standard library`() {
    var state: UInt64 = 1
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let bits = state
      let any = Double(bitPattern: bits)
      let decimal = Double(Int64(truncatingIfNeeded: bits) >> 20) / [1, 10, 100, 1000, 1e6, 1e9][round % 6]
      for number in [any, decimal] where number.isFinite {
        #expect(Double(text(number)) == number)
        #expect(digits(text(number)) == digits(number.description), "\(number)")
      }
    }
  }

  /// The digits from the first to the last that isn't zero, without the exponent.
  private func digits(_ text: String) -> String {
    let mantissa = text.prefix { $0 != "e" }.filter(\.isNumber)
    return String(mantissa.drop { $0 == "0" }.reversed().drop { $0 == "0" }.reversed())
  }
}
