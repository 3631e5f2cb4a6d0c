/// Rows of a data file, as a page holds them: a CSV file's, or the objects of a JSON one.
package struct PageRows: Hashable, Sendable {
  /// One row.
  package struct Row: Hashable, Sendable {
    /// The 1-based line of the file on which it begins.
    package var line: Int
    /// How many equal rows stand before it in the file.
    package var repeats: Int
    /// What each of the fields says, nil where it says nothing; an array or object is JSON as written.
    package var values: [String?]

    package init(line: Int, repeats: Int = 0, values: [String?]) {
      self.line = line
      self.repeats = repeats
      self.values = values
    }
  }

  /// The fields' names.
  package var fields: [String]
  /// Whether a header names them, so that every row has them all.
  package var hasHeader: Bool
  package var rows: [Row]
  /// The field whose values name the rows; nil where their lines do.
  package var key: String?

  package init(fields: [String], hasHeader: Bool, rows: [Row], key: String? = nil) {
    self.fields = fields
    self.hasHeader = hasHeader
    self.rows = rows
    self.key = key
  }

  /// What stands behind `#` in the address of a row: its name, else `L` and its line.
  package func mark(of row: Row) -> String {
    guard let key, let place = fields.firstIndex(of: key), let name = row.values[place] else { return "L\(row.line)" }
    return name
  }
}

extension PageRows: Codable {
  private enum Key: String, CodingKey { case fields, header, rows, key }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    self.init(
      fields: try members.decode([String].self, forKey: .fields),
      hasHeader: try members.decode(Bool.self, forKey: .header), rows: try members.decode([Row].self, forKey: .rows),
      key: try members.decodeIfPresent(String.self, forKey: .key))
  }

  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(fields, forKey: .fields)
    try members.encode(hasHeader, forKey: .header)
    try members.encode(rows, forKey: .rows)
    try members.encodeIfPresent(key, forKey: .key)
  }
}

/// Written as `[line,repeats,value,…]`.
extension PageRows.Row: Codable {
  package init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    let (line, repeats) = (try list.decode(Int.self), try list.decode(Int.self))
    var values: [String?] = []
    while !list.isAtEnd { values.append(try list.decodeNil() ? nil : list.decode(String.self)) }
    self.init(line: line, repeats: repeats, values: values)
  }

  package func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(line)
    try list.encode(repeats)
    for value in values {
      if let value { try list.encode(value) } else { try list.encodeNil() }
    }
  }
}
