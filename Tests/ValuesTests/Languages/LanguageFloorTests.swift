import TestSupport
import Testing
import ValueScores

struct LanguageFloorTests {
  @Test(.enabled(if: BenchData.has("encoding/files.jsonl") && BenchData.has("dates/strings.jsonl")))
  func `tells the languages of the shared texts`() throws {
    let floors = [
      "language of 80 bytes": 0.9, "language of 400 bytes": 0.94, "language of 3000 bytes": 1,
      "language of paragraphs": 0.97,
    ]
    let scores = try scoreLanguages(try #require(BenchData.folder))
    #expect(scores.count == floors.count)
    for score in scores {
      #expect(score.share >= floors[score.name] ?? 1, "\(score): \(score.misses)")
      #expect(score.wrong * 20 <= score.total, "\(score): \(score.misses)")
    }
  }
}
