import TestSupport
import Testing
import ValueScores

struct DateFloorTests {
  @Test(.enabled(if: BenchData.has("dates/strings.jsonl")))
  func `reads dates of the shared cases`() throws {
    let scores = try scoreDates(try #require(BenchData.folder))
    let floors: [String: Double] = [
      "dates: absolute": 0.91, "dates: relative": 0.42, "dates: CLDR full, long, medium": 0.99,
      "dates: CLDR full, long, medium, no locale": 0.99, "dates: CLDR short": 1, "dates: CLDR short, no locale": 1,
      "dates: web forms": 1, "dates: web forms to refuse": 1, "dates: Retry-After": 1,
    ]
    for score in scores {
      #expect(score.share >= floors[score.name] ?? 1, "\(score)")
      if score.name == "dates: absolute" { #expect(score.wrong * 100 <= score.total, "\(score)") }
    }
    #expect(scores.count == floors.count)
  }
}
