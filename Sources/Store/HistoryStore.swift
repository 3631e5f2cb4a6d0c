import GRDB
package import Records

/// `history.sqlite`: which publishes there were, and every version of every row of the tables that remember.
///
/// It is written while a run's outputs are built, and what is written counts only once the outputs are published:
/// until then the publish stands as `building`, and `settle` undoes it.
package struct HistoryStore: Sendable {
  static let layout = 1
  let database: StoreDatabase

  private static let create = """
    CREATE TABLE publishes (
      number INTEGER PRIMARY KEY,       -- 1, 2, 3 ... without gaps
      run_id TEXT NOT NULL UNIQUE,
      at TEXT NOT NULL,                 -- when the run began
      state TEXT NOT NULL               -- building or published
    ) STRICT;
    CREATE TABLE tables (
      name TEXT PRIMARY KEY             -- a table that has versions here, in a table of that name
    ) STRICT;
    CREATE TABLE columns (
      table_name TEXT NOT NULL, name TEXT NOT NULL,
      position INTEGER NOT NULL,        -- when the column first came
      storage TEXT NOT NULL,            -- as last declared; TEXT once it was declared in two ways
      is_redacted INTEGER NOT NULL,     -- 1 once what it said before is forgotten
      PRIMARY KEY (table_name, name)
    ) STRICT, WITHOUT ROWID;

    """ + MetricTable.create

  /// Opens or makes the file for writing.
  package init(writing path: String) throws(Failure) {
    database = try StoreDatabase.writing(path, layout: Self.layout) { try $0.execute(sql: Self.create) }
  }

  /// Ends writing; the file stands alone again.
  package func close() throws(Failure) { try database.close() }

  /// Decides what became of a publish that was still being built: it counts if its run is `currentRun`, the one whose
  /// outputs are published, and is undone if it isn't.
  package func settle(currentRun: String?) throws(Failure) {
    try database.write { db in
      let sql = "SELECT number, run_id FROM publishes WHERE state = 'building'"
      for publish in try Row.fetchAll(db, sql: sql) {
        if publish["run_id"] == currentRun {
          try db.execute(
            sql: "UPDATE publishes SET state = 'published' WHERE number = ?", arguments: [publish["number"]])
        } else {
          try undo(db, publish: publish["number"])
        }
      }
    }
  }

  /// Notes that the outputs of the run `id`, which began at `at`, are being built; gives the publish's number.
  package func begin(run id: String, at: Timestamp) throws(Failure) -> Int {
    try database.write { db in
      let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM publishes") ?? 1
      try db.execute(
        sql: "INSERT INTO publishes VALUES (?, ?, ?, 'building')", arguments: [number, id, at.description])
      return number
    }
  }

  private func undo(_ db: Database, publish number: Int) throws {
    for table in try String.fetchAll(db, sql: "SELECT name FROM tables") {
      let versions = quoted(HistoryTable.name(table))
      try db.execute(sql: "DELETE FROM \(versions) WHERE _from >= ?", arguments: [number])
      try db.execute(
        sql: "UPDATE \(versions) SET _to = NULL, _ended_why = NULL, _ended_by = NULL WHERE _to >= ?",
        arguments: [number])
    }
    try db.execute(sql: "DELETE FROM metrics WHERE publish >= ?", arguments: [number])
    try db.execute(sql: "DELETE FROM publishes WHERE number >= ?", arguments: [number])
  }
}
