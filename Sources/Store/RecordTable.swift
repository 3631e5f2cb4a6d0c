import GRDB
package import Records

/// Normalize's tables: one real table for each declared one, with what was written (null where it is the value itself),
/// the rule and the flag beside each value, and a line for each page and table that says how many rows it gave.
enum RecordTable {
  static let create = """
    CREATE TABLE _tables (
      name TEXT PRIMARY KEY,
      position INTEGER NOT NULL,        -- place in the config
      columns TEXT NOT NULL             -- the columns' definition, to see a change
    ) STRICT;
    CREATE TABLE _page_rows (
      table_name TEXT NOT NULL, page_id TEXT NOT NULL,
      rows INTEGER NOT NULL,            -- records the page gave
      rejected INTEGER NOT NULL,        -- rows of it that were rejected
      hash TEXT NOT NULL,               -- of those records
      PRIMARY KEY (table_name, page_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE _quarantine (
      table_name TEXT NOT NULL, page_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
      written TEXT NOT NULL,            -- JSON: for each column what was written
      code TEXT NOT NULL, reason TEXT NOT NULL,
      source TEXT NOT NULL, source_address TEXT NOT NULL, fetched_at TEXT NOT NULL, content_sha256 TEXT NOT NULL,
      PRIMARY KEY (table_name, page_id, ordinal)
    ) STRICT, WITHOUT ROWID;

    """

  /// The columns of a declared table's store table after the four that every record has.
  static func definition(_ schema: TableSchema) -> String {
    var lines: [String] = []
    for column in schema.columns {
      for physical in column.physical { lines.append("\(quoted(physical.name)) \(physical.storage.sqlite)") }
      for extra in ["raw", "rule", "flag"] { lines.append("\(quoted("\(column.name)_\(extra)")) TEXT") }
    }
    return lines.joined(separator: ", ")
  }

  static func create(_ schema: TableSchema) -> String {
    """
    CREATE TABLE \(quoted(schema.name)) (
      id TEXT NOT NULL, page_id TEXT NOT NULL, ordinal INTEGER NOT NULL, \(definition(schema)),
      source TEXT NOT NULL, source_address TEXT NOT NULL, fetched_at TEXT NOT NULL, content_sha256 TEXT NOT NULL,
      PRIMARY KEY (page_id, ordinal)
    ) STRICT;
    CREATE INDEX \(quoted("\(schema.name)_by_id")) ON \(quoted(schema.name)) (id);
    """
  }

  /// Inserts a record's columns in the order of `create`.
  static func insert(_ record: Records.Record, _ statement: inout BulkInsert) throws {
    statement.bind(record.id)
    statement.bind(record.pageID)
    statement.bind(Int64(record.ordinal))
    for cell in record.cells {
      for value in cell.values { statement.bind(value) }
      // What was written is most often the value itself: a page's whole text need not stand twice.
      statement.bind(cell.raw.flatMap { cell.values == CellValues(.text($0)) ? nil : $0 })
      statement.bind(cell.rule)
      statement.bind(cell.flag?.rawValue)
    }
    let provenance = record.provenance
    statement.bind(provenance.source)
    statement.bind(provenance.address)
    statement.bind(provenance.fetchedAt.description)
    statement.bind(provenance.contentHash.hex)
    try statement.insert()
  }

  /// The INSERT that `insert` feeds.
  static func insertion(into schema: TableSchema) -> String {
    let count = 7 + schema.columns.reduce(0) { $0 + $1.physical.count + 3 }
    let marks = Array(repeating: "?", count: count).joined(separator: ",")
    return "INSERT INTO \(quoted(schema.name)) VALUES (\(marks))"
  }
}

extension TableSchema.Storage {
  /// The type in a STRICT table.
  var sqlite: String { self == .boolean ? "INTEGER" : rawValue }
}

extension Value {
  init(_ value: DatabaseValue, _ storage: TableSchema.Storage) {
    switch value.storage {
    case .null, .blob: self = .null
    case .int64(let number): self = storage == .boolean ? .boolean(number != 0) : .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    }
  }
}

