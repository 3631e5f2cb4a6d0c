import Testing

@testable import Search

@Suite struct WordScannerTests {
  private func words(_ text: String) -> [String] {
    var scanner = WordScanner(text)
    var words: [String] = []
    while scanner.next() { words.append(String(decoding: scanner.word, as: UTF8.self)) }
    return words
  }

  @Test(arguments: [
    ("Time-sharing, 1964!", ["time", "sharing", "1964"]), ("l’École d'été", ["l", "ecole", "d", "ete"]),
    ("Häuser  MÜLLER Straße", ["hauser", "muller", "straße"]), ("", []), (" .,;", []), ("a_b", ["a", "b"]),
    ("Cafe\u{301} noir", ["cafe", "noir"]), ("ΣΟΦΟΣ Москва", ["σοφοσ", "москва"]), ("x²", ["x²"]),
    ("東京 2026年", ["東京", "2026年"]), ("tie\u{1F600}dye", ["tie", "dye"]),
  ])
  func `cuts a text into folded words`(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `says where each word stands`() {
    let text = "¡Où est l’été?"
    var scanner = WordScanner(text)
    var found: [String] = []
    while scanner.next() { found.append(String(decoding: Array(text.utf8)[scanner.range], as: UTF8.self)) }
    #expect(found == ["Où", "est", "l", "été"])
  }
}
