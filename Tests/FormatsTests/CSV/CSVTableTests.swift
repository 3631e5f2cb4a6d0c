import Formats
import Testing

struct CSVTableTests {
  /// A line for each row, and for each fault its place and message.
  private func read(_ text: String, _ options: CSVTable.Options = .init(), size: Int = 1 << 20) -> [String] {
    var table = CSVTable(options)
    let lines = steps(&table, Array(text.utf8), size: size).map { step in
      switch step {
      case .row(let row): "\(row.line): \(row.cells.map { $0 ?? "-" }.joined(separator: "/"))"
      case .fault(let fault): "\(fault.line)! \(fault.message)"
      default: "\(step)"
      }
    }
    return [(table.fields ?? []).joined(separator: "/")] + lines
  }

  @Test(arguments: [
    ("a,b\r\n1,2\r\n", ["a/b", "2: 1/2"]),
    ("a,b\n1,\"x, \"\"y\"\"\nz\"\n3,4", ["a/b", "2: 1/x, \"y\"\nz", "4: 3/4"]),
    ("a;b\n1,5;2,5\n", ["a/b", "2: 1,5/2,5"]),
    ("a\tb\n1\t2, or 3\n", ["a/b", "2: 1/2, or 3"]),
    ("a|b\n1|2,3\n4|5,6\n", ["a/b", "2: 1/2,3", "3: 4/5,6"]),
    ("a,b\r1,2\r3,4\r", ["a/b", "2: 1/2", "3: 3/4"]),
    ("\u{FEFF}zip,name\n01234,x\n", ["zip/name", "2: 01234/x"]),
    ("sep=;\na;b\n1;2\n", ["a/b", "3: 1/2"]),
    ("a, b\n1, \"x, y\"\n", ["a/b", "2: 1/x, y"]),
    ("a,b\n1,\"say \\\"hi\\\", they\"\n2,\"C:\\\\x\"\n", ["a/b", "2: 1/say \"hi\", they", "3: 2/C:\\x"]),
    ("a,b\n1,'x, y'\n2,'z'\n", ["a/b", "2: 1/x, y", "3: 2/z"]),
    ("a,b\n1,d'Arte\n2,6' tall\n", ["a/b", "2: 1/d'Arte", "3: 2/6' tall"]),
    ("a,b\n1,5\" pipe\n", ["a/b", "2: 1/5\" pipe"]),
    ("name\nAnna\n007\n", ["name", "2: Anna", "3: 007"]),
  ])
  func `reads the dialects that files are written in`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
    #expect(read(text, size: 1) == expected)
  }

  @Test(arguments: [
    (
      "a,b\n1,2\n3\n4,5,6\n7,8\n",
      ["a/b", "2: 1/2", "3! the row has 1 cells, the header 2", "4! the row has 3 cells, the header 2", "5: 7/8"]
    ),
    ("a,b\n1,2,\n,,\n\n3,4\n", ["a/b", "2: 1/2", "5: 3/4"]),
    ("a,b\n1,\"x\"y,2\n3,4\n", ["a/b", "2! a quote stands inside a quoted cell and isn't doubled", "3: 3/4"]),
    ("a,b\n1,\"never\n3,4\n", ["a/b", "2! a quoted cell is never closed", "3: 3/4"]),
  ])
  func `rejects what is no row of the table, by its line`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
    #expect(read(text, size: 1) == expected)
  }

  @Test(arguments: [
    ("# made by hand\nid,name\n1,x\n# one more\n2,y\n", ["id/name", "3: 1/x", "5: 2/y"]),
    ("Sales of May\n\nid,name,sum\n1,x,2\n3,y,4\n", ["id/name/sum", "4: 1/x/2", "5: 3/y/4"]),
    ("Sales,,\n,,\nid,name,sum\n1,x,2\n3,y,4\n", ["id/name/sum", "4: 1/x/2", "5: 3/y/4"]),
    ("#id,name\n1,x\n", ["#id/name", "2: 1/x"]),
  ])
  func `finds the header below comments and titles`(_ text: String, _ expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test func `names every column once`() {
    #expect(read("id,,id,id_2, name \n1,2,3,4,5\n")[0] == "id/column_2/id_3/id_2/name")
  }

  @Test func `takes the delimiter and the columns' names from the config`() {
    #expect(read("1,5;2\n", .init(delimiter: UInt8(ascii: ";"), header: ["x", "y"])) == ["x/y", "1: 1,5/2"])
  }

  @Test func `counts what it passes over`() {
    var table = CSVTable()
    _ = steps(&table, Array("Title\nid,name\n# x, y, z\n1,a\n2,b\n".utf8), size: 100)
    #expect(table.notes.titles == 1)
    #expect(table.notes.comments == 1)
  }

  @Test func `goes on after a row that is longer than it may be`() {
    let long = String(repeating: "x", count: CSVReader.rowLimit + 10)
    #expect(
      read("a,b\n1,\(long)\n3,4\n", size: 1 << 20)
        == ["a/b", "2! the row is longer than 4 MiB", "3: 3/4"])
  }
}
