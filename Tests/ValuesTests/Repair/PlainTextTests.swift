import Testing

@testable import Values

struct PlainTextTests {
  @Test(arguments: [
    "", "Salt and water", "Zoë’s café – “R&D”", "Гроза над рекой", "水と塩。", "10 € a day", "one\ntwo", "Σαλάτα",
  ])
  func `tells text that reading leaves as it is`(text: String) {
    #expect(isReadAlready(text, keepsLineBreaks: true))
    #expect(readText(text, keepsLineBreaks: true) == ReadText(text: text))
  }

  @Test(arguments: [
    " a", "a ", "a  b", "a\tb", "a\n b", "a&amp;b", "cafÃ©", "a\u{A0}b", "a\u{200B}b", "so\u{AD}ft", "e\u{301}",
    "\u{0}",
    "か\u{3099}", "\u{387}", "Ã ", "a\u{3000}b", "it’s “ok”\u{200E}",
  ])
  func `leaves all else to a closer look`(text: String) {
    #expect(!isReadAlready(text, keepsLineBreaks: true))
  }

  @Test func `a line break is white space where none are kept`() {
    #expect(!isReadAlready("one\ntwo", keepsLineBreaks: false))
  }
}
