import GRDB
package import Records

/// Clean's tables of data files, whose rows stand in several pages: which these are, and what the rows' fields are.
enum PartTable {
  static let create = """
    CREATE TABLE parts (
      id TEXT PRIMARY KEY,          -- the page's id
      document_id TEXT NOT NULL,
      rows INTEGER NOT NULL,        -- rows that the page holds
      hash TEXT NOT NULL            -- of the page
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parts_by_document ON parts (document_id);
    CREATE TABLE tables (
      document_id TEXT PRIMARY KEY,
      source TEXT NOT NULL,
      rows INTEGER NOT NULL,        -- rows that the file has
      rejected INTEGER NOT NULL     -- those of them that can't be read
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fields (
      document_id TEXT NOT NULL,
      name TEXT NOT NULL,           -- the field, with dots between the names that lead into an object
      rows INTEGER NOT NULL,        -- rows in which it says something
      header INTEGER NOT NULL,      -- 1 where a header names it
      PRIMARY KEY (document_id, name)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW _outputs AS
      SELECT id, output_hash AS hash FROM _inputs WHERE outcome = 'done' AND output_hash IS NOT NULL
      UNION ALL SELECT id, hash FROM parts;

    """

  static func insert(_ db: Database, _ page: Page, of document: String) throws {
    let hash = try PageTable.insert(db, page)
    try db.cachedStatement(sql: "INSERT INTO parts VALUES (?, ?, ?, ?)").execute(
      arguments: [page.id, document, page.rows?.rows.count ?? 0, hash])
  }

  static func note(_ db: Database, _ table: CleanedTable, of document: String) throws {
    try db.cachedStatement(sql: "INSERT INTO tables VALUES (?, ?, ?, ?)").execute(
      arguments: [document, table.source, table.rows, table.rejected])
    let insert = try db.cachedStatement(sql: "INSERT INTO fields VALUES (?, ?, ?, ?)")
    for field in table.fields {
      try insert.execute(arguments: [document, field.name, field.rows, field.isOfHeader])
    }
  }

  static func forget(_ db: Database, of document: String) throws {
    try db.cachedStatement(sql: "DELETE FROM pages WHERE id IN (SELECT id FROM parts WHERE document_id = ?)").execute(
      arguments: [document])
    for table in ["parts", "tables", "fields"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE document_id = ?").execute(arguments: [document])
    }
  }
}

/// What clean made of a data file.
package struct CleanedTable: Sendable {
  /// A field of its rows.
  package struct Field: Hashable, Sendable {
    /// With dots between the names that lead into an object.
    package var name: String
    /// How many rows say something in it.
    package var rows: Int
    /// Whether a header names it, so that every row has it.
    package var isOfHeader: Bool

    package init(name: String, rows: Int, isOfHeader: Bool) {
      self.name = name
      self.rows = rows
      self.isOfHeader = isOfHeader
    }
  }

  package var source: String
  /// The rows, part by part; none where they were written as they were read.
  package var pages: [Page]
  /// How many rows the file has.
  package var rows: Int
  /// How many of them can't be read.
  package var rejected: Int
  package var fields: [Field]

  package init(source: String, pages: [Page] = [], rows: Int, rejected: Int, fields: [Field]) {
    self.source = source
    self.pages = pages
    self.rows = rows
    self.rejected = rejected
    self.fields = fields
  }
}

/// A source's data files together.
package struct SourceTable: Hashable, Sendable {
  package var source: String
  package var rows: Int
  package var rejected: Int
  /// How many rows say something in each field.
  package var fields: [String: Int]
}

extension StageStore {
  /// Writes a data file of any size in one transaction: `body` hands over its rows page by page.
  package func write(
    table id: String, _ fingerprint: Fingerprint, _ body: ((Page) throws -> Void) throws -> CleanedDocument
  ) throws(Failure) {
    try database.write { db in
      try forgetPages(db, of: id)
      let result = try body { try PartTable.insert(db, $0, of: id) }
      if let table = result.table { try PartTable.note(db, table, of: id) }
      try note(db, result, fingerprint, outputHash: nil)
    }
    WriteBoundary.cleanBatch.reached()
  }

  /// Rows of data files as noted file by file, as the pages hold them, and rejected ones; and how many files they are.
  package func tableCounts() throws(Failure) -> (files: Int, rows: Int, held: Int, rejected: Int) {
    try database.read { db in
      let noted = try Row.fetchOne(db, sql: "SELECT count(*), total(rows), total(rejected) FROM tables")
      let held = try Int.fetchOne(db, sql: "SELECT ifnull(sum(rows), 0) FROM parts") ?? 0
      return (noted?[0] ?? 0, Int(noted?[1] as Double? ?? 0), held, Int(noted?[2] as Double? ?? 0))
    }
  }

  /// Each source that has data files, in the order of names.
  package func sourceTables() throws(Failure) -> [SourceTable] {
    try database.read { db in
      var tables: [SourceTable] = []
      let sql = "SELECT source, sum(rows), sum(rejected) FROM tables GROUP BY source ORDER BY source"
      for row in try Row.fetchAll(db, sql: sql) {
        var table = SourceTable(source: row[0], rows: row[1], rejected: row[2], fields: [:])
        let fields = try Row.fetchAll(
          db,
          sql: """
            SELECT f.name, sum(f.rows) FROM fields f JOIN tables t USING (document_id) WHERE t.source = ? GROUP BY f.name
            """, arguments: [table.source])
        for field in fields { table.fields[field[0]] = field[1] }
        tables.append(table)
      }
      return tables
    }
  }

  /// The next pages of a data file's rows, after the id `last`, in the store of the stage before.
  func priorParts(of document: String, after last: String, limit: Int) throws(Failure) -> [String] {
    try database.read {
      try String.fetchAll(
        $0, sql: "SELECT id FROM prior.parts WHERE document_id = ? AND id > ? ORDER BY id LIMIT ?",
        arguments: [document, last, limit])
    }
  }

  /// The document whose rows a page holds a part of; nil for any other page.
  package func document(ofPart page: String) throws(Failure) -> String? {
    try database.read { try String.fetchOne($0, sql: "SELECT document_id FROM parts WHERE id = ?", arguments: [page]) }
  }

  /// The pages that hold a data file's rows, in no particular order of rows; none for any other document.
  package func parts(of document: String) throws(Failure) -> [String] {
    try database.read {
      try String.fetchAll($0, sql: "SELECT id FROM parts WHERE document_id = ? ORDER BY id", arguments: [document])
    }
  }

  /// What became of a data file's rows: how many it has, how many are rejected, its fields; nil for any other document.
  package func table(of document: String) throws(Failure) -> (rows: Int, rejected: Int, fields: [String])? {
    try database.read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT rows, rejected FROM tables WHERE document_id = ?", arguments: [document])
      else { return nil }
      let fields = try String.fetchAll(
        db, sql: "SELECT name FROM fields WHERE document_id = ? ORDER BY name", arguments: [document])
      return (row[0], row[1], fields)
    }
  }
}
