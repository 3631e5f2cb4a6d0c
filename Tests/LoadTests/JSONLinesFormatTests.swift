import JSONText
import Load
import Records
import Testing

struct JSONLinesFormatTests {
  private let columns: [TableSchema.PhysicalColumn] = [
    .init("id", .text), .init("size", .real), .init("open", .boolean), .init("n", .integer),
    .init("more", .text, form: .json),
  ]

  @Test func `writes an object a row`() throws {
    let rows: [[Value]] = [
      [.text("a"), .real(2.5), .boolean(true), .integer(-7), .text("{\"b\":[1,2]}")],
      [.null, .null, .null, .null, .null],
    ]
    #expect(
      written(JSONLinesFormat(), columns, rows) == """
        {"id":"a","size":2.5,"open":true,"n":-7,"more":{"b":[1,2]}}
        {"id":null,"size":null,"open":null,"n":null,"more":null}

        """)
  }

  @Test(arguments: ["", " a ", "a\"b\\c", "\n\r\t\u{0}\u{1F}\u{7F}", "é🌊\u{2028}", "a,b;c"])
  func `writes texts that read back`(text: String) throws {
    let line = written(JSONLinesFormat(), [columns[0]], [[.text(text)]])
    #expect(line.utf8.filter { $0 == 10 }.count == 1)
    #expect(try JSONNode(parsing: Array(line.utf8)).plain["id"] == .string(text))
  }

  @Test func `writes what JSON has no word for as null`() {
    #expect(written(JSONLinesFormat(), [columns[1]], [[.real(.infinity)]]) == "{\"size\":null}\n")
  }
}
