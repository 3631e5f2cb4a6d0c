/// What the config says of how a source's data files are read, beyond what they tell themselves.
package struct RowOptions: Hashable, Sendable {
  /// The way to the array of rows in a JSON file; nil where the file's own value is it, or its one row.
  package var rows: JSONPath?
  package var csv: CSVTable.Options
  /// The field whose values name the rows where they have it; nil where their lines do.
  package var key: String?

  package init(rows: JSONPath? = nil, csv: CSVTable.Options = CSVTable.Options(), key: String? = nil) {
    self.rows = rows
    self.csv = csv
    self.key = key
  }

  /// Equal options as equal text; empty where nothing is said.
  package var canonical: String {
    var parts: [String] = []
    if let rows { parts.append("rows \(rows)") }
    if let delimiter = csv.delimiter { parts.append("delimiter \(delimiter)") }
    if let header = csv.header { parts.append("header " + header.joined(separator: "\u{1F}")) }
    if let key { parts.append("key \(key)") }
    return parts.joined(separator: "\u{1E}")
  }
}
