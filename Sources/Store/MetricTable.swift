import GRDB
package import Records

/// A number that describes a table, or what one source gave to it, in one publish.
package struct TableMetric: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case rows
    /// Of the rows, how many have no value in the column; from 0 to 1.
    case nullShare = "null_share"
    /// Of the records, how many were copies of others.
    case duplicateShare = "duplicate_share"
    /// Of the records and rejected rows, how many were rejected.
    case rejectShare = "reject_share"
  }

  package var table: String
  package var source: String
  package var kind: Kind
  /// Empty but for null shares.
  package var column: String
  package var value: Double

  package init(table: String, source: String, kind: Kind, column: String = "", value: Double) {
    self.table = table
    self.source = source
    self.kind = kind
    self.column = column
    self.value = value
  }
}

/// The metrics of earlier publishes, in `history.sqlite`.
enum MetricTable {
  static let create = """
    CREATE TABLE metrics (
      publish INTEGER NOT NULL, table_name TEXT NOT NULL, source TEXT NOT NULL,
      kind TEXT NOT NULL,               -- rows, null_share, duplicate_share or reject_share
      column_name TEXT NOT NULL,        -- of a null share, else empty
      value REAL NOT NULL,
      PRIMARY KEY (table_name, source, kind, column_name, publish)     -- one metric's values lie together
    ) STRICT, WITHOUT ROWID;
    """
}

extension PublishedDatabase {
  /// The metrics of the built tables by source; the tables and `_rejects` are filled.
  package func metrics(of tables: [PublishedTable]) throws(Failure) -> [TableMetric] {
    try writing { db in try tables.flatMap { try Self.metrics(db, $0) } }
  }

  private static func metrics(_ db: Database, _ table: PublishedTable) throws -> [TableMetric] {
    let name = table.schema.name
    let columns = table.schema.valueColumns.map(\.name)
    let nulls = columns.map { "count(*) - count(\(quoted($0)))" }
    let copies = table.isDeduped ? "total(copies)" : "0.0"
    let selected = (["source", "count(*)", copies] + nulls).joined(separator: ", ")
    let present = table.mode == .upsert ? "WHERE is_present" : ""
    let rejects = try rejected(db, name)
    var metrics: [TableMetric] = []
    let sql = "SELECT \(selected) FROM main.\(quoted(name)) \(present) GROUP BY source ORDER BY source"
    for row in try Row.fetchAll(db, sql: sql) {
      let (source, rows, copies): (String, Double, Double) = (row[0], row[1], row[2])
      func add(_ kind: TableMetric.Kind, _ value: Double, column: String = "") {
        metrics.append(TableMetric(table: name, source: source, kind: kind, column: column, value: value))
      }
      add(.rows, rows)
      if table.isDeduped { add(.duplicateShare, copies / (rows + copies)) }
      let rejected = rejects[source] ?? 0
      add(.rejectShare, rejected / (rows + copies + rejected))
      for (place, column) in columns.enumerated() { add(.nullShare, (row[3 + place] as Double) / rows, column: column) }
    }
    return metrics
  }

  private static func rejected(_ db: Database, _ table: String) throws -> [String: Double] {
    var counts: [String: Double] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT source, count(*) FROM main._rejects
        WHERE stage = 'normalize' AND severity = 'reject' AND source IS NOT NULL
          AND substr(record, 1, instr(record || '.', '.') - 1) = ?
        GROUP BY source
        """, arguments: [table])
    for row in rows { counts[row[0]] = row[1] }
    return counts
  }

  /// Keeps this publish's metrics in the history.
  package func keep(_ metrics: [TableMetric], publish: Int) throws(Failure) {
    try writing { db in
      try db.inTransaction {
        for metric in metrics {
          try db.execute(
            sql: "INSERT INTO history.metrics VALUES (?,?,?,?,?,?)",
            arguments: [publish, metric.table, metric.source, metric.kind.rawValue, metric.column, metric.value])
        }
        return .commit
      }
    }
  }

  /// The values of a metric in the `count` publishes before number `publish`, the newest first.
  package func earlier(_ metric: TableMetric, before publish: Int, count: Int) throws(Failure) -> [Double] {
    try writing { db in
      try Double.fetchAll(
        db,
        sql: """
          SELECT value FROM history.metrics WHERE publish >= ? AND publish < ? AND table_name = ? AND source = ?
            AND kind = ? AND column_name = ? ORDER BY publish DESC
          """,
        arguments: [
          publish - count, publish, metric.table, metric.source, metric.kind.rawValue, metric.column,
        ])
    }
  }
}
