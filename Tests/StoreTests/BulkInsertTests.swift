import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct BulkInsertTests {
  let folder: TemporaryFolder
  private let queue: DatabaseQueue

  init() throws {
    folder = try TemporaryFolder()
    queue = try DatabaseQueue(path: folder.path("a.sqlite"))
    try queue.write { try $0.execute(sql: "CREATE TABLE a (id INTEGER PRIMARY KEY, value ANY) STRICT") }
  }

  /// Inserts the values under the numbers from `first` on; gives their hash.
  @discardableResult
  private func insert(_ values: [Value], from first: Int64 = 0) throws -> ContentHash {
    try queue.write { db in
      var statement = try BulkInsert(db, sql: "INSERT INTO a VALUES (?, ?)")
      for (index, value) in values.enumerated() {
        statement.bind(first + Int64(index))
        statement.bind(value)
        try statement.insert()
      }
      return statement.hasher.finish()
    }
  }

  @Test func `inserts every kind of value`() throws {
    let values: [Value] = [
      .null, .text(""), .text("tide 🌊\r\nmoon"), .text(String(repeating: "é", count: 5000)), .integer(.min),
      .integer(-1),
      .real(0.1), .real(-0.0), .boolean(true), .boolean(false),
    ]
    try insert(values)
    let found = try queue.read {
      try Row.fetchAll($0, sql: "SELECT value FROM a ORDER BY id").map { $0[0] as DatabaseValue }
    }
    let expected: [(any DatabaseValueConvertible)?] = [
      nil, "", "tide 🌊\r\nmoon", String(repeating: "é", count: 5000), Int64.min, -1, 0.1, -0.0, 1, 0,
    ]
    #expect(found == expected.map { $0?.databaseValue ?? .null })
  }

  @Test func `gives different rows different hashes`() throws {
    let columns: [[Value]] = [
      [.null], [.text("")], [.integer(-1)], [.integer(0)], [.real(0.5)], [.real(-0.5)], [.text("a")],
      [.text("a"), .null],
      [.text("a"), .text("")], [.text("a"), .text("b")], [.text("b"), .text("a")],
    ]
    var hashes: [ContentHash] = []
    for (index, values) in columns.enumerated() {
      try queue.write { try $0.execute(sql: "DELETE FROM a") }
      hashes.append(try insert(values))
      try queue.write { try $0.execute(sql: "DELETE FROM a") }
      #expect(try insert(values) == hashes[index])
    }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `fails as SQLite says and can be used again`() throws {
    #expect(throws: DatabaseError.self) {
      try insert([.null, .null], from: -1); try insert([.text("again")], from: 0)
    }
    try insert([.text("b")], from: 50)
    let found = try queue.read { try String.fetchOne($0, sql: "SELECT value FROM a WHERE id = 50") }
    #expect(found == "b")
  }
}
