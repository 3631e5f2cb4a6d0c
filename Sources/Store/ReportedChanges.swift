import GRDB
package import Records

/// One way in which rows of a table differ from the publish before, and why.
package struct ReportedChange: Hashable, Sendable {
  /// One of these differences.
  package struct Sample: Hashable, Sendable {
    package var id: String?
    package var column: String?
    package var before: String?
    package var after: String?
    package var address: String?

    package init(id: String?, column: String?, before: String?, after: String?, address: String?) {
      self.id = id
      self.column = column
      self.before = before
      self.after = after
      self.address = address
    }
  }

  package var table: String
  package var change: String
  package var why: String
  package var causedBy: String
  /// How many rows.
  package var rows: Int
  package var samples: [Sample]

  package init(table: String, change: String, why: String, causedBy: String, rows: Int, samples: [Sample]) {
    self.table = table
    self.change = change
    self.why = why
    self.causedBy = causedBy
    self.rows = rows
    self.samples = samples
  }
}

extension PublishedDatabase {
  /// What `changes` says by table, change and reason, the most frequent `kinds` first, each with its first `most`
  /// samples; none where there is no such table.
  package func reportedChanges(kinds: Int, samples most: Int) throws(Failure) -> [ReportedChange] {
    try reading { db in
      guard try db.tableExists(ChangesTable.description.name) else { return [] }
      let changes = try Row.fetchAll(
        db,
        sql: """
          SELECT table_name, change, why, caused_by, count(DISTINCT coalesce(id, column_name)) FROM changes
          GROUP BY table_name, change, why, caused_by ORDER BY 5 DESC, 1, 2, 3, 4 LIMIT ?
          """, arguments: [kinds])
      return try changes.map { row in
        let samples = try Row.fetchAll(
          db,
          sql: """
            SELECT id, column_name, before, after, source_address FROM changes
            WHERE table_name = ? AND change = ? AND why IS ? ORDER BY rowid LIMIT ?
            """, arguments: [row[0] as String, row[1] as String, row[2] as String?, most])
        return ReportedChange(
          table: row[0], change: row[1], why: row[2] ?? "", causedBy: row[3] ?? "", rows: row[4],
          samples: samples.map { .init(id: $0[0], column: $0[1], before: $0[2], after: $0[3], address: $0[4]) })
      }
    }
  }
}
