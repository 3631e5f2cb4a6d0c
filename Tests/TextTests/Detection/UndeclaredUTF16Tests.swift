import Testing

@testable import Text

struct UndeclaredUTF16Tests {
  private func bytes(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: [
    "The tide comes in.\n", "<!DOCTYPE html><p>é and –</p>", "Прилив приходит позже.\n", "Прилив", "Η παλίρροια",
    "गाड़ी आ रही है",
    "漢字かな交じり文の例です。\n", "我们可以选择这个时间", "시간을 선택하세요. 이 항구",
  ])
  func `knows UTF-16 without a mark`(sentence: String) {
    for bigEndian in [true, false] {
      let decoded = decode(bytes(sentence, bigEndian: bigEndian), charsetHint: nil, markup: false)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == sentence)
      #expect(decoded.rule == .detected)
      #expect(isUndeclaredUTF16(bytes(sentence, bigEndian: bigEndian)))
    }
  }

  @Test func `takes text with stray NULs for what it is`() {
    #expect(undeclaredUTF16(Array("a\0b\0 text with two NULs".utf8)) == nil)
    #expect(undeclaredUTF16(Array("text\0".utf8) + [UInt8](repeating: 0, count: 40)) == nil)
    #expect(!isUndeclaredUTF16(Array("plain".utf8)))
    #expect(!isUndeclaredUTF16(Array(String(repeating: "abcdefgh", count: 99).utf8) + [0]))
    #expect(!isUndeclaredUTF16([]))
  }

  @Test func `leaves Shift_JIS to those who know it`() {
    let kana: [UInt8] = [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD]
    #expect(undeclaredEastAsianUTF16(kana) == nil)
  }
}