/// What normalize made of one page: records by table, in the order of the declared tables.
package struct NormalizedPage: Sendable {
  package var id: String
  /// The page's hash when it was worked on.
  package var inputHash: String
  /// For each declared table its records, how many rows were rejected, and those of them that are quarantined.
  package var tables: [TableRows]
  package var diagnostics: [Diagnostic]

  package init(
    id: String, inputHash: String, tables: [TableRows], diagnostics: [Diagnostic]
  ) {
    self.id = id
    self.inputHash = inputHash
    self.tables = tables
    self.diagnostics = diagnostics
  }
}

extension StageStore {
  /// Brings the store's tables to what the config declares: a table whose columns changed, or that is new, is made
  /// empty and every page stale; one that is no longer declared goes.
  package func prepare(tables: [TableSchema]) throws(Failure) {
    try database.write { db in
      var existing: [String: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT name, columns FROM _tables") {
        existing[row["name"]] = row["columns"]
      }
      let wanted = Set(tables.map(\.name))
      for name in existing.keys.sorted() where !wanted.contains(name) { try drop(db, name) }
      for (position, schema) in tables.enumerated() {
        let columns = RecordTable.definition(schema)
        if existing[schema.name] != columns {
          if existing[schema.name] != nil { try drop(db, schema.name) }
          try db.execute(sql: RecordTable.create(schema))
          try db.execute(sql: "UPDATE _inputs SET settings = ''")
        }
        try db.execute(
          sql: "INSERT OR REPLACE INTO _tables VALUES (?, ?, ?)", arguments: [schema.name, position, columns])
      }
    }
  }

  private func drop(_ db: Database, _ name: String) throws {
    try db.execute(sql: "DROP TABLE \(quoted(name))")
    try db.execute(sql: "DELETE FROM _tables WHERE name = ?", arguments: [name])
    for table in ["_page_rows", "_quarantine"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE table_name = ?", arguments: [name])
    }
  }

