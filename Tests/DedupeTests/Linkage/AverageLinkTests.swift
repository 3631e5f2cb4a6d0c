import Testing

@testable import Dedupe

struct AverageLinkTests {
  /// Scores from a list; all other pairs score -5.
  private struct Listed: PairScore {
    var scores: [UInt64: Float]

    func score(_ a: Int, _ b: Int) -> Float { scores[packed(a, b)] ?? -5 }

    var pairs: [ScoredPair] {
      scores.keys.sorted().map { ScoredPair(a: Int32(rows($0).0), b: Int32(rows($0).1), score: scores[$0] ?? 0) }
    }
  }

  @Test func `a chain doesn't join its ends`() {
    let score = Listed(scores: [packed(0, 1): 4, packed(1, 2): 3, packed(2, 3): 4])
    var clustering = AverageLink(rows: 4, threshold: 0, score: score)
    #expect(clustering.clusters(score.pairs, same: [], different: []) == [0, 0, 2, 2])
  }

  @Test func `one doubtful pair doesn't part what the others join`() {
    let score = Listed(scores: [packed(0, 1): 9, packed(1, 2): 9, packed(0, 2): -2])
    var clustering = AverageLink(rows: 3, threshold: 0, score: score)
    #expect(clustering.clusters(score.pairs, same: [], different: []) == [0, 0, 0])
  }

  @Test func `what is known to be the same is joined, what is different isn't`() {
    let score = Listed(scores: [packed(0, 1): 9, packed(2, 3): 9, packed(1, 2): 9])
    var clustering = AverageLink(rows: 5, threshold: 0, score: score)
    let clusters = clustering.clusters(score.pairs, same: [(0, 4)], different: [(0, 1)])
    #expect(clusters[4] == clusters[0])
    #expect(clusters[1] != clusters[0])
    #expect(clusters[2] == clusters[3])
  }

  @Test func `a difference holds for all that joins either`() {
    let score = Listed(scores: [
      packed(0, 1): 9, packed(1, 2): 8, packed(2, 3): 7, packed(0, 2): 6, packed(1, 3): 9, packed(0, 3): 9,
    ])
    var clustering = AverageLink(rows: 4, threshold: 0, score: score)
    let clusters = clustering.clusters(score.pairs, same: [], different: [(0, 3)])
    #expect(clusters[0] != clusters[3])
  }
}
