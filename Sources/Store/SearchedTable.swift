/// A published table whose texts can be searched, by an FTS5 table of its own.
package struct SearchedTable: Hashable, Sendable {
  /// A text column and how much a word there counts.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var weight: Int

    package init(_ name: String, weight: Int) {
      self.name = name
      self.weight = weight
    }
  }

  package var name: String
  package var columns: [Column]
  /// The column that says each row's language as a tag such as `de` or `en-GB`; nil where all is English.
  package var language: String?

  package init(name: String, columns: [Column], language: String? = nil) {
    self.name = name
    self.columns = columns
    self.language = language
  }

  /// The name of a table's index.
  package static func indexName(of table: String) -> String { "\(table)_search" }

  /// The names that SQLite gives to an index's own tables.
  package static func shadowNames(of table: String) -> [String] {
    ["data", "idx", "docsize", "config"].map { "\(indexName(of: table))_\($0)" }
  }

  var index: String { SearchedTable.indexName(of: name) }
}
