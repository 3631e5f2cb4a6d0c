import JSONText
package import Records

/// JSON, kept as text.
package enum JSONColumn: ColumnType {
  package static let name = "json"
  package static let meaning = """
    Any JSON value, written again without white space and with its keys sorted; numbers stay as they were written.
    """
  package static let example = (
    written: #"{ "b": [1, 2.5], "a": null }"#, becomes: #"{"a":null,"b":[1,2.5]}"#
  )

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text, form: .json)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let node = try? JSONNode(parsing: Array(written.utf8)) else { return nil }
    return Reading([.text(node.plain.canonical)], by: "json.value")
  }
}
