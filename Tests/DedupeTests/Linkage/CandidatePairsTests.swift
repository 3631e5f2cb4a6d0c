import Testing

@testable import Dedupe

struct CandidatePairsTests {
  @Test func `a key that too many share is joined with others`() {
    // All live in one of two cities and have one of twenty names: only both together are rare enough.
    let rows = 4000
    let names = column((0..<rows).map { "name\($0 % 20)" })
    let cities = column((0..<rows).map { "city\($0 / 20 % 2)" })
    let fields = [
      Field(name: "name", column: names, kind: .name), Field(name: "city", column: cities, kind: .name),
    ]
    let pairs = CandidatePairs(RowSpace(count: rows, boundary: nil), fields, keys: [], pairLimit: 1_000_000).pairs()
    // Rows 0 and 40 share both, 0 and 20 the name alone, 0 and 1 the city alone.
    #expect(pairs.contains(packed(0, 40)))
    #expect(!pairs.contains(packed(0, 20)))
    #expect(!pairs.contains(packed(0, 1)))
    #expect(pairs.allSatisfy { $0 >> 32 < $0 & 0xFFFF_FFFF })
    #expect(pairs == pairs.sorted())
  }

  @Test func `keeps to the limit of pairs`() {
    let rows = 2000
    let field = Field(name: "name", column: column((0..<rows).map { "name\($0 % 25)" }), kind: .name)
    let space = RowSpace(count: rows, boundary: nil)
    let pairs = CandidatePairs(space, [field], keys: [], pairLimit: 6000).pairs()
    #expect(!pairs.isEmpty)
    #expect(pairs.count <= 2 * 6000)
  }

  @Test func `between two tables pairs cross, near misses don't`() {
    let field = Field(name: "name", column: column(["ann", "ann", "bob", "ann", "bob", "bob"]), kind: .name)
    let space = RowSpace(count: 6, boundary: 3)
    let candidates = CandidatePairs(space, [field], keys: [], pairLimit: 1000)
    #expect(candidates.pairs() == [packed(0, 3), packed(1, 3), packed(2, 4), packed(2, 5)])
    #expect(candidates.pairs(within: true) == [packed(0, 1), packed(4, 5)])
  }

  @Test func `rows are sorted by key as by any other sort`() {
    var keys = KeyedRows()
    for row in 0..<10_000 { keys.append(key: mixed(UInt64(row % 700)), row: row) }
    let expected = keys.entries.sorted()
    keys.sort()
    #expect(keys.entries == expected)
    var runs = 0
    keys.eachRun { _ in runs += 1 }
    #expect(runs == 700)
  }

  private func column(_ values: [String]) -> ValueColumn {
    var column = ValueColumn()
    for value in values { column.append(value) }
    return column
  }
}
