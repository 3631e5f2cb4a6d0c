import Foundation
import JSONText
import Load
import Records
import Store
import TestSupport
import Testing

struct CSVFormatTests {
  private let columns: [TableSchema.PhysicalColumn] = [
    .init("n", .integer), .init("value", .text), .init("m", .integer),
  ]

  /// The field of a value between two numbers.
  private func field(_ value: Value, _ storage: TableSchema.Storage = .text, as format: CSVFormat) -> String {
    let columns = [columns[0], .init("value", storage), columns[2]]
    // Behind the header, `0,` and before `,1` and the line's end.
    let head = written(format, columns, [])
    let whole = written(format, columns, [[.integer(0), value, .integer(1)]])
    let field = whole.unicodeScalars.dropFirst(head.unicodeScalars.count + 2).dropLast(2 + format.lineEnd.count)
    return String(String.UnicodeScalarView(field))
  }

  @Test(arguments: [
    (Value.null, ""), (.text(""), "\"\""), (.text("tide"), "tide"), (.text("a,b"), "\"a,b\""),
    (.text("say \"ebb\""), "\"say \"\"ebb\"\"\""), (.text("\""), "\"\"\"\""), (.text("\"\""), "\"\"\"\"\"\""),
    (.text("two\nlines"), "\"two\nlines\""), (.text("a\r"), "\"a\r\""), (.text(" a"), "\" a\""),
    (.text("a "), "\"a \""), (.text("a\t"), "\"a\t\""), (.text("a b"), "a b"), (.text("é😀"), "é😀"),
    (.text("=1+2"), "=1+2"), (.text("a;b\tc\\"), "a;b\tc\\"), (.text("00501"), "00501"),
    (.text("2026-03-01T10:00:00Z"), "2026-03-01T10:00:00Z"),
  ])
  func `writes a text in quotes only where it must`(value: Value, expected: String) {
    #expect(field(value, as: .machine) == expected)
  }

  @Test(arguments: [
    (Value.integer(-42), TableSchema.Storage.integer, "-42"), (.integer(.max), .integer, "9223372036854775807"),
    (.integer(.min), .integer, "-9223372036854775808"), (.boolean(true), .boolean, "true"),
    (.boolean(false), .boolean, "false"), (.real(1), .real, "1.0"), (.real(-0.5), .real, "-0.5"),
  ])
  func `writes numbers and truths the same for machines and spreadsheets`(
    value: Value, storage: TableSchema.Storage, expected: String
  ) {
    #expect(field(value, storage, as: .machine) == expected)
    #expect(field(value, storage, as: .excel) == expected)
  }

  @Test(arguments: [
    ("tide", "tide"), ("=1+2", "'=1+2"), ("+49 30", "'+49 30"), ("-1", "'-1"), ("@all", "'@all"), ("\t=1", "\"'\t=1\""),
    ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("＠", "'＠"), ("ｅ", "ｅ"), ("=a,b", "\"'=a,b\""), ("a=b", "a=b"),
    ("00501", "\"=\"\"00501\"\"\""), ("0", "0"), ("7", "7"), ("501", "501"), ("0.5", "0.5"),
    ("1234567890123456", "\"=\"\"1234567890123456\"\"\""), ("123456789012345", "123456789012345"),
    ("12E4", "\"=\"\"12E4\"\"\""), ("12e", "12e"), ("12 eggs", "12 eggs"), ("007 bond", "007 bond"),
  ])
  func `keeps a spreadsheet from running or changing a text`(text: String, expected: String) {
    #expect(field(.text(text), as: .excel) == expected)
  }

  @Test func `writes moments as spreadsheets read them`() {
    let column = [TableSchema.PhysicalColumn("at", .text, form: .timestamp)]
    let rows: [[Value]] = [[.text("2026-03-01T10:00:00Z")], [.text("[redacted]")], [.null]]
    #expect(written(CSVFormat.excel, column, rows) == "\u{FEFF}at\r\n2026-03-01 10:00:00\r\n[redacted]\r\n\"\"\r\n")
    #expect(written(CSVFormat.machine, column, [rows[0]]) == "at\n2026-03-01T10:00:00Z\n")
  }

  @Test func `takes another separator and decimal mark`() {
    var format = CSVFormat.excel
    format.separator = UInt8(ascii: ";")
    format.decimalMark = UInt8(ascii: ",")
    let columns = [TableSchema.PhysicalColumn("a", .text), .init("b", .real), .init("c", .text)]
    let rows: [[Value]] = [[.text("x;y"), .real(-1.5), .text("1,5")]]
    #expect(written(format, columns, rows) == "\u{FEFF}a;b;c\r\n\"x;y\";-1,5;1,5\r\n")
  }

  @Test func `writes null as it is told`() {
    var format = CSVFormat.machine
    format.null = Array("NA".utf8)
    let rows: [[Value]] = [[.null, .text("NA"), .null], [.integer(1), .text(""), .integer(2)]]
    #expect(written(format, columns, rows) == "n,value,m\nNA,\"NA\",NA\n1,,2\n")
  }

  @Test func `never writes a blank line`() {
    let column = [TableSchema.PhysicalColumn("a", .text)]
    #expect(written(CSVFormat.machine, column, [[.null], [.text("")]]) == "a\n\"\"\n\"\"\n")
    #expect(written(CSVFormat.machine, column, []) == "a\n")
  }

  @Test func `quotes names in the header too`() {
    let columns = [TableSchema.PhysicalColumn("id", .integer), .init("a,b", .text), .init("c\"d", .boolean)]
    let rows: [[Value]] = [[.integer(1), .null, .boolean(true)]]
    #expect(written(CSVFormat.machine, columns, rows) == "id,\"a,b\",\"c\"\"d\"\n1,,true\n")
  }

  @Test(.enabled(if: BenchData.has("csv/own/writer-cases.json")))
  func `writes the shared cases to the byte`() throws {
    let path = try #require(BenchData.path("csv/own/writer-cases.json"))
    let cases = try JSONNode(parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))).plain["cases"]?.elements
    #expect(cases?.count ?? 0 >= 29)
    for one in cases ?? [] {
      let options = try #require(one["options"])
      var format = CSVFormat(folder: "csv")
      format.separator = options["delimiter"]?.text?.utf8.first ?? 0
      format.lineEnd = Array((options["eol"]?.text ?? "").utf8)
      format.hasByteOrderMark = options["bom"] == .boolean(true)
      format.null = Array((options["null"]?.text ?? "").utf8)
      format.guardsFormulas = options["formula_guard"] == .boolean(true)
      let columns = (one["header"]?.elements ?? []).map { TableSchema.PhysicalColumn($0.text ?? "", .text) }
      let rows = (one["rows"]?.elements ?? []).map { $0.elements.map(value) }
      let found = written(format, columns, rows)
      #expect(Array(found.utf8) == Array((one["expect"]?.text ?? "").utf8), "\(one["name"]?.text ?? ""): \(found)")
    }
  }

  /// A whole number without a point is one of 64 bits.
  private func value(_ json: JSON) -> Value {
    switch json {
    case .number(let text): Int64(text).map(Value.integer) ?? .real(Double(text) ?? .nan)
    case .string(let text): .text(text)
    default: .null
    }
  }
}
