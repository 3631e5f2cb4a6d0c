package import Records

/// What a published table is: its keys, and what each column means. Definitions, comments and the data dictionary are
/// made from it.
package struct TableDescription: Hashable, Sendable {
  /// One column, and how its values came about.
  package struct Column: Hashable, Sendable {
    package var physical: TableSchema.PhysicalColumn
    /// The type's name in the config, else how SQLite stores it.
    package var type: String
    /// Whether it is a part of what a declared column is read to, such as the currency of a sum of money.
    package var isPart = false
    /// What the type reads and gives; empty for Sluice's own columns.
    package var typeMeaning: String
    /// One sentence or two.
    package var meaning: String
    /// What the values are read or made from.
    package var origin: String

    package var name: String { physical.name }

    /// The type, of a part also how SQLite stores it: `money (real)`.
    package var shownType: String { isPart ? "\(type) (\(physical.storage.rawValue.lowercased()))" : type }
  }

  /// Columns whose values stand in another table's columns.
  package struct ForeignKey: Hashable, Sendable {
    package var column: String
    package var table: String
    package var referenced: String
  }

  package var name: String
  package var meaning: String
  package var columns: [Column]
  package var primaryKey: [String]
  package var foreignKeys: [ForeignKey]
  /// Whether its rows stand in files too; those of `_runs` and `_columns` don't.
  package var isExported: Bool

  init(
    name: String, meaning: String, columns: [Column], primaryKey: [String] = [], foreignKeys: [ForeignKey] = [],
    isExported: Bool = true
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
    self.isExported = isExported
  }

  /// A table of Sluice's own.
  init(
    own name: String, _ meaning: String, _ columns: [TableSchema.PhysicalColumn], primaryKey: [String] = [],
    isExported: Bool = true
  ) {
    self.init(
      name: name, meaning: meaning, columns: columns.map { Column(own: $0, origin: "Sluice") }, primaryKey: primaryKey,
      isExported: isExported)
  }

  /// The statement that makes the table, STRICT, with its meaning and each column's as comments.
  var definition: String {
    var lines = columns.map { column in
      (definition(of: column), column.meaning)
    }
    if primaryKey.count > 1 { lines.append(("PRIMARY KEY (\(list(primaryKey)))", "")) }
    for key in foreignKeys {
      lines.append(
        ("FOREIGN KEY (\(quoted(key.column))) REFERENCES \(quoted(key.table)) (\(quoted(key.referenced)))", ""))
    }
    let body = lines.enumerated().map { place, line in
      "  \(line.0)\(place < lines.count - 1 ? "," : "")\(comment(line.1))"
    }
    return "CREATE TABLE \(quoted(name)) (\(comment(meaning))\n\(body.joined(separator: "\n"))\n) STRICT"
  }

  /// A hash of all of it: other meanings give another dictionary.
  package var digest: String {
    let columns = columns.map { "\($0.shownType)\n\($0.origin)\n\($0.typeMeaning)\n\($0.physical.unit ?? "")" }
    return ContentHash(of: ([definition] + columns).joined(separator: "\n")).hex
  }

  private func definition(of column: Column) -> String {
    let name = quoted(column.name)
    var text = "\(name) \(column.physical.storage.sqlite)"
    if primaryKey.contains(column.name) { text += " NOT NULL" }
    if primaryKey == [column.name] { text += " PRIMARY KEY" }
    if column.physical.storage == .boolean { text += " CHECK (\(name) IN (0, 1))" }
    return text
  }

  private func comment(_ text: String) -> String {
    text.isEmpty ? "" : " -- \(text.split(whereSeparator: \.isNewline).joined(separator: " "))"
  }

  private func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
}

extension TableDescription.Column {
  /// A column that Sluice adds.
  init(own column: TableSchema.PhysicalColumn, origin: String) {
    self.init(
      physical: column, type: column.form?.rawValue ?? column.storage.rawValue.lowercased(), typeMeaning: "",
      meaning: column.meaning,
      origin: origin)
  }

  /// One of a declared column's own columns.
  init(_ column: TableSchema.PhysicalColumn, of declared: TableSchema.Column) {
    let fields = declared.from.map { "`\($0)`" }.joined(separator: ", else ")
    let isPart = column.name != declared.name
    let description = declared.description.map { isPart && !column.meaning.isEmpty ? "(\($0))" : $0 } ?? ""
    let spoken = (isPart ? [column.meaning, description] : [description, column.meaning]).filter { !$0.isEmpty }
    self.init(
      physical: column, type: declared.type, isPart: isPart, typeMeaning: declared.typeMeaning,
      meaning: spoken.isEmpty
        ? "What is read from \(fields.isEmpty ? "`\(declared.name)`" : fields)." : spoken.joined(separator: " "),
      origin: fields)
  }
}
