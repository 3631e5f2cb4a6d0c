import TestSupport
import Testing
import ValueScores

@Test(.enabled(if: BenchData.has("locations/hand_own.jsonl")))
func `reads locations at least as well as it did`() throws {
  let root = try #require(BenchData.folder)
  let floors = ["location": 0.97, "location country": 1, "location generated": 0.98, "locations several": 1]
  for score in try scorePlaces(root) {
    let floor = try #require(floors[score.name])
    #expect(score.share >= floor, "\(score) \(score.misses)")
  }
}
