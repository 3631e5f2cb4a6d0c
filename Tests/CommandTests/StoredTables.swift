import Foundation
import GRDB

/// The definitions and rows of those tables of a SQLite file that `isWanted` names, in the file's order of rows.
func tableDump(
  _ path: String, order: String = "rowid", leavingOut columns: Set<String> = [], where isWanted: (String) -> Bool
) throws -> String {
  try reading(path) { db in
    var text = ""
    let tables = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for table in tables {
      let name: String = table["name"]
      guard isWanted(name), !name.hasPrefix("sqlite_") else { continue }
      text += "\(table["sql"] as String)\n"
      let shown = try db.columns(in: name).map(\.name).filter { !columns.contains($0) }
      let list = shown.map { "\"\($0)\"" }.joined(separator: ", ")
      let rows = try Row.fetchAll(
        db, sql: "SELECT \(list) FROM \"\(name)\" ORDER BY \(order == "rowid" ? "rowid" : list)")
      for row in rows { text += row.databaseValues.map(\.description).joined(separator: "|") + "\n" }
    }
    return text
  }
}

/// The first value that a query gives, as text; nil where it gives none.
func firstValue(_ sql: String, in path: String) throws -> String? {
  try reading(path) { try String.fetchOne($0, sql: sql) }
}

/// Changes a SQLite file as a stranger might.
func change(_ path: String, _ sql: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  try queue.close()
}

/// Leaves a SQLite file as a process does that is killed within a transaction: half written, its journal beside it.
func leaveHalfWritten(_ path: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { db in
    // A cache of two pages goes to the file long before the commit.
    try db.execute(
      sql: """
        PRAGMA cache_size = 2; BEGIN IMMEDIATE; CREATE TABLE half (written);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
        INSERT INTO half SELECT randomblob(4000) FROM n
        """)
    for name in [path, "\(path)-journal"] {
      try FileManager.default.copyItem(atPath: name, toPath: "\(name).kept")
    }
    try db.execute(sql: "ROLLBACK")
  }
  try queue.close()
  for name in [path, "\(path)-journal"] {
    try? FileManager.default.removeItem(atPath: name)
    try FileManager.default.moveItem(atPath: "\(name).kept", toPath: name)
  }
}

private func reading<Value>(_ path: String, _ body: (Database) throws -> Value) throws -> Value {
  var configuration = Configuration()
  configuration.readonly = true
  let queue = try DatabaseQueue(path: path, configuration: configuration)
  let value = try queue.read(body)
  try queue.close()
  return value
}
