import Testing

@testable import Dedupe

struct RowTableTests {
  @Test func `finds each row again while it grows, also where hashes are equal`() {
    var random = FixedRandom(state: 2)
    var table = RowTable()
    let hashes = (0..<5000).map { $0 % 7 == 0 ? 42 : random.next() }
    for (row, hash) in hashes.enumerated() {
      #expect(table.find(hash) { $0 == Int32(row) } == nil)
      table.insert(hash, row: Int32(row)) { hashes[Int($0)] }
    }
    for (row, hash) in hashes.enumerated() { #expect(table.find(hash) { $0 == Int32(row) } == Int32(row)) }
    #expect(table.find(42) { _ in false } == nil)
    #expect(table.count == 5000)
  }
}
