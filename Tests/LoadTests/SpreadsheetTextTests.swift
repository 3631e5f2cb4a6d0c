import Testing

@testable import Load

struct SpreadsheetTextTests {
  private func cut(_ text: String, reserving: Int = 0) -> String {
    String(decoding: SpreadsheetText.cut(Array(text.utf8)[...], reserving: reserving), as: UTF8.self)
  }

  @Test(arguments: ["a", "é", "語", "🌊"])
  func `cuts a text at what a cell holds, with a mark`(character: String) {
    let width = character.utf16.count
    let fits = String(repeating: character, count: SpreadsheetText.limit / width)
    #expect(cut(fits) == fits)
    let found = cut(fits + character + character)
    #expect(found.hasSuffix("\(character)… [cut]"))
    #expect(found.utf16.count <= SpreadsheetText.limit)
    #expect(found.utf16.count > SpreadsheetText.limit - width)
  }

  @Test func `leaves room for what stands in front`() {
    let text = "=" + String(repeating: "a", count: SpreadsheetText.limit - 1)
    #expect(cut(text) == text)
    #expect(cut(text, reserving: 1).utf16.count == SpreadsheetText.limit - 1)
  }
}
