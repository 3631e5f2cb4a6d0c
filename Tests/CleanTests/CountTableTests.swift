import Testing

@testable import Clean

struct CountTableTests {
  @Test func `counts as a dictionary does, up to its capacity`() {
    var table = CountTable(capacity: 500)
    var expected: [UInt32: Int32] = [:]
    var state: UInt32 = 7
    for step in 0..<4000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      // Many keys share the low bits by which they are found.
      let key = ((state >> 16) % 500) << 12
      table.add(key, Int32(step % 3) + 1)
      expected[key, default: 0] += Int32(step % 3) + 1
    }
    #expect(expected.allSatisfy { table.count($0.key) == $0.value })
    #expect(table.count(4095) == 0)
  }

  @Test func `the key 0 is one as any other`() {
    var table = CountTable(capacity: 0)
    #expect(table.count(0) == 0)
    table.add(0)
    #expect(table.count(0) == 1)
    #expect(table.count(16) == 0)
  }
}
