import Testing

@testable import Dedupe

struct BandSorterTests {
  @Test(arguments: [0, 1, 2, 1000, 5000]) func `sorts rows by key, those of one key in their order`(count: Int) {
    var random = FixedRandom(state: 3)
    let keys = (0..<count).map { _ in UInt32.random(in: 0...(.max), using: &random) & 0xF0F0_0F0F }
    var sorter = BandSorter()
    sorter.sort(first: 7, count: 1) { _ in 1 }
    sorter.sort(first: 10, count: count) { keys[$0 - 10] }
    let found = (0..<sorter.count).map { sorter.entries[$0] }
    #expect(found == keys.enumerated().map { UInt64($0.element) << 32 | UInt64($0.offset + 10) }.sorted())
  }
}
