import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct StoreDatabaseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(layout: Int) throws -> StoreDatabase {
    try StoreDatabase.writing(folder.path("a.sqlite"), layout: layout) {
      try $0.execute(sql: "CREATE TABLE tides (height REAL) STRICT")
    }
  }

  private func rowCount(_ database: StoreDatabase) throws -> Int? {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM tides") }
  }

  @Test func `makes a new file once`() throws {
    var database = try open(layout: 2)
    try database.write { try $0.execute(sql: "INSERT INTO tides VALUES (1.5)") }
    try database.close()
    database = try open(layout: 2)
    #expect(try rowCount(database) == 1)
  }

  @Test(arguments: [(1, "store.newer"), (3, "store.older")])
  func `refuses a file of another layout, however it is opened`(layout: Int, code: String) throws {
    try open(layout: 2).close()
    for open in [
      { _ = try self.open(layout: layout) },
      { _ = try StoreDatabase.reading(folder.path("a.sqlite"), layout: layout) },
    ] {
      let found = failure(open)
      #expect(found?.code == code)
      #expect(found?.location.address == folder.path("a.sqlite"))
    }
  }

  @Test func `leaves a file alone that another program made`() throws {
    let queue = try DatabaseQueue(path: folder.path("a.sqlite"))
    try queue.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
    try queue.close()
    let bytes = try folder.readBytes("a.sqlite")
    #expect(failure { _ = try open(layout: 1) }?.code == "store.foreign")
    #expect(failure { _ = try StoreDatabase.reading(folder.path("a.sqlite"), layout: 1) }?.code == "store.foreign")
    #expect(try folder.readBytes("a.sqlite") == bytes)
  }

  @Test func `has nothing to read in a file that is missing or empty`() throws {
    #expect(try StoreDatabase.reading(folder.path("a.sqlite"), layout: 1) == nil)
    try folder.write("", to: "a.sqlite")
    #expect(try StoreDatabase.reading(folder.path("a.sqlite"), layout: 1) == nil)
    #expect(try rowCount(try open(layout: 1)) == 0)
  }

  @Test func `makes nothing where making it fails`() throws {
    let path = folder.path("a.sqlite")
    let found = failure {
      _ = try StoreDatabase.writing(path, layout: 1) {
        try $0.execute(sql: "CREATE TABLE tides (a TEXT); CREATE nonsense")
      }
    }
    #expect(found?.code == "store.failed")
    #expect(try rowCount(try open(layout: 1)) == 0)
  }

  @Test func `takes back a transaction that fails`() throws {
    let database = try open(layout: 1)
    _ = failure {
      try database.write { db in
        try db.execute(sql: "INSERT INTO tides VALUES (1.5)")
        throw Failure("test.failed", "on purpose")
      }
    }
    #expect(try rowCount(database) == 0)
  }

  @Test func `passes a failure on as it is`() throws {
    let database = try open(layout: 1)
    #expect(failure { try database.read { _ in throw Failure("test.failed", "on purpose") } }?.code == "test.failed")
  }

  @Test(arguments: [("jobs", "\"jobs\""), ("a\"b", "\"a\"\"b\""), ("select", "\"select\"")])
  func `quotes names`(name: String, sql: String) { #expect(quoted(name) == sql) }
}
