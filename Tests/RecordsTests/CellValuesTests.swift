import Records
import Testing

struct CellValuesTests {
  @Test(arguments: [[], [.text("a")], [.null, .integer(1)], [.real(1), .null, .boolean(true)]] as [[Value]])
  func `holds its values in their order`(values: [Value]) {
    let kept = CellValues(values)
    #expect(Array(kept) == values)
    #expect(kept.count == values.count)
    #expect(kept.first == values.first)
    #expect(kept.areNull == values.allSatisfy { $0 == .null })
  }

  @Test func `equal values are equal however they were put in`() {
    #expect(CellValues(.text("a")) == [.text("a")])
    #expect(CellValues(nulls: 2) == [.null, .null])
    #expect([.null] as CellValues != [])
    #expect([.text("a"), .null] as CellValues != [.text("a")])
  }
}
