import GRDB
package import Records

/// A publish as the history knows it.
package struct EarlierPublish: Hashable, Sendable {
  package var runID: String
  package var at: Timestamp
  /// How many rows each table had; tables without rows are left out.
  package var rows: [String: Int]

  package init(runID: String, at: Timestamp, rows: [String: Int]) {
    self.runID = runID
    self.at = at
    self.rows = rows
  }
}

extension HistoryStore {
  /// Opens the file for reading; nil where there is none yet.
  package init?(reading path: String) throws(Failure) {
    guard let database = try StoreDatabase.reading(path, layout: Self.layout) else { return nil }
    self.database = database
  }

  /// The last `count` publishes up to that of the run `id`, the oldest first; none if that run never published.
  package func publishes(through id: String, count: Int) throws(Failure) -> [EarlierPublish] {
    try database.read { db in
      let publishes = try Row.fetchAll(
        db,
        sql: """
          SELECT number, run_id, at FROM publishes WHERE number <= (SELECT number FROM publishes WHERE run_id = ?)
          ORDER BY number DESC LIMIT ?
          """, arguments: [id, count])
      return try publishes.reversed().map { publish in
        let rows = try Row.fetchAll(
          db, sql: "SELECT table_name, total(value) FROM metrics WHERE publish = ? AND kind = 'rows' GROUP BY 1",
          arguments: [publish[0] as Int])
        return EarlierPublish(
          runID: publish[1], at: Timestamp(iso: publish[2]) ?? Timestamp(seconds: 0),
          rows: Dictionary(rows.map { ($0[0], Int($0[1] as Double)) }) { $1 })
      }
    }
  }
}
