import Testing

@testable import Normalize

struct WordReaderTests {
  private func words(_ text: String) -> [WrittenWord] { WrittenWords(0..<text.utf8.count, of: Array(text.utf8)).words }

  @Test(
    arguments: [
      ("Ada Moss's boat", ["Ada", "Moss", "boat"], [.sentence, .space, .possessive]),
      ("l'Institut Bellecombe", ["l", "Institut", "Bellecombe"], [.sentence, .none, .space]),
      ("Dr. Moss, S.A. (ST) & co.", ["Dr", "Moss", "S.A", "ST", "co"], [.sentence, .dot, .comma, .sentence, .other]),
      (
        "It ends. Here? “Yes” no", ["It", "ends", "Here", "Yes", "no"],
        [.sentence, .space, .sentence, .sentence, .quote]
      ),
      ("co-founder (ST) & sons", ["co-founder", "ST", "sons"], [.sentence, .openBracket, .other]),
    ] as [(String, [String], [WrittenWord.Gap])])
  func `reads words and what stands before them`(text: String, expected: [String], gaps: [WrittenWord.Gap]) {
    #expect(words(text).map { $0.text(in: Array(text.utf8)) } == expected)
    #expect(words(text).map(\.gap) == gaps)
  }

  @Test func `tells a word's letters and the lists it is on, whatever its case`() throws {
    let words = words("DIRECTOR Präsidentin J.R. university Œuvre 12")
    #expect(words.map(\.isCapital) == [true, true, true, false, true, false])
    #expect(words.map(\.isAllCapitals) == [true, false, true, false, false, false])
    #expect(words.map(\.isInitial) == [false, false, true, false, false, false])
    #expect(words.map(\.isNumber) == [false, false, false, false, false, true])
    #expect(words[0].marks.has(.role) && words[1].marks.has(.role) && words[3].marks.has(.english))
    #expect(words[3].isSmall(.english) && !words[0].isSmall(.role))
  }

  @Test func `endings tell trades and German institutes`() {
    let words = words("ornithologist Projektleiterin Max-Planck-Institut Gesundheitsministerium forest")
    #expect(words.map { $0.marks.has(.role) } == [true, true, false, false, false])
    #expect(words.map { $0.marks.has(.german) } == [false, false, true, true, false])
  }
}
