import Store
import Testing

@testable import Search

@Suite struct SnippetTests {
  private func snippet(_ text: String, _ question: String, language: String? = nil) -> String {
    let asked = Question(question, languages: language.flatMap { SearchLanguage(tag: $0) }.map { [$0] } ?? [])
    let ranking = Ranking(
      asked, SearchStatistics(rows: 10, words: [100]), weights: [1], frequencies: asked.terms.map { _ in 1 })
    return Snippet(of: text, language: language, ranking, marks: .init(before: "<", after: ">")).text
  }

  @Test func `a short text is shown whole with its hits marked in every form`() {
    #expect(snippet("“Rivers” and\n a  river-bed.", "the river") == "“<Rivers>” and a <river>-bed.")
  }

  @Test func `of a long text the passage with most of the question is shown`() {
    let filler = (0..<60).map { "w\($0)" }.joined(separator: " ")
    let text = "silt \(filler) silt of the river \(filler)"
    let shown = snippet(text, "silt in the river")
    #expect(shown.contains("<silt> of the <river>"))
    #expect(shown.hasPrefix("…w56 w57 w58 w59 <silt>"))
    #expect(shown.hasSuffix("…"))
  }

  @Test func `near the end the passage is moved back so that it stays long`() {
    let filler = (0..<60).map { "w\($0)" }.joined(separator: " ")
    let shown = snippet("\(filler) silt.", "silt")
    #expect(shown.hasPrefix("…w29 "))
    #expect(shown.hasSuffix("<silt>."))
  }

  @Test func `without a hit the beginning is shown`() {
    #expect(snippet("One two.", "three") == "One two.")
    #expect(snippet("", "three").isEmpty)
  }

  @Test func `a text is read in its own language`() {
    #expect(snippet("Zwei Häuser", "Haus", language: "de") == "Zwei <Häuser>")
  }

  @Test func `pairs of letters that overlap are marked as one`() {
    #expect(snippet("夜も水門を守る。", "水門を守る") == "夜も<水門を守る>。")
    #expect(snippet("夜も水門を守る。", "水") == "夜も<水門>を守る。")
    #expect(snippet("2026年の水門", "水門") == "2026年の<水門>")
  }
}
