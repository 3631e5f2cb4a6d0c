import GRDB
package import Records

/// One row of a store as a person looks at it: column names and values, in order.
package struct StoredRow: Hashable, Sendable {
  package var names: [String]
  package var values: [Value]

  package init(names: [String], values: [Value]) {
    self.names = names
    self.values = values
  }

  /// The value of the column `name`; null where there is none.
  package subscript(name: String) -> Value { names.firstIndex(of: name).map { values[$0] } ?? .null }

  /// The text in the column `name`; nil where there is none.
  package func text(_ name: String) -> String? {
    switch self[name] {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .boolean(let truth): String(truth)
    }
  }
}

extension StageStore {
  /// Calls `body` with what a person wants to see of each thing the stage holds, in a stable order.
  package func browse(_ body: (StoredRow) throws -> Void) throws(Failure) {
    switch stage {
    case .fetch:
      try rows(
        "SELECT document_id AS id, source, outcome, kind, byte_count, address, path FROM files WHERE gone_run IS NULL ORDER BY source_rank, path",
        [], body)
    case .clean:
      try rows(
        "SELECT id, source, language, title, length(text) AS characters, json_array_length(rows, '$.rows') AS rows, address FROM pages ORDER BY address, id",
        [], body)
    case .normalize:
      for table in try recordTables() {
        try rows("SELECT '\(table)' AS \"table\", * FROM \(quoted(table)) ORDER BY source_address, ordinal", [], body)
      }
    case .dedupe:
      try rows(
        """
        SELECT table_name AS "table", cluster_id, record_id, rule, similarity, evidence, members FROM clusters
        ORDER BY table_name, cluster_id, survives DESC, record_id, page_id, ordinal
        """, [], body)
    case .load: break
    }
  }

  /// The present files whose document id begins with `name`, or whose address or path is `name`.
  package func files(named name: String) throws(Failure) -> [StoredRow] {
    var found: [StoredRow] = []
    try rows(
      """
      SELECT * FROM files WHERE gone_run IS NULL AND (address = ?1 OR path = ?1 OR document_id GLOB ?2)
      ORDER BY source_rank, path LIMIT 50
      """, [name, Self.prefixPattern(name)]
    ) { found.append($0) }
    return found
  }

  /// The records of a table whose id begins with `name`, or whose column `column` is `name`.
  package func records(table: String, named name: String, column: String?) throws(Failure) -> [StoredRow] {
    let byColumn = column.map { " OR CAST(\(quoted($0)) AS TEXT) = ?1" } ?? ""
    var found: [StoredRow] = []
    try rows(
      "SELECT * FROM \(quoted(table)) WHERE id GLOB ?2\(byColumn) ORDER BY id, source_address, ordinal LIMIT 50",
      [name, Self.prefixPattern(name)]
    ) { found.append($0) }
    return found
  }

  /// The records of a table that a page gave.
  package func records(table: String, page: String) throws(Failure) -> [StoredRow] {
    var found: [StoredRow] = []
    try rows("SELECT * FROM \(quoted(table)) WHERE page_id = ? ORDER BY ordinal", [page]) { found.append($0) }
    return found
  }

  /// What the stage noted of one input: outcome, fingerprint, hashes; nil if it has not worked on it.
  package func input(id: String) throws(Failure) -> StoredRow? {
    var found: StoredRow?
    try rows("SELECT * FROM _inputs WHERE id = ?", [id]) { found = $0 }
    return found
  }

  /// A pattern for ids that begin with `name`; ids are hexadecimal, so nothing else can match by accident.
  private static func prefixPattern(_ name: String) -> String {
    let isPrefix = name.utf8.count >= 4 && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    return isPrefix ? name + "*" : "-"
  }

  private func rows(_ sql: String, _ arguments: StatementArguments, _ body: (StoredRow) throws -> Void) throws(Failure)
  {
    try database.read { db in
      let cursor = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      while let row = try cursor.next() {
        try body(StoredRow(names: Array(row.columnNames), values: row.databaseValues.map { Value($0, .text) }))
      }
    }
  }
}

/// Whether the published database at `path` holds a row; nil where there is none to look into.
package func isPublished(_ path: String, table: String, id: String) throws(Failure) -> Bool? {
  guard let database = try StoreDatabase.reading(path, layout: PublishedDatabase.layout) else { return nil }
  defer { try? database.close() }
  return try database.read { db in
    guard try db.tableExists(table) else { return false }
    return try Bool.fetchOne(db, sql: "SELECT 1 FROM \(quoted(table)) WHERE id = ?", arguments: [id]) != nil
  }
}

/// The published tables and how many rows each has, in their order in the file.
package func publishedCounts(_ path: String) throws(Failure) -> [(table: String, rows: Int)] {
  guard let database = try StoreDatabase.reading(path, layout: PublishedDatabase.layout) else { return [] }
  defer { try? database.close() }
  return try database.read { db in
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT m.name FROM sqlite_master m JOIN pragma_table_list l ON l.schema = 'main' AND l.name = m.name
        WHERE l.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid
        """)
    return try tables.map { ($0, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(quoted($0))") ?? 0) }
  }
}
