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
    try reading { db in
      let list = columns.map(quoted).joined(separator: ", ")
      let statement = try db.makeStatement(sql: "SELECT \(list) FROM main.\(quoted(table)) ORDER BY rowid")
      var batch = RowBatch(width: columns.count)
      while try statement.step(db) {
        for column in columns.indices { statement.append(column: Int32(column), to: &batch) }
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
