import Testing

@testable import Search

@Suite struct SearchLanguageTests {
  @Test(arguments: [
    ("What is known about rivers", SearchLanguage.english as SearchLanguage?), ("Was ist über Flüsse bekannt", .german),
    ("Que sait-on des rivières de France", .french), ("¿Qué se sabe de los ríos?", .spanish),
    ("Che cosa si sa dei fiumi", .italian), ("O que se sabe sobre os rios", .portuguese),
    ("Wat is er bekend over rivieren", .dutch), ("boundary layer", nil),
  ])
  func `a question's language shows in its stop words`(_ question: String, _ expected: SearchLanguage?) {
    var scanner = WordScanner(question)
    var words: [[UInt8]] = []
    while scanner.next() { words.append(scanner.word) }
    #expect(SearchLanguage.guess(words) == expected)
  }

  @Test func `a tag names its language whatever its region and case`() {
    #expect(SearchLanguage(tag: "de-AT") == .german)
    #expect(SearchLanguage(tag: "PT_br") == .portuguese)
    #expect(SearchLanguage(tag: "ja") == nil)
    #expect(SearchLanguage(tag: "") == nil)
  }

  @Test(arguments: SearchLanguage.allCases)
  func `stop words are written as words are folded`(_ language: SearchLanguage) {
    for word in language.knowledge.stopWords {
      var scanner = WordScanner(String(decoding: word, as: UTF8.self))
      #expect(scanner.next() && scanner.word == word, "\(String(decoding: word, as: UTF8.self))")
    }
    #expect(language.knowledge.stopWords.count > 80)
  }

  @Test func `a text is indexed word by word as its language has it`() {
    #expect(indexedText("Die Häuser, und Kinder!", language: "de-CH") == "die haus und kind")
    #expect(indexedText("The houses", language: "en") == nil)
    #expect(indexedText("“Houses” – 1 €", language: "en") == nil)
    #expect(indexedText("The 水門!", language: nil) == "the 水門 門")
    #expect(indexedText("The houses", language: nil) == nil)
  }
}
