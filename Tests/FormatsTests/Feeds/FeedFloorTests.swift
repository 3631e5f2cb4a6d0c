import FormatScores
import TestSupport
import Testing

@Test(.enabled(if: BenchData.has("feeds/feedparser_cases.jsonl")))
func `reads at least 98 of 100 fields of feeds as feedparser does`() throws {
  let root = try #require(BenchData.folder)
  let score = try scoreFeeds(root)
  let misses = try feedMisses(root).joined(separator: "\n")
  #expect(score.right * 100 >= score.of * 98, "\(misses)")
  #expect(score.of > 500)
}
