import GRDB
import Records
import Store
import TestSupport
import Testing

@Suite struct ForeignQueryTests {
  private func database(_ folder: TemporaryFolder, _ sql: String) throws -> String {
    let path = folder.path("shop.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return path
  }

  private func rows(_ sql: String, in path: String) throws(Failure) -> [[ForeignValue]] {
    var rows: [[ForeignValue]] = []
    try ForeignQuery(sql, in: path).run { _, values in rows.append(values) }
    return rows
  }

  @Test func `gives each value in the type that it has`() throws {
    let folder = try TemporaryFolder()
    let path = try database(folder, "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2.5), ('ä'), (x'00ff'), (NULL)")
    let found = try rows("SELECT a FROM t ORDER BY rowid", in: path)
    #expect(found == [[.integer(1)], [.real(2.5)], [.text("ä")], [.blob([0, 255])], [.null]])
  }

  @Test(arguments: [
    ("SELECT colour FROM t", "no such column: colour"), ("SELECT 1; SELECT 2", "multiple statements"),
    ("DELETE FROM t", "no rows"), ("SELECT a, a FROM t", "two columns \"a\""),
    ("INSERT INTO t VALUES (2) RETURNING a", "no rows"),
  ])
  func `says what is wrong with a query, and changes nothing`(sql: String, words: String) throws {
    let folder = try TemporaryFolder()
    let path = try database(folder, "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    let failure = #expect(throws: Failure.self) { try rows(sql, in: path) }
    #expect(failure?.diagnostic.code == "fetch.query")
    #expect(failure?.diagnostic.summary.contains(words) == true, "\(failure?.diagnostic.summary ?? "")")
    #expect(try rows("SELECT count(*) FROM t", in: path) == [[.integer(1)]])
  }

  @Test func `a missing file and one that is no database are told apart`() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "no database ", count: 100), to: "notes.txt")
    let missing = #expect(throws: Failure.self) { try rows("SELECT 1 FROM t", in: folder.path("none.sqlite")) }
    #expect(missing?.diagnostic.summary == "there is no such file")
    let other = #expect(throws: Failure.self) { try rows("SELECT 1 FROM t", in: folder.path("notes.txt")) }
    #expect(other?.diagnostic.summary == "file is not a database")
    #expect(try folder.names("") == ["notes.txt"])
  }

  @Test func `a database in WAL mode is read without a file beside it`() throws {
    let folder = try TemporaryFolder()
    let path = try database(folder, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)")
    #expect(try folder.names("") == ["shop.sqlite"])
    #expect(try rows("SELECT a FROM t", in: path) == [[.integer(7)]])
    #expect(try folder.names("") == ["shop.sqlite"])
  }

  @Test func `what another program has in its log is read too`() throws {
    let folder = try TemporaryFolder()
    let path = try database(folder, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)")
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { try $0.execute(sql: "INSERT INTO t VALUES (8)") }
    #expect(try rows("SELECT a FROM t ORDER BY a", in: path) == [[.integer(7)], [.integer(8)]])
    try other.close()
  }
}
