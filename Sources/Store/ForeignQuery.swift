import GRDB
package import Records

/// A query on an SQLite file that Sluice didn't make and leaves as it is.
package struct ForeignQuery: Sendable {
  private let path: String
  private let sql: String

  /// `path` is the file's absolute path, `sql` one statement as its owner wrote it.
  package init(_ sql: String, in path: String) {
    self.path = path
    self.sql = sql
  }

  /// Calls `body` with the columns' names, once, and then for each row with its values; a blob's are its bytes.
  ///
  /// Throws `fetch.query` for a file that can't be opened, for what isn't one reading statement with columns of different
  /// names, and where the file is written to meanwhile; and whatever `body` throws.
  package func run(_ body: (_ names: [String], _ values: [ForeignValue]) throws -> Void) throws(Failure) {
    let before = FileCalls.state(path, followingLinks: true)
    guard let before, before.kind == .file else {
      throw Failure("fetch.query", "there is no such file", remedy: "Bring the database back, or mend \"sqlite\".")
    }
    let isSettled = Self.hasNoLog(path)
    do { try read(isSettled: isSettled, body) } catch let failure as Failure { throw failure } catch {
      throw Self.failure(error)
    }
    guard !isSettled || FileCalls.state(path, followingLinks: true) == before else {
      throw Failure("fetch.query", "the database was written to while it was read", remedy: "Run again.")
    }
  }

  private func read(isSettled: Bool, _ body: ([String], [ForeignValue]) throws -> Void) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -4096") }
    let queue = try DatabaseQueue(path: isSettled ? Self.immutable(path) : path, configuration: configuration)
    try queue.read { db in
      let statement = try db.makeStatement(sql: sql)
      let names = statement.columnNames
      guard statement.isReadonly, !names.isEmpty else {
        throw Failure("fetch.query", "the query gives no rows to read", remedy: "Write one SELECT.")
      }
      if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw Failure(
          "fetch.query", "the query gives two columns \"\(twice)\"", remedy: "Name them apart, with AS.")
      }
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() { try body(names, row.databaseValues.map(ForeignValue.init)) }
    }
    try queue.close()
  }

  /// Whether a database in WAL mode has nothing in a log, so that SQLite would only litter by making one; a reader without
  /// the right to write beside the file couldn't even open it. Bytes 18 and 19 say the mode (SQLite's file format, 1.3.3).
  private static func hasNoLog(_ path: String) -> Bool {
    guard let head = try? FileCalls.read(path, at: 18, count: 2), head == [2, 2] else { return false }
    return (FileCalls.state(path + "-wal", followingLinks: true)?.size ?? 0) == 0
  }

  private static func immutable(_ path: String) -> String {
    "file:" + path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23") + "?immutable=1"
  }

  private static func failure(_ error: any Error) -> Failure {
    let said = (error as? DatabaseError)?.message ?? "\(error)"
    let isOpened = ![.SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_CORRUPT].contains((error as? DatabaseError)?.resultCode)
    return Failure(
      "fetch.query", said, remedy: isOpened ? "Mend \"query\"; try it with sqlite3." : "Look at the file with sqlite3.")
  }
}

/// What a query gives in one column of a row.
package enum ForeignValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .blob(Array(data))
      }
  }
}
