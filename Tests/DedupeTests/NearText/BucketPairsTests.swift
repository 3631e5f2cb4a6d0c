import Records
import Testing

@testable import Dedupe

struct BucketPairsTests {
  private let plan = BandPlan(NearTextRule(similarity: 0.5))
  private let pairs: BucketPairs

  init() { pairs = BucketPairs(band: 2, plan) }

  /// Units of one bucket: their signatures agree in the band, and behind it take one of `kinds` values a row.
  private func units(_ count: Int, kinds: UInt8, seed: UInt64) -> TextUnits {
    var random = FixedRandom(state: seed)
    var units = TextUnits()
    for _ in 0..<count {
      var signature = [UInt8](repeating: 1, count: Signature.bins)
      for row in (3 * plan.rows)..<Signature.bins { signature[row] = UInt8.random(in: 0..<kinds, using: &random) }
      let words = Hash128(high: random.next(), low: random.next())
      let zero = Hash128(high: 0, low: 0)
      _ = units.append(
        SketchBatch.Entry(raw: zero, words: words, wordCount: 9, shingleCount: 5), signature: signature.span,
        shingleStart: 0)
    }
    return units
  }

  private func all(_ bucket: [Int32], _ units: borrowing TextUnits) throws -> Set<[Int32]> {
    var found: Set<[Int32]> = []
    try pairs.each(bucket, units) { (a, b) throws(Failure) in found.insert([min(a, b), max(a, b)]) }
    return found
  }

  @Test(arguments: [0, 1, 2, 40, 64]) func `holds each unit of a small bucket against each`(count: Int) throws {
    let units = units(count, kinds: 2, seed: 1)
    #expect(try all(Array(0..<Int32(count)), units).count == count * (count - 1) / 2)
  }

  @Test(arguments: [1, 2, 8] as [UInt8]) func `holds each unit of a large bucket against few`(kinds: UInt8) throws {
    let units = units(3000, kinds: kinds, seed: 2)
    let found = try all(Array(0..<3000), units)
    #expect(found.count <= 3000 * (4 * 8 + 64))
    #expect(Set(found.flatMap { $0 }).count == 3000)
  }

  @Test(arguments: [1, 2, 8] as [UInt8], [50, 90, 700]) func `holds one unit against those it is paired with`(
    kinds: UInt8, count: Int
  ) throws {
    let units = units(count, kinds: kinds, seed: 3)
    let bucket = Array(0..<Int32(count))
    let found = try all(bucket, units)
    for unit in bucket {
      var own: Set<[Int32]> = []
      try pairs.each(of: unit, bucket, units) { (a, b) throws(Failure) in own.insert([min(a, b), max(a, b)]) }
      #expect(own == found.filter { $0.contains(unit) })
    }
  }

  @Test(arguments: [1, 2, 4] as [UInt8], [63, 64, 66, 130, 280])
  func `tells which units a change unsettles`(kinds: UInt8, count: Int) throws {
    var random = FixedRandom(state: UInt64(count) + UInt64(kinds))
    for round in 0..<25 {
      let units = units(count + 3, kinds: kinds, seed: UInt64(round))
      for _ in 0..<count { joinSome(units, &random) }
      let every = Array(0..<Int32(count + 3))
      let changed = Set(every.shuffled(using: &random).prefix(1 + round % 3))
      let without = every.filter { !changed.contains($0) }
      for (before, after) in [(every, without), (without, every)] {
        var unsettled: Set<Int32> = changed
        for unit in changed { unsettled.formUnion(pairs.unsettled(by: unit, before: before, after: after, units)) }
        let (old, new) = (try all(before, units), try all(after, units))
        for pair in new.subtracting(old) { #expect(!unsettled.isDisjoint(with: pair)) }
        for pair in old.subtracting(new) where units.root(of: pair[0]) == units.root(of: pair[1]) {
          #expect(!unsettled.isDisjoint(with: pair))
        }
      }
    }
  }

  private func joinSome(_ units: borrowing TextUnits, _ random: inout FixedRandom) {
    let (a, b) = (
      Int32.random(in: 0..<Int32(units.count), using: &random), Int32.random(in: 0..<Int32(units.count), using: &random)
    )
    if units.root(of: a) != units.root(of: b), random.next() % 3 == 0 { units.unite(a, b) }
  }
}
