import Testing

@testable import Dedupe

struct SortedBandsTests {
  private let plan = BandPlan(NearTextRule())

  /// Units whose signatures take few values, so that many share a key.
  private func units(_ count: Int) -> TextUnits {
    var random = FixedRandom(state: 1)
    var units = TextUnits()
    for _ in 0..<count {
      let signature = (0..<Signature.bins).map { _ in UInt8.random(in: 0..<3, using: &random) }
      let entry = SketchBatch.Entry(
        raw: Hash128(high: 0, low: 0), words: Hash128(high: random.next(), low: random.next()), wordCount: 9,
        shingleCount: 5)
      _ = units.append(entry, signature: signature.span, shingleStart: 0)
    }
    return units
  }

  @Test(arguments: [0, 1, 3, 2000]) func `finds every unit of each key, and none for other keys`(count: Int) {
    let units = units(count)
    let bands = SortedBands(units, from: 0, plan)
    for band in 0..<plan.bands {
      var wanted: [UInt32: [Int32]] = [:]
      for unit in 0..<Int32(count) {
        let key = unsafe Signature.bandKey(units.signature(unit), first: band * plan.rows, rows: plan.rows)
        wanted[key, default: []].append(unit)
        for other in [key &- 1, key &+ 1, 0, .max] where wanted[other] == nil { wanted[other] = [] }
      }
      var (cursor, last) = (0, UInt32(0))
      for key in wanted.keys.sorted() {
        var found: [Int32] = []
        bands.find(key, key - last, band, &cursor, into: &found)
        last = key
        #expect(found == wanted[key])
      }
    }
  }

  @Test func `holds the units from the first on`() {
    let units = units(50)
    let bands = SortedBands(units, from: 40, plan)
    #expect(bands.count == 10)
    #expect((0..<10).map { bands.rows[$0] }.sorted() == Array(40..<50))
  }
}
