import GRDB
import Records

/// One SQLite file of `out/`, opened for writing (WAL until closed) or only for reading.
///
/// Every store carries Sluice's application id and its own layout number, so that a newer program's file is refused
/// and an older one is recognised.
struct StoreDatabase: Sendable {
  /// "SLUI", in the header of every SQLite file that Sluice makes.
  static let applicationID: Int32 = 0x534C_5549

  let path: String
  let queue: DatabaseQueue

  /// Opens or makes the file; `create` is run on a new one, `layout` is the number of the layout it makes.
  ///
  /// Throws `store.newer` and `store.older` for another layout, `store.foreign` for a file that Sluice didn't make.
  static func writing(
    _ path: String, layout: Int, create: (Database) throws -> Void
  ) throws(Failure) -> StoreDatabase {
    try translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      try queue.writeWithoutTransaction { db in
        let isNew = try check(db, path, layout: layout)
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        guard isNew else { return }
        try db.inTransaction {
          try create(db)
          try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(layout)")
          return .commit
        }
      }
      return StoreDatabase(path: path, queue: queue)
    }
  }

  /// Changes a file of an older layout step by step, each from the layout that is its key; others stay as they are.
  static func migrate(_ path: String, to layout: Int, steps: [Int: String]) throws(Failure) {
    try translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration())
      try queue.write { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else { return }
        while let found = try Int.fetchOne(db, sql: "PRAGMA user_version"), found < layout, let step = steps[found] {
          try db.execute(sql: step)
          try db.execute(sql: "PRAGMA user_version = \(found + 1)")
        }
      }
      try queue.close()
    }
  }

  /// Opens an existing file for reading; nil where there is none yet. Throws as `writing` does.
  static func reading(_ path: String, layout: Int) throws(Failure) -> StoreDatabase? {
    guard FileCalls.exists(path) else {
      guard !FileCalls.isHidden(path) else { throw FileCalls.failure("can't open this file", path) }
      return nil
    }
    return try translating(path) {
      do { return try reader(path, layout: layout) } catch let error as DatabaseError {
        guard error.resultCode == .SQLITE_READONLY else { throw error }
        try rollBack(path)
        return try reader(path, layout: layout)
      }
    }
  }

  private static func reader(_ path: String, layout: Int) throws -> StoreDatabase? {
    let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
    let isNew = try queue.read { try check($0, path, layout: layout) }
    return isNew ? nil : StoreDatabase(path: path, queue: queue)
  }

  /// Undoes what a killed process left half written; SQLite does so at the first look, if it may write.
  private static func rollBack(_ path: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration())
    try queue.writeWithoutTransaction { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    try queue.close()
  }

  /// Whether the file is still empty; throws if it isn't and can't be used.
  private static func check(_ db: Database, _ path: String, layout: Int) throws -> Bool {
    if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 { return true }
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw Failure(
        "store.foreign", "this SQLite file was not made by Sluice", at: .init(address: path),
        remedy: "Move it away, or use another --out folder.")
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if found > layout {
      throw Failure(
        "store.newer", "this store was made by a newer Sluice (layout \(found), this program knows \(layout))",
        at: .init(address: path), remedy: "Use the newer program, or another --out folder.")
    }
    if found < layout {
      throw Failure(
        "store.older", "this store was made by an older Sluice (layout \(found), this program has \(layout))",
        at: .init(address: path), remedy: "Use the older program, or another --out folder.")
    }
    return false
  }

  /// Runs `body` in one transaction.
  func write<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    try translating(path) { try queue.write(body) }
  }

  /// Runs `body`, which only reads.
  func read<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    try translating(path) { try queue.read(body) }
  }

  /// Makes another file's tables readable as `name.table`.
  func attach(_ other: String, as name: String) throws(Failure) {
    try translating(other) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "ATTACH DATABASE ? AS \(name)", arguments: [other])
        // A first read finds a damaged file here, where its own name can be told.
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name).sqlite_master")
      }
    }
  }

  /// Ends writing: the file stands alone again, without side files, so that a reader needs no right to write.
  func close() throws(Failure) {
    try translating(path) {
      if !queue.configuration.readonly {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA main.journal_mode = DELETE") }
      }
      try queue.close()
    }
  }

  private static func configuration(readonly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = false
    // Short statements are run many thousand times; page cache of 4 MB whatever the file's size.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -4096; PRAGMA temp_store = FILE") }
    return configuration
  }
}

/// A table's or column's name inside SQL.
func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
