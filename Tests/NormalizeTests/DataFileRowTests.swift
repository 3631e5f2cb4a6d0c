import Records
import Testing

@testable import Normalize

struct DataFileRowTests {
  private func row(_ fields: [String], _ values: [String?]) -> DataFileRow {
    DataFileRow(
      rows: DataFileRows(PageRows(fields: fields, hasHeader: true, rows: [.init(line: 2, values: values)])), place: 0)
  }

  @Test(
    arguments: [
      ("Full name", "Ada"), ("size.weight", "1.50"), ("size.box[1]", "7"), ("size.box", "[5,7]"), ("tags[0]", "a.b"),
      ("a.b", "dotted"), ("a.b.c", nil), ("size.height", nil), ("size", #"{"weight":1.50,"box":[5,7]}"#),
      ("Empty", nil),
      ("none", nil),
    ] as [(String, String?)])
  func `a field is a column's name or a way into its JSON`(_ field: String, _ expected: String?) {
    let row = row(
      ["Full name", "size", "tags", "a.b", "Empty"],
      ["Ada", #"{"weight":1.50,"box":[5,7]}"#, #"["a.b"]"#, "dotted", nil])
    #expect(row.field(field) == expected)
  }

  @Test func `a row is known by what it says, whatever the order of its columns`() {
    #expect(row(["a", "b", "c"], ["1", "2", nil]).identity == row(["b", "a"], ["2", "1"]).identity)
    #expect(row(["a", "b"], ["1", "2"]).identity != row(["a", "b"], ["2", "1"]).identity)
  }
}
