import GRDB
import TestSupport
import Testing

@testable import Store

@Suite struct SearchTableTests {
  private let folder: TemporaryFolder
  private let table = SearchedTable(name: "order", columns: [.init("group", weight: 3), .init("text", weight: 1)])

  init() throws {
    folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path("a.sqlite"))
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE "order" (id TEXT NOT NULL PRIMARY KEY, "group" TEXT, text TEXT, lang TEXT) STRICT;
          INSERT INTO "order" VALUES ('a', 'lamps', 'A lamp is lit.', 'en'), ('b', NULL, 'lampade', 'it');
          """)
    }
    try queue.close()
  }

  @Test func `the index tells its table, columns and weights, with names that SQL would read otherwise`() throws {
    try indexDatabase(at: folder.path("a.sqlite"), table) { _, _ in nil }
    let store = try #require(try SearchStore(reading: folder.path("a.sqlite")))
    #expect(store.tables == [table])
    #expect(try store.columns(of: table) == ["id", "group", "text", "lang"])
    #expect(try store.languages(of: table).isEmpty)
    #expect(try store.statistics(of: table) == SearchStatistics(rows: 2, words: [1, 5]))
    #expect(try store.count("\"lamp\"", in: table) == 1)
  }

  @Test func `rows of a language that is stemmed are indexed as they are given`() throws {
    var table = table
    table.language = "lang"
    try indexDatabase(at: folder.path("a.sqlite"), table) { text, language in
      language == "it" ? text.replacing("lampade", with: "torcia") : nil
    }
    let store = try #require(try SearchStore(reading: folder.path("a.sqlite")))
    #expect(store.tables == [table])
    #expect(try store.languages(of: table) == ["en", "it"])
    #expect(try store.rows("\"torcia\"", in: table, where: [], limit: 5).map(\.id) == ["b"])
    #expect(try store.count("\"lampade\"", in: table) == 0)
  }

  @Test func `the index holds no text of its own and passes SQLite's checks`() throws {
    try indexDatabase(at: folder.path("a.sqlite"), table) { _, _ in nil }
    let queue = try DatabaseQueue(path: folder.path("a.sqlite"))
    try queue.write { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      // With a rank of 1 the index is compared with the table it is of.
      try db.execute(sql: "INSERT INTO order_search (order_search, rank) VALUES ('integrity-check', 1)")
      #expect(try !db.tableExists("order_search_content"))
      let definition = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'order_search'")
      // This is how Datasette finds the index of a table.
      #expect(definition?.contains("content=\"order\"") == true)
    }
  }

  @Test func `without a file there is nothing to search`() throws {
    let none = try SearchStore(reading: folder.path("none.sqlite"))
    #expect(none?.tables == nil)
  }
}
