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
    ("東京 2026年", ["東京", "京", "2026", "年"]), ("tie\u{1F600}dye", ["tie", "dye"]),
    ("水門の番人、夜。", ["水門", "門の", "の番", "番人", "人", "夜"]), ("CDを2枚", ["cd", "を", "2", "枚"]),
    ("ล้างน้ำ", ["ลา", "าง", "งน", "นำ", "ำ"]), ("カ\u{3099}ス", ["カス", "ス"]), ("강에서", ["강에", "에서", "서"]),
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

  @Test func `pairs of letters overlap, and the last letter of a run is told`() {
    let text = "น้ำลึก A 水 番人"
    var scanner = WordScanner(text)
    var found: [String] = []
    while scanner.next() {
      found.append(String(decoding: Array(text.utf8)[scanner.range], as: UTF8.self) + (scanner.isTail ? "$" : ""))
    }
    #expect(found == ["น้ำ", "ำลึ", "ลึก", "ก$", "A", "水", "番人", "人$"])
  }
}
