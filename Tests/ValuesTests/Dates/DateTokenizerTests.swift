import Testing

@testable import Values

struct DateTokenizerTests {
  private func words(_ text: String) -> [String] {
    let bytes = FoldedText(text).bytes
    var tokenizer = DateTokenizer(bytes, lexicon: .shared)
    return (tokenizer.tokenize() ?? []).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("3rd March,2026", ["3", "rd", "march", ",", "2026"]), ("10 p.m.", ["10", "p.m", "."]),
    ("2026年3月5日木曜日", ["2026", "年", "3", "月", "5", "日", "木曜日"]), ("d'octobre", ["d'octobre"]),
    ("二十五日", ["二十五", "日"]), ("11 ก.พ. 2026", ["11", "ก.พ", ".", "2026"]), ("5،3", ["5", "،", "3"]),
    ("mise en ligne 3", ["mise en ligne", "3"]),
  ])
  func `cuts numbers, words and signs`(text: String, tokens: [String]) {
    #expect(words(text) == tokens)
  }

  @Test func `gives up texts of many tokens`() {
    var tokenizer = DateTokenizer(FoldedText(String(repeating: "1 ", count: 49)).bytes, lexicon: .shared)
    #expect(tokenizer.tokenize() == nil)
  }
}
