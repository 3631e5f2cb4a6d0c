import Testing

@testable import Values

struct DateLexiconTests {
  @Test(arguments: [
    ("january", 1), ("mars", 3), ("août", 8), ("aout", 8), ("września", 9), ("грудня", 12), ("三月", 3), ("เมษายน", 4),
    ("jan", 1),
  ])
  func `knows months`(name: String, month: UInt16) {
    #expect(DateLexicon.shared.words[TextHash.of(name)]?.months == 1 << month)
  }

  @Test func `knows where languages differ`() {
    let word = TextHash.of("listopad")
    #expect(DateLexicon.shared.month(of: word, language: "hr") == 10)
    #expect(DateLexicon.shared.month(of: word, language: "cs") == 11)
    #expect(DateLexicon.shared.month(of: word, language: "de") == nil)
  }

  @Test(
    arguments: [
      ("en", nil, nil), ("en", "us", .monthDayYear), ("en", "gb", .dayMonthYear), ("de", nil, .dayMonthYear),
      ("de", "at", .dayMonthYear), ("ja", nil, .yearMonthDay), ("fr", "ca", .yearMonthDay), ("qq", nil, nil),
    ] as [(String, String?, DateOrder?)])
  func `knows in which order locales write`(language: String, region: String?, order: DateOrder?) {
    #expect(DateLexicon.shared.order(language: language, region: region) == order)
  }
}
