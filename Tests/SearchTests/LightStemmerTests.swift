import Testing

@testable import Search

@Suite struct LightStemmerTests {
  private func stem(_ word: String, _ language: SearchLanguage) -> String {
    String(decoding: language.indexed(Array(word.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (SearchLanguage.german, ["haus", "hauser", "hause"]), (.german, ["impfung", "impfungen"]),
    (.german, ["kinder", "kindern", "kind", "kindes"]), (.german, ["schnell", "schneller", "schnelle", "schnellen"]),
    (.french, ["national", "nationale", "nationales", "nationaux"]),
    (.french, ["publie", "publies", "publiees", "publier"]),
    (.french, ["riviere", "rivieres"]), (.spanish, ["nino", "ninos", "nina", "ninas"]), (.spanish, ["luz", "luces"]),
    (.spanish, ["nacion", "naciones"]), (.italian, ["ricerca", "ricerche"]), (.italian, ["fiume", "fiumi"]),
    (.portuguese, ["nacao", "nacoes"]), (.portuguese, ["animal", "animais"]), (.portuguese, ["homem", "homens"]),
    (.dutch, ["huis", "huizen"]), (.dutch, ["mogelijkheid", "mogelijkheden"]), (.dutch, ["kat", "katten"]),
  ])
  func `forms of one word come to one stem`(_ language: SearchLanguage, _ words: [String]) {
    #expect(Set(words.map { stem($0, language) }).count == 1, "\(words.map { stem($0, language) })")
  }

  @Test(arguments: [
    (SearchLanguage.german, "haus", "hand"), (.french, "port", "porc"), (.spanish, "casa", "cama"),
    (.italian, "pane", "panna"), (.portuguese, "mao", "mal"), (.dutch, "boom", "boot"),
  ])
  func `different words stay apart`(_ language: SearchLanguage, _ one: String, _ other: String) {
    #expect(stem(one, language) != stem(other, language))
  }

  @Test func `an English word stays for SQLite to stem`() {
    #expect(stem("infections", .english) == "infections")
  }
}
