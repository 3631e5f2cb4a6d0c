import TestSupport
import Testing
import ValueScores

struct TextFloorTests {
  @Test(.enabled(if: BenchData.has("encoding/mojibake_ftfy.jsonl")))
  func `repairs the shared cases, and leaves alone those to be left`() throws {
    let scores = try scoreTexts(try #require(BenchData.folder))
    #expect(scores.count == 5)
    for score in scores {
      #expect(score.share >= (score.name == "text known-failures" ? 0.8 : 1), "\(score): \(score.misses)")
    }
  }
}
