import GRDB
import GRDBSQLite
package import Records

extension PublishedDatabase {
  /// Bytes of texts and cells after which a batch is full, so that its memory stays in the processor's cache.
  private static let batchBytes = 1 << 18

  /// Calls `body` with the rows of a table in the order in which it was filled, in batches that are used once.
  package func eachBatch(
    of table: String, columns: [String], _ body: (borrowing RowBatch) throws -> Void
  ) throws(Failure) {
    let list = columns.map(quoted).joined(separator: ", ")
    try eachBatch("SELECT \(list) FROM main.\(quoted(table)) ORDER BY rowid", width: columns.count, body)
  }

  /// Calls `body` with every `step`th row of a table, the first among them, in batches that are used once.
  ///
  /// Tables are filled in one go, so that their row numbers have no gaps.
  package func eachBatch(
    of table: String, columns: [String], step: Int, _ body: (borrowing RowBatch) throws -> Void
  ) throws(Failure) {
    guard step > 1 else { return try eachBatch(of: table, columns: columns, body) }
    let list = columns.map { "t.\(quoted($0))" }.joined(separator: ", ")
    // Rows are looked up by their number: a walk over all of them would read the whole table.
    let sql = """
      WITH RECURSIVE picked(number) AS (
        SELECT 1 UNION ALL SELECT number + \(step) FROM picked
        WHERE number + \(step) <= (SELECT max(rowid) FROM main.\(quoted(table))))
      SELECT \(list) FROM picked CROSS JOIN main.\(quoted(table)) t ON t.rowid = picked.number
      """
    try eachBatch(sql, width: columns.count, body)
  }

  private func eachBatch(
    _ sql: String, width: Int, _ body: (borrowing RowBatch) throws -> Void
  ) throws(Failure) {
    try reading { db in
      let statement = try db.makeStatement(sql: sql)
      var batch = RowBatch(width: width)
      while try statement.step(db) {
        for column in 0..<width { statement.append(column: Int32(column), to: &batch) }
        guard batch.texts.count + 16 * batch.cells.count > Self.batchBytes else { continue }
        try body(batch)
        batch.removeAll()
      }
      if batch.count > 0 { try body(batch) }
    }
  }
}

// SQLite's own calls, because a container for each row and value costs more than the reading. A text's bytes are
// SQLite's until the next step and are copied before it.
extension Statement {
  /// Goes to the next row; false behind the last.
  fileprivate func step(_ db: Database) throws -> Bool {
    let code = unsafe sqlite3_step(sqliteStatement)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let message = unsafe String(cString: sqlite3_errmsg(db.sqliteConnection))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    return false
  }

  fileprivate func append(column: Int32, to batch: inout RowBatch) {
    switch unsafe sqlite3_column_type(sqliteStatement, column) {
    case SQLITE_INTEGER: batch.append(unsafe sqlite3_column_int64(sqliteStatement, column))
    case SQLITE_FLOAT: batch.append(unsafe sqlite3_column_double(sqliteStatement, column))
    case SQLITE_TEXT:
      // As a blob, because as a text it would be given a NUL at its end.
      let bytes = unsafe sqlite3_column_blob(sqliteStatement, column)
      let count = unsafe Int(sqlite3_column_bytes(sqliteStatement, column))
      unsafe batch.append(UnsafeBufferPointer(start: bytes?.assumingMemoryBound(to: UInt8.self), count: count))
    default: batch.appendNull()
    }
  }
}
