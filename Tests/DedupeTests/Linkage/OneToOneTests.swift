import Testing

@testable import Dedupe

struct OneToOneTests {
  @Test func `gives each record its best partner that is left`() {
    let pairs = [
      ScoredPair(a: 0, b: 2, score: 3), ScoredPair(a: 0, b: 3, score: 5), ScoredPair(a: 1, b: 3, score: 4),
      ScoredPair(a: 1, b: 2, score: 1),
    ]
    let found = oneToOne(pairs, rows: 4)
    #expect(found.map { [$0.a, $0.b] } == [[0, 3], [1, 2]])
  }

  @Test func `equal scores go by the rows' order`() {
    let pairs = [ScoredPair(a: 1, b: 2, score: 3), ScoredPair(a: 0, b: 2, score: 3)]
    #expect(oneToOne(pairs, rows: 3).map(\.a) == [0])
  }
}
