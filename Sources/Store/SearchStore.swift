import Foundation
import GRDB
package import Records

/// A row that an index found.
package struct FoundRow: Sendable {
  package var id: String
  /// The searched columns' texts, the first 40,000 characters of each; empty for null.
  package var texts: [String]
  /// The tag of the row's language, where a column says it.
  package var language: String?
  /// Where the row came from.
  package var address: String?

  package init(id: String, texts: [String], language: String? = nil, address: String? = nil) {
    self.id = id
    self.texts = texts
    self.language = language
    self.address = address
  }
}

/// How much text an index has.
package struct SearchStatistics: Hashable, Sendable {
  package var rows: Int
  /// For each searched column how many words all rows have in it.
  package var words: [Int]

  package init(rows: Int, words: [Int]) {
    self.rows = rows
    self.words = words
  }
}

/// The published database, asked for rows by the words in them.
package struct SearchStore: Sendable {
  private let database: StoreDatabase
  /// The tables that have a search index, in the order in which they were published.
  package let tables: [SearchedTable]

  /// How many characters are read of a text, so that books take no longer than articles.
  private static let mostCharacters = 40_000

  /// Opens the file at `path`; nil where there is none.
  package init?(reading path: String) throws(Failure) {
    guard let database = try StoreDatabase.reading(path, layout: PublishedDatabase.layout) else { return nil }
    self.database = database
    tables = try database.read { db in
      let indexes = try Row.fetchAll(
        db,
        sql: """
          SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND name LIKE '%\\_search' ESCAPE '\\'
          ORDER BY rowid
          """)
      return try indexes.map { try SearchedTable(db, index: $0[0], definition: $0[1]) }
    }
  }

  package func close() throws(Failure) { try database.close() }

  /// The tags of the languages that a table's rows are in.
  package func languages(of table: SearchedTable) throws(Failure) -> [String] {
    guard let language = table.language else { return [] }
    // From tag to tag by the index, without a look at every row.
    return try database.read { db in
      try String.fetchAll(
        db,
        sql: """
          WITH RECURSIVE tags(tag) AS (
            SELECT min(\(quoted(language))) FROM \(quoted(table.name)) UNION ALL
            SELECT (SELECT min(\(quoted(language))) FROM \(quoted(table.name)) WHERE \(quoted(language)) > tag)
            FROM tags WHERE tag IS NOT NULL)
          SELECT tag FROM tags WHERE tag IS NOT NULL
          """)
    }
  }

  /// The names of all columns of a table.
  package func columns(of table: SearchedTable) throws(Failure) -> [String] {
    try database.read { db in try db.columns(in: table.name).map(\.name) }
  }

  /// How much text a table's index has, as FTS5 itself keeps it.
  package func statistics(of table: SearchedTable) throws(Failure) -> SearchStatistics {
    let numbers = try database.read { db in
      // The record of averages: how many rows, then how many words in each column, as SQLite's variable-length numbers.
      variableLengthNumbers(
        try Data.fetchOne(db, sql: "SELECT block FROM \(quoted("\(table.index)_data")) WHERE id = 1") ?? Data())
    }
    return SearchStatistics(
      rows: numbers.first ?? 0,
      words: table.columns.indices.map { numbers.indices.contains($0 + 1) ? numbers[$0 + 1] : 0 })
  }

  /// How many rows match, by a query in FTS5's language.
  package func count(_ match: String, in table: SearchedTable) throws(Failure) -> Int {
    try database.read { db in
      let index = quoted(table.index)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(index) WHERE \(index) MATCH ?", arguments: [match]) ?? 0
    }
  }

  /// The rows that match best by the index's own ranking, at most `limit`; the same rank means the earlier row.
  ///
  /// Throws `search.condition` for a value that a condition's column can't have.
  package func rows(
    _ match: String, in table: SearchedTable, where conditions: [RowCondition], limit: Int
  ) throws(Failure) -> [FoundRow] {
    try database.read { db in
      let known = try db.columns(in: table.name)
      let parts = try conditions.map { condition in
        let type = known.first { $0.name == condition.column }?.type ?? "TEXT"
        guard let part = condition.sql(type: type) else {
          throw Failure(
            "search.condition", "\"\(condition.value)\" is no number, and \(condition.column) holds nothing else",
            remedy: "Give a number, or true or false.")
        }
        return part
      }
      let hasAddress = known.contains { $0.name == "source_address" }
      let cursor = try Row.fetchCursor(
        db, sql: select(table, parts.map(\.text), hasAddress: hasAddress),
        arguments: StatementArguments([match.databaseValue] + parts.compactMap(\.argument) + [limit.databaseValue]))
      var rows: [FoundRow] = []
      while let row = try cursor.next() {
        let texts = table.columns.indices.map { row[$0 + 3] as String? ?? "" }
        rows.append(FoundRow(id: row[0], texts: texts, language: row[1], address: row[2]))
      }
      return rows
    }
  }

  private func select(_ table: SearchedTable, _ conditions: [String], hasAddress: Bool) -> String {
    let index = quoted(table.index)
    let name = quoted(table.name)
    let join = conditions.isEmpty ? "" : "JOIN \(name) t ON t.rowid = s.rowid"
    let columns = table.columns.map { "substr(t.\(quoted($0.name)), 1, \(SearchStore.mostCharacters))" }
    return """
      WITH found AS MATERIALIZED (
        SELECT s.rowid AS number, s.rank AS place FROM \(index) s \(join)
        WHERE \((["s.\(index) MATCH ?"] + conditions).joined(separator: " AND ")) ORDER BY s.rank, s.rowid LIMIT ?)
      SELECT t.id, \(table.language.map { "t.\(quoted($0))" } ?? "NULL"), \(hasAddress ? "t.source_address" : "NULL"),
        \(columns.joined(separator: ", "))
      FROM found JOIN \(name) t ON t.rowid = found.number ORDER BY found.place, found.number
      """
  }
}

extension SearchedTable {
  /// What the database says of the index that `definition` made.
  fileprivate init(_ db: Database, index: String, definition: String) throws {
    let rank = try String.fetchOne(db, sql: "SELECT v FROM \(quoted("\(index)_config")) WHERE k = 'rank'") ?? ""
    let weights = rank.dropFirst("bm25(".count).dropLast().split(separator: ", ").map { Int(Double($0) ?? 1) }
    let names = try db.columns(in: index).map(\.name)
    self.init(
      name: String(index.dropLast(SearchedTable.indexName(of: "").count)),
      columns: zip(names, weights).map { Column($0, weight: $1) },
      language: definition.contains(" UNINDEXED, ") ? names.last : nil)
  }
}

/// The numbers in SQLite's variable-length form that follow each other in a block.
private func variableLengthNumbers(_ block: Data) -> [Int] {
  var numbers: [Int] = []
  var number = 0
  var length = 0
  for byte in block {
    length += 1
    // The ninth byte has all its eight bits.
    let isLast = byte < 0x80 || length == 9
    number = length == 9 ? number << 8 | Int(byte) : number << 7 | Int(byte & 0x7F)
    guard isLast else { continue }
    numbers.append(number)
    number = 0
    length = 0
  }
  return numbers
}
