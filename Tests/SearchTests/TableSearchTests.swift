import GRDB
import Records
import Store
import TestSupport
import Testing

@testable import Search

@Suite struct TableSearchTests {
  private let folder: TemporaryFolder
  private let store: SearchStore
  private let table = SearchedTable(
    name: "notes", columns: [.init("title", weight: 2), .init("text", weight: 1)], language: "language")

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path("notes.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY, title TEXT, text TEXT, language TEXT, words INTEGER) STRICT;
          INSERT INTO notes VALUES
            ('a', 'A bed of silt', 'The river carries silt to the harbour.', 'en', 7),
            ('b', 'Harbour notes', 'A crane was painted.', 'en-GB', 4),
            ('c', 'Neue Häuser', 'Zwei Häuser stehen am Fluss.', 'de', 5),
            ('d', NULL, 'Des rivières et des ponts nationaux.', 'fr-FR', 6),
            ('e', 'Twin', 'The same lamp.', NULL, 3),
            ('f', 'Twin', 'The same lamp.', NULL, NULL);
          """)
    }
    try queue.close()
    try indexDatabase(at: path, table, stemming: indexedText)
    store = try #require(try SearchStore(reading: path))
  }

  private func found(_ question: String, where conditions: String...) throws -> [String] {
    let conditions = try conditions.map { try RowCondition(written: $0) }
    return try TableSearch(question, in: table, of: store, where: conditions).hits.map(\.row.id)
  }

  @Test func `the database tells by itself what can be searched`() throws {
    #expect(store.tables == [table])
    #expect(try store.languages(of: table) == ["de", "en", "en-GB", "fr-FR"])
    let statistics = try store.statistics(of: table)
    #expect(statistics == SearchStatistics(rows: 6, words: [10, 28]))
  }

  @Test(arguments: [
    ("What is known about the silt of rivers?", ["a"]), ("harbours", ["b", "a"]),
    ("Was weiß man über ein Haus?", ["c"]),
    ("Häuser", ["c"]), ("quelle rivière nationale", ["d"]), ("harbor", ["b", "a"]), ("nothing of the kind", []),
    ("?!", []),
    ("lamp", ["e", "f"]),
  ])
  func `finds rows by any of the words in any of their forms, ties by id`(_ question: String, _ ids: [String]) throws {
    #expect(try found(question) == ids)
  }

  @Test(arguments: [
    ("words>=7", ["a"]), ("words<7", ["b"]), ("language=en", ["a"]), ("language!=en", ["b"]), ("title~NOTES", ["b"]),
    ("title~%", []), ("words!=4", ["a"]),
  ])
  func `a condition leaves rows out`(_ condition: String, _ ids: [String]) throws {
    #expect(try found("harbour", where: condition) == ids)
  }

  @Test func `nothing after the sign means no value`() throws {
    #expect(try found("lamp", where: "words=") == ["f"])
    #expect(try found("lamp", where: "words!=") == ["e"])
    #expect(try found("lamp", where: "words!=", "language=") == ["e"])
  }

  @Test(arguments: ["word=3", "words=many", "words>"])
  func `a column that isn't there and a value that can't be are refused`(_ condition: String) {
    #expect(throws: Failure.self) { try found("lamp", where: condition) }
  }

  @Test func `a value is never taken for SQL`() throws {
    #expect(try found("harbour", where: "title='' OR 1=1").isEmpty)
    #expect(try found("harbour", where: "title~' OR 1=1 --").isEmpty)
  }

  @Test func `anybody's SQLite can ask the index, best first by the weights`() throws {
    let queue = try DatabaseQueue(path: folder.path("notes.sqlite"))
    let ids = try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT n.id FROM notes_search s JOIN notes n ON n.rowid = s.rowid WHERE notes_search MATCH 'harbours' ORDER BY s.rank
          """)
    }
    #expect(ids == ["b", "a"])
  }

  @Test(arguments: [
    ("水門の番人", ["a", "b"]), ("番人", ["b", "a"]), ("水", ["a"]), ("川", ["a"]), ("茶", []), ("東京都", ["b"]),
    ("ประตูน้ำ", ["c"]), ("강", ["d"]), ("서울에서", ["d"]), ("crane 番人", ["b", "a"]),
  ])
  func `texts without spaces are found by any part, whatever their language`(_ question: String, _ ids: [String]) throws
  {
    let path = folder.path("unspaced.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE notes (id TEXT NOT NULL PRIMARY KEY, title TEXT, text TEXT) STRICT;
          INSERT INTO notes VALUES ('a', '水門の番人', '夜も水位を見て、小さな川'), ('b', '東京', 'A crane, and its 番人.'),
            ('c', NULL, 'เขาดูแลประตูน้ำทุกคืน'), ('d', '서울', '강에서 만나요');
          """)
    }
    try queue.close()
    let table = SearchedTable(name: "notes", columns: [.init("title", weight: 2), .init("text", weight: 1)])
    try indexDatabase(at: path, table, stemming: indexedText)
    let store = try #require(try SearchStore(reading: path))
    #expect(try TableSearch(question, in: table, of: store).hits.map(\.row.id) == ids)
  }
}
