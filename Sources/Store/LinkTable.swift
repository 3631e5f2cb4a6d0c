import GRDB
package import Records

/// Dedupe's pairs of records of two tables.
enum LinkTable {
  static let create = """
    CREATE TABLE links (
      table_name TEXT NOT NULL,         -- of the pairs
      a_id TEXT NOT NULL, b_id TEXT NOT NULL,
      probability REAL NOT NULL,        -- 1 for what is decided
      PRIMARY KEY (table_name, a_id, b_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE link_evidence (
      table_name TEXT NOT NULL, a_id TEXT NOT NULL, b_id TEXT NOT NULL,
      number INTEGER NOT NULL, field TEXT NOT NULL, level TEXT NOT NULL, weight REAL NOT NULL,
      PRIMARY KEY (table_name, a_id, b_id, number)
    ) STRICT, WITHOUT ROWID;

    """

  static let names = ["links", "link_evidence"]
}

extension ClusterWriter {
  /// Adds two records of two tables that are the same thing, and what speaks for it.
  package func add(pair a: String, _ b: String, probability: Double, _ lines: [EvidenceLine]) throws {
    try db.cachedStatement(sql: "INSERT INTO links VALUES (?,?,?,?)").execute(arguments: [table, a, b, probability])
    let insert = try db.cachedStatement(sql: "INSERT INTO link_evidence VALUES (?,?,?,?,?,?,?)")
    for (place, line) in lines.enumerated() {
      try insert.execute(arguments: [table, a, b, place + 1, line.field, line.level, line.weight ?? 0])
    }
  }
}

extension StageStore {
  /// Calls `body` with the id and the values of `columns` of each record of a table that is to be published, by id.
  package func eachSurvivor(
    table: String, columns: [TableSchema.PhysicalColumn], isDeduped: Bool, _ body: (String, [Value]) throws -> Void
  ) throws(Failure) {
    try database.read { db in
      let names = columns.map { ", r.\(quoted($0.name))" }.joined()
      let stays =
        isDeduped
        ? """
        NOT EXISTS (SELECT 1 FROM clusters c WHERE c.table_name = '\(table)' AND c.page_id = r.page_id
          AND c.ordinal = r.ordinal AND c.survives = 0)
        """
        : """
        NOT EXISTS (SELECT 1 FROM prior.\(quoted(table)) w WHERE w.id = r.id
          AND (w.source_address, w.ordinal) < (r.source_address, r.ordinal))
        """
      let rows = try Row.fetchCursor(
        db, sql: "SELECT r.id\(names) FROM prior.\(quoted(table)) r WHERE \(stays) ORDER BY r.id")
      while let row = try rows.next() {
        try body(row[0], columns.indices.map { Value(row[1 + $0], columns[$0].storage) })
      }
    }
  }
}
