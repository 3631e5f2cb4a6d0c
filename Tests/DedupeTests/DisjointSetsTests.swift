import Testing

@testable import Dedupe

struct DisjointSetsTests {
  private func sets(_ count: Int, _ unions: [(Int32, Int32)]) -> [Int32] {
    var sets = DisjointSets()
    for _ in 0..<count { sets.append() }
    for (a, b) in unions { sets.unite(a, b) }
    return (0..<Int32(count)).map { sets.root(of: $0) }
  }

  @Test func `leaves each row alone at first`() {
    #expect(sets(4, []) == [0, 1, 2, 3])
  }

  @Test func `joins what is joined by a chain, under its smallest row`() {
    #expect(sets(6, [(4, 5), (2, 4), (5, 1)]) == [0, 1, 1, 3, 1, 1])
    #expect(sets(3, [(1, 1), (2, 0), (0, 2)]) == [0, 1, 0])
  }

  @Test func `gives the same sets in whatever order they are joined`() {
    var generator = SteppedGenerator(seed: 11)
    let unions = (0..<300).map { _ in
      (Int32.random(in: 0..<400, using: &generator), Int32.random(in: 0..<400, using: &generator))
    }
    let expected = sets(400, unions)
    for _ in 0..<5 {
      #expect(sets(400, unions.shuffled(using: &generator)) == expected)
      #expect(sets(400, unions.map { ($0.1, $0.0) }) == expected)
    }
  }

  @Test func `does not slow down on a long chain`() {
    let count: Int32 = 200_000
    #expect(sets(Int(count), (1..<count).map { (count - $0, count - $0 - 1) }).allSatisfy { $0 == 0 })
  }
}

/// The same random numbers in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SteppedGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
