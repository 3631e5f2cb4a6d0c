import Testing

@testable import Clean

struct FirstTableTests {
  @Test func `remembers which number came first with a hash`() {
    var table = FirstTable(capacity: 3)
    #expect(table.first(7, number: 0) == 0)
    #expect(table.first(0, number: 1) == 1)
    #expect(table.first(7, number: 2) == 0)
    #expect(table.first(0, number: 3) == 1)
  }

  @Test func `keeps hashes apart that share a place`() {
    var table = FirstTable(capacity: 100)
    #expect((0..<100).allSatisfy { table.first(UInt32($0) << 25, number: Int32($0)) == Int32($0) })
    #expect((0..<100).allSatisfy { table.first(UInt32($0) << 25, number: 999) == Int32($0) })
  }
}