  /// Writes what normalize made of a batch of pages, in one transaction.
  package func write(pages: [NormalizedPage], tables: [TableSchema], _ fingerprint: Fingerprint) throws(Failure) {
    try database.write { db in
      for page in pages {
        var outputs = ContentHasher()
        for (schema, result) in zip(tables, page.tables) {
          try forgetRows(db, schema.name, page: page.id)
          let hash = try insert(db, result.records, into: schema)
          outputs.append(field: hash)
          try db.cachedStatement(sql: "INSERT INTO _page_rows VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [schema.name, page.id, result.records.count, result.rejected, hash])
          for row in result.quarantined { try quarantine(db, row, schema.name, page: page.id) }
        }
        try InputTable.note(
          db, id: page.id, inputHash: page.inputHash, fingerprint, .done,
          outputHash: outputs.finish(digits: 32))
        try DiagnosticTable.replace(db, input: page.id, page.diagnostics)
      }
    }
    WriteBoundary.normalizeBatch.reached()
  }

  private func insert(_ db: Database, _ records: [Records.Record], into schema: TableSchema) throws -> String {
    var statement = try BulkInsert(db, sql: RecordTable.insertion(into: schema))
    for record in records { try RecordTable.insert(record, &statement) }
    return statement.hasher.finish(digits: 32)
  }

  private func quarantine(_ db: Database, _ row: QuarantinedRow, _ table: String, page: String) throws {
    let provenance = row.provenance
    try db.cachedStatement(sql: "INSERT INTO _quarantine VALUES (?,?,?,?,?,?,?,?,?,?)").execute(
      arguments: [
        table, page, row.ordinal, row.written, row.code, row.reason, provenance.source, provenance.address,
        provenance.fetchedAt.description, provenance.contentHash.hex,
      ])
  }

  /// Forgets the records of pages that are gone; how many pages there were.
  package func forgetGoneRecords(tables: [TableSchema]) throws(Failure) -> Int {
    var total = 0
    while true {
      let count = try database.write { db in
        let ids = try InputTable.gone(db, limit: 1000)
        for id in ids {
          for schema in tables { try forgetRows(db, schema.name, page: id) }
          try InputTable.forget(db, id: id)
          try DiagnosticTable.forget(db, input: id)
        }
        return ids.count
      }
      if count == 0 { return total }
      total += count
    }
  }

  private func forgetRows(_ db: Database, _ table: String, page: String) throws {
    try db.cachedStatement(sql: "DELETE FROM \(quoted(table)) WHERE page_id = ?").execute(arguments: [page])
    for name in ["_page_rows", "_quarantine"] {
      try db.cachedStatement(sql: "DELETE FROM \(name) WHERE table_name = ? AND page_id = ?").execute(
        arguments: [table, page])
    }
  }

  /// Rows of a table as counted in the table itself, as noted page by page, and rejected ones.
  package func rowCounts(table: String) throws(Failure) -> (rows: Int, noted: Int, rejected: Int) {
    try database.read { db in
      let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(quoted(table))") ?? 0
      let noted = try Row.fetchOne(
        db, sql: "SELECT total(rows) AS rows, total(rejected) AS rejected FROM _page_rows WHERE table_name = ?",
        arguments: [table])
      return (rows, Int(noted?["rows"] ?? 0.0), Int(noted?["rejected"] ?? 0.0))
    }
  }

  /// How many records of a table a page gave.
  package func recordCount(table: String, page: String) throws(Failure) -> Int {
    try database.read { db in
      try Int.fetchOne(
        db, sql: "SELECT rows FROM _page_rows WHERE table_name = ? AND page_id = ?", arguments: [table, page]) ?? 0
    }
  }

  /// The names of the tables that the store holds, in the config's order.
  package func recordTables() throws(Failure) -> [String] {
    try database.read { try String.fetchAll($0, sql: "SELECT name FROM _tables ORDER BY position") }
  }

  /// A hash of all records of a table: equal records give an equal digest, whatever the order of work was.
  package func digest(table: String) throws(Failure) -> String {
    try database.read { try RecordTable.digest($0, table: table, in: "main") }
  }

  /// The same of the store of the stage before; nil where it has no such table.
  package func priorDigest(table: String) throws(Failure) -> String? {
    try database.read { db in
      guard try Bool.fetchOne(db, sql: "SELECT 1 FROM prior._tables WHERE name = ?", arguments: [table]) != nil else {
        return nil
      }
      return try RecordTable.digest(db, table: table, in: "prior")
    }
  }

  /// The columns of a table that were written in at least `least` rows and can't be read in more than half of them.
  package func misfits(_ schema: TableSchema, least: Int) throws(Failure) -> [(column: String, unread: Int, of: Int)] {
    // One pass over the table, whatever the number of columns.
    let counts = schema.columns.map { column in
      let (rule, flag) = (quoted("\(column.name)_rule"), quoted("\(column.name)_flag"))
      return "count(nullif(\(flag) IS 'invalid', 0)), count(coalesce(\(rule), \(flag)))"
    }
    guard !counts.isEmpty else { return [] }
    return try database.read { db in
      let sql = "SELECT \(counts.joined(separator: ", ")) FROM \(quoted(schema.name))"
      guard let row = try Row.fetchOne(db, sql: sql) else { return [] }
      return schema.columns.enumerated().compactMap { place, column in
        let (unread, written): (Int, Int) = (row[2 * place], row[2 * place + 1])
        return written >= least && unread * 2 > written ? (column.name, unread, written) : nil
      }
    }
  }

  /// How many columns of a table gave no value in any row, and which gave one: the declared column's physical names.
  package func columnsWithValues(_ schema: TableSchema) throws(Failure) -> Set<String> {
    try database.read { db in
      var found: Set<String> = []
      for column in schema.columns {
        // Any of a compound type's columns counts: a place may have a city and no country.
        let holds = column.physical.map { "\(quoted($0.name)) IS NOT NULL" }.joined(separator: " OR ")
        let sql = "SELECT 1 FROM \(quoted(schema.name)) WHERE \(holds) LIMIT 1"
        if try Bool.fetchOne(db, sql: sql) != nil { found.insert(column.name) }
      }
      return found
    }
  }
}

extension RecordTable {
  static func digest(_ db: Database, table: String, in schema: String) throws -> String {
    var hasher = ContentHasher()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT page_id, hash FROM \(schema)._page_rows WHERE table_name = ? AND rows > 0 ORDER BY page_id",
      arguments: [table])
    while let row = try rows.next() {
      hasher.append(field: row[0] as String)
      hasher.append(field: row[1] as String)
    }
    return hasher.finish().hex
  }
}
