import Testing

@testable import Values

struct HanNumeralTests {
  @Test(arguments: [
    ("三", 3, 1), ("十", 10, 2), ("十五", 15, 2), ("二十", 20, 2), ("三十一", 31, 2), ("二〇二六", 2026, 4), ("元", 1, 1),
    ("五日", 5, 1),
  ])
  func `reads numbers in Chinese characters`(written: String, value: Int, digits: Int) {
    let numeral = HanNumeral(Array(written.utf8), at: 0)
    #expect(numeral?.value == value)
    #expect(numeral?.digits == digits)
  }

  @Test(arguments: ["日", "", "十十", "三三十"])
  func `refuses what is none`(written: String) {
    #expect(HanNumeral(Array(written.utf8), at: 0) == nil)
  }
}
