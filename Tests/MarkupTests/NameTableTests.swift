import Testing

@testable import Markup

struct NameTableTests {
  @Test func `numbers names in the order given, in any case`() {
    let table = NameTable(["a", "href"])
    #expect(table.find(Array("HREF".utf8), 0, 4) == 1)
    #expect(table.find(Array("xax".utf8), 1, 2) == 0)
    #expect(table.find(Array("hre".utf8), 0, 3) == nil)
    #expect(table[1] == "href")
  }

  @Test func `keeps every name while it grows`() {
    var table = NameTable([])
    let names = (0..<5000).map { Array("Name-\($0)".utf8) }
    for (number, name) in names.enumerated() {
      #expect(table.insert(name, 0, name.count) == number)
    }
    #expect(names.enumerated().allSatisfy { table.find($1, 0, $1.count) == $0 })
    #expect(table[4999] == "name-4999")
  }

  @Test func `takes no name of a megabyte and no more than it has numbers for`() {
    var table = NameTable([])
    let long = [UInt8](repeating: 0x78, count: 1 << 20)
    #expect(table.insert(long, 0, long.count) == nil)
    for number in 0..<40_000 {
      let name = Array("n\(number)".utf8)
      _ = table.insert(name, 0, name.count)
    }
    #expect(table.count == 30_000)
  }
}
