import Testing

@testable import Search

@Suite struct QuestionTests {
  private func terms(_ text: String, _ languages: [SearchLanguage] = []) -> [[String]] {
    Question(text, languages: languages).terms.map { $0.forms.map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func `words that say nothing are left out`() {
    #expect(terms("What is known about the silt of rivers?") == [["silt"], ["rivers"]])
    #expect(terms("Was weiß man über Flüsse?", [.german]) == [["flusse"]])
  }

  @Test func `a question of nothing but such words is taken as it is`() {
    #expect(terms("to be or not to be") == [["to"], ["be"], ["or"], ["not"]])
  }

  @Test func `forms of one word are one term that was asked for twice`() {
    let question = Question("infection after infections")
    #expect(question.terms.map(\.count) == [2])
    #expect(question.sequence == [0, 0])
  }

  @Test func `a term has its other spelling`() {
    #expect(terms("behaviour") == [["behaviour", "behavior"]])
  }

  @Test func `without stop words the question may be in any language of the rows`() {
    #expect(terms("Kinder Impfungen", [.german]) == [["kinder", "kind"], ["impfungen", "impfung"]])
    #expect(terms("Kinder Impfungen") == [["kinder"], ["impfungen"]])
    #expect(terms("the Kinder", [.german]) == [["kinder"]])
  }

  @Test(arguments: [
    #"a" OR "b"#, "NEAR(x y, 5) AND NOT z*", "title:river ^first", "semi;colon -- drop table", "'single' \"double\"",
    "(open {brace} [bracket", "nul\u{0}byte \\ back",
  ])
  func `nothing but letters and numbers in quotes reaches the query language`(_ text: String) {
    let question = Question(text)
    let match = question.match(question.terms.map { _ in 1 }, isComplete: true)
    let outside = match.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.map { String($0.element) }
    #expect(outside.allSatisfy { ["", " OR ", "(", ")", ") OR ", " OR ("].contains($0) }, "\(match)")
    #expect(question.terms.joinedForms.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber } })
  }

  @Test func `a whole text as a question ends after so many terms`() {
    let text = (0..<5000).map { "word\($0)" }.joined(separator: " ")
    let question = Question(text)
    #expect(question.terms.count == Question.mostTerms)
    #expect(question.sequence.allSatisfy { $0 < Question.mostTerms })
  }

  @Test func `terms that no row has are not asked for, and of very many rows only the rarest terms`() {
    let question = Question("alpha beta gamma delta epsilon")
    #expect(question.match([1, 0, 2, 0, 0], isComplete: false) == #""alpha" OR "gamma""#)
    let frequencies = [90_000, 80_000, 10, 70_000, 5]
    #expect(question.match(frequencies, isComplete: false) == #""epsilon" OR "gamma" OR "delta""#)
    #expect(question.match(frequencies, isComplete: true).split(separator: " ").count == 9)
    #expect(question.match([0, 0, 0, 0, 0], isComplete: false).isEmpty)
  }
}

extension [Question.Term] {
  fileprivate var joinedForms: [String] { flatMap { $0.forms.map { String(decoding: $0, as: UTF8.self) } } }
}
