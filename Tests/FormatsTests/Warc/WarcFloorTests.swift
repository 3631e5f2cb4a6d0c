import FormatScores
import TestSupport
import Testing

@Test(.enabled(if: BenchData.has("warc/example.warc.gz")))
func `reads every web archive of the bench to its end or its fault`() throws {
  let score = try scoreWarc(try #require(BenchData.folder))
  #expect(score.right == score.of)
  #expect(score.of > 4)
}
