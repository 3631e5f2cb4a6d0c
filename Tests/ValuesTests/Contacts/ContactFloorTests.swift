import TestSupport
import Testing
import ValueScores

@Test(.enabled(if: BenchData.has("pii/sequences.jsonl")))
func `finds personal data at least as well as it did`() throws {
  let root = try #require(BenchData.folder)
  for score in try scoreContacts(root) { #expect(score.share >= 0.97, "\(score) \(score.misses)") }
}
