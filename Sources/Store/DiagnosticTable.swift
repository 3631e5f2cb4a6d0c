import GRDB
import Records

/// The rejects and warnings of one stage over what is present in it, `_diagnostics`.
enum DiagnosticTable {
  static let create = """
    CREATE TABLE _diagnostics (
      input_id TEXT NOT NULL,       -- the input it speaks of
      number INTEGER NOT NULL,      -- 1 for the input's first
      severity TEXT NOT NULL,       -- reject or warn
      code TEXT NOT NULL,
      summary TEXT NOT NULL,
      source TEXT, address TEXT, line INTEGER, column INTEGER, record TEXT,
      remedy TEXT NOT NULL,
      PRIMARY KEY (input_id, number)
    ) STRICT, WITHOUT ROWID;
    """

  static func replace(_ db: Database, input: String, _ diagnostics: [Diagnostic]) throws {
    try forget(db, input: input)
    let statement = try db.cachedStatement(sql: "INSERT INTO _diagnostics VALUES (?,?,?,?,?,?,?,?,?,?,?)")
    for (index, diagnostic) in diagnostics.enumerated() {
      let place = diagnostic.location
      try statement.execute(arguments: [
        input, index + 1, diagnostic.severity.rawValue, diagnostic.code, diagnostic.summary, place.source,
        place.address, place.line, place.column, place.record, diagnostic.remedy,
      ])
    }
  }

  static func forget(_ db: Database, input: String) throws {
    try db.cachedStatement(sql: "DELETE FROM _diagnostics WHERE input_id = ?").execute(arguments: [input])
  }

  static func of(_ db: Database, input: String) throws -> [Diagnostic] {
    try Row.fetchAll(db, sql: "SELECT * FROM _diagnostics WHERE input_id = ? ORDER BY number", arguments: [input])
      .map(read)
  }

  static func each(_ db: Database, _ body: (Diagnostic) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM _diagnostics ORDER BY input_id, number")
    while let row = try rows.next() { try body(read(row)) }
  }

  private static func read(_ row: Row) -> Diagnostic {
    Diagnostic(
      Diagnostic.Severity(rawValue: row["severity"]) ?? .warn, row["code"], row["summary"],
      at: .init(
        source: row["source"], address: row["address"], line: row["line"], column: row["column"],
        record: row["record"]), remedy: row["remedy"])
  }
}
