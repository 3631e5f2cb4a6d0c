import Testing

@testable import Dedupe

struct ShingleComparerTests {
  private func compare(_ comparer: inout ShingleComparer, _ shingles: [UInt32]) -> SharedShingles {
    var found = SharedShingles(shared: 0, inFirst: 0, inSecond: 0)
    unsafe shingles.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe found = comparer.compare(base, count: buffer.count) }
    }
    return found
  }

  private func take(_ comparer: inout ShingleComparer, _ shingles: [UInt32]) {
    unsafe shingles.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { unsafe comparer.take(base, count: buffer.count) }
    }
  }

  @Test func `counts like sets do, whatever came before`() {
    var random = FixedRandom(state: 7)
    var comparer = ShingleComparer()
    for round in 0..<400 {
      let spread = UInt32(1) << (3 + UInt32(round) % 14)
      let first = (0..<Int.random(in: 1...3000, using: &random)).map { _ in
        UInt32.random(in: 0..<spread, using: &random)
      }
      take(&comparer, first)
      for _ in 0..<3 {
        let second = (0..<Int.random(in: 1...900, using: &random)).map { _ in
          UInt32.random(in: 0..<spread, using: &random)
        }
        let wanted = SharedShingles(
          shared: Set(first).intersection(second).count, inFirst: Set(first).count, inSecond: Set(second).count)
        #expect(compare(&comparer, second) == wanted)
      }
    }
  }

  @Test func `gives the shares of either and of the shorter`() {
    let found = SharedShingles(shared: 4, inFirst: 4, inSecond: 16)
    #expect(found.jaccard == 0.25)
    #expect(found.containment == 1)
    #expect(SharedShingles(shared: 0, inFirst: 0, inSecond: 0).jaccard == 0)
  }
}
