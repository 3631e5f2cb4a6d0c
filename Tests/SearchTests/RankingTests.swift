import Store
import Testing

@testable import Search

@Suite struct RankingTests {
  /// The rows in the order of their scores.
  private func order(_ question: String, _ texts: [[String]], weights: [Double] = [1], frequencies: [Int]? = nil)
    -> [Int]
  {
    let rows = texts.enumerated().map { FoundRow(id: "\($0)", texts: $1) }
    let asked = Question(question)
    let words = weights.indices.map { column in texts.reduce(0) { $0 + $1[column].split(separator: " ").count } }
    let ranking = Ranking(
      asked, SearchStatistics(rows: texts.count, words: words), weights: weights,
      frequencies: frequencies ?? asked.terms.map { _ in 1 })
    let scores = ranking.scores(of: rows)
    return texts.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  @Test func `the row with more of the terms comes first`() {
    #expect(order("silt in rivers", [["the silt of lakes"], ["silt of a river"], ["the river bank"]]).first == 1)
  }

  @Test func `a rare term counts more than a common one`() {
    #expect(order("river gauge", [["river a b"], ["gauge a b"]], frequencies: [2, 1]) == [1, 0])
  }

  @Test func `a word in a weightier column counts more`() {
    let rows = [["other words", "the mooring line"], ["mooring line", "some other words"]]
    #expect(order("mooring", rows, weights: [2, 1]) == [1, 0])
  }

  @Test func `of two rows with one hit the shorter comes first`() {
    #expect(order("mooring", [["mooring a b c d e f g h i j"], ["mooring a b"]]) == [1, 0])
  }

  @Test func `terms that stand together count more than terms far apart`() {
    let far = "boundary a b c d e f g h i j layer"
    let near = "a b c d e f g h i j boundary layer"
    #expect(order("boundary layer", [[far], [near]]) == [1, 0])
  }

  @Test func `a row like the best ones comes before one that is not`() {
    let rows = [
      ["kiln bread soup"], ["kiln glaze clay"], ["kiln kiln kiln glaze clay pot"], ["kiln kiln glaze clay oven"],
      ["kiln pie tart"],
    ]
    let found = order("kiln", rows)
    #expect(found.firstIndex(of: 1) ?? 9 < found.firstIndex(of: 0) ?? 0)
    #expect(found.firstIndex(of: 1) ?? 9 < found.firstIndex(of: 4) ?? 0)
  }

  @Test func `a common term never counts against a row`() {
    #expect(Ranking.information(of: 10, among: 10) > 0)
    #expect(Ranking.information(of: 0, among: 0) > 0)
  }

  @Test func `a row of another language is read in that language`() {
    let rows = [
      FoundRow(id: "a", texts: ["zwei Häuser am See"], language: "de"),
      FoundRow(id: "b", texts: ["zwei Brücken am See"], language: "de"),
    ]
    let asked = Question("Haus am See", languages: [.german])
    let ranking = Ranking(
      asked, SearchStatistics(rows: 2, words: [8]), weights: [1], frequencies: asked.terms.map { _ in 1 })
    let scores = ranking.scores(of: rows)
    #expect(scores[0] > scores[1])
  }
}
