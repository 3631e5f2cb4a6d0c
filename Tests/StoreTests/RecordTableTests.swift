import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct RecordTableTests {
  let folder: TemporaryFolder
  private let normalize: StageStore
  private let schema = Sample.jobs

  init() throws {
    folder = try TemporaryFolder()
    try StageStore(writing: .clean, in: folder.path).close()
    normalize = try StageStore(writing: .normalize, in: folder.path, prior: .clean)
    try normalize.prepare(tables: [schema])
  }

  private func write(_ pages: NormalizedPage...) throws {
    try normalize.write(pages: pages, tables: [schema], Sample.fingerprint)
  }

  private func rows(_ sql: String) throws -> [[DatabaseValue]] {
    try normalize.database.read { db in try Row.fetchAll(db, sql: sql).map { Array($0.databaseValues) } }
  }

  @Test func `writes each value with what was written, its rule and its flag`() throws {
    try write(Sample.normalized(Sample.id(1), [Sample.record(Sample.id(9), title: "Baker", pay: 3.5, open: true)]))
    let row = try #require(try normalize.database.read { try Row.fetchOne($0, sql: "SELECT * FROM jobs") })
    #expect(
      Array(row.columnNames) == [
        "id", "page_id", "ordinal", "title", "title_raw", "title_rule", "title_flag", "posted", "posted_precision",
        "posted_raw",
        "posted_rule", "posted_flag", "pay", "pay_raw", "pay_rule", "pay_flag", "open", "open_raw", "open_rule",
        "open_flag",
        "source", "source_address", "fetched_at", "content_sha256",
      ])
    #expect(row["title"] == "Baker")
    #expect(row["posted_flag"] == "inferred")
    #expect(row["pay"] == 3.5)
    #expect(row["open"] == 1)
    #expect(row["open_raw"] == nil)
    #expect(row["fetched_at"] == "1970-01-01T00:01:00Z")
  }

  @Test func `counts rows in the table and page by page`() throws {
    try write(
      Sample.normalized(
        Sample.id(1), [Sample.record("r1", title: "a"), Sample.record("r2", ordinal: 1, title: "b")], rejected: 3),
      Sample.normalized(Sample.id(2), []))
    let counts = try normalize.rowCounts(table: "jobs")
    #expect(counts.rows == 2)
    #expect(counts.noted == 2)
    #expect(counts.rejected == 3)
    try write(Sample.normalized(Sample.id(1), [Sample.record("r1", title: "a")]))
    #expect(try normalize.rowCounts(table: "jobs") == (1, 1, 0))
  }

  @Test func `has one digest whatever the order of work was`() throws {
    let pages = (1...5).map { number in
      Sample.normalized(Sample.id(number), [Sample.record("r\(number)", page: Sample.id(number), title: "t\(number)")])
    }
    func digest(_ pages: [NormalizedPage]) throws -> String {
      let folder = try TemporaryFolder()
      let store = try StageStore(writing: .normalize, in: folder.path)
      try store.prepare(tables: [schema])
      for page in pages { try store.write(pages: [page], tables: [schema], Sample.fingerprint) }
      return try store.digest(table: "jobs")
    }
    let expected = try digest(pages)
    #expect(try digest(pages.reversed()) == expected)
    #expect(try digest(pages + [pages[2]]) == expected)
    // A page without records leaves no trace.
    #expect(try digest(pages + [Sample.normalized(Sample.id(6), [])]) == expected)
    #expect(try digest(Array(pages.dropLast())) != expected)
  }

  @Test func `changes the digest with any value, rule, flag or origin`() throws {
    func digest(_ change: (inout Records.Record) -> Void) throws -> String {
      var record = Sample.record("r1", title: "a", pay: 1)
      change(&record)
      try write(Sample.normalized(Sample.id(1), [record]))
      return try normalize.digest(table: "jobs")
    }
    let digests = try [
      digest { _ in }, digest { $0.cells[0].values = [.text("b")] }, digest { $0.cells[0].values = [.null] },
      digest { $0.cells[0].values = [.text("")] }, digest { $0.cells[0].raw = " a" }, digest { $0.cells[1].flag = nil },
      digest { $0.cells[1].rule = "x" }, digest { $0.cells[2].values = [.real(2)] },
      digest { $0.cells[3].values = [.boolean(true)] },
      digest { $0.cells[3].values = [.boolean(false)] }, digest { $0.id = "r2" },
      digest { $0.provenance.fetchedAt = Timestamp(seconds: 0) }, digest { $0.provenance.source = "mirror" },
    ]
    #expect(Set(digests).count == digests.count)
    #expect(try digest { _ in } == digests[0])
  }

  @Test func `shows the next stage the same digest, and none of a table it doesn't have`() throws {
    try write(Sample.normalized(Sample.id(1), [Sample.record("r1", title: "a")]))
    let dedupe = try StageStore(writing: .dedupe, in: folder.path, prior: .normalize)
    #expect(try dedupe.priorDigest(table: "jobs") == normalize.digest(table: "jobs"))
    #expect(try dedupe.priorDigest(table: "others") == nil)
    #expect(try dedupe.priorRowCount(table: "jobs") == 1)
  }

  @Test func `empties a table whose columns change and makes every page stale`() throws {
    let clean = try StageStore(writing: .clean, in: folder.path)
    let document = Sample.document("a.html")
    try clean.write(
      pages: [CleanedDocument(id: document.id, inputHash: "h", page: Sample.page(document), diagnostics: [])],
      Sample.fingerprint)
    let hash = try #require(
      try normalize.stalePages(Sample.fingerprint, after: "", limit: 1, bytes: 1, forced: false, only: nil).first?.hash)
    try write(Sample.normalized(document.id, [Sample.record("r1", page: document.id, title: "a")], inputHash: hash))
    #expect(try normalize.staleness(Sample.fingerprint) == [:])
    try normalize.prepare(tables: [schema])
    #expect(try normalize.rowCounts(table: "jobs").rows == 1)
    #expect(try normalize.staleness(Sample.fingerprint) == [:])
    // A description is no part of the store's table.
    var described = schema
    described.description = "Jobs."
    described.columns[0].description = "What it is called."
    try normalize.prepare(tables: [described])
    #expect(try normalize.rowCounts(table: "jobs").rows == 1)
    var wider = schema
    wider.columns.append(.init(name: "place", type: "text", physical: [.init("place", .text)]))
    try normalize.prepare(tables: [wider])
    #expect(try normalize.rowCounts(table: "jobs") == (0, 0, 0))
    #expect(try normalize.staleness(Sample.fingerprint) == [.settingsChanged: 1])
  }

  @Test func `makes new tables, drops undeclared ones and keeps the config's order`() throws {
    let notes = TableSchema(
      name: "notes", columns: [.init(name: "text", type: "text", physical: [.init("text", .text)])])
    try normalize.prepare(tables: [notes, schema])
    #expect(try normalize.recordTables() == ["notes", "jobs"])
    try normalize.prepare(tables: [schema, notes])
    #expect(try normalize.recordTables() == ["jobs", "notes"])
    try normalize.prepare(tables: [notes])
    #expect(try normalize.recordTables() == ["notes"])
    #expect(try rows("SELECT name FROM sqlite_master WHERE name LIKE 'jobs%'") == [])
  }

  @Test func `takes any name for tables and columns`() throws {
    let odd = TableSchema(
      name: "select", columns: [.init(name: "order", type: "text", physical: [.init("order", .text)])])
    try normalize.prepare(tables: [odd])
    let record = Records.Record(
      id: "r", pageID: "p", ordinal: 0, cells: [Cell([.text("x")])],
      provenance: Sample.record("r", title: nil).provenance)
    try normalize.write(pages: [Sample.normalized("p", [record])], tables: [odd], Sample.fingerprint)
    #expect(try normalize.rowCounts(table: "select") == (1, 1, 0))
  }

  @Test func `says which columns have a value anywhere`() throws {
    #expect(try normalize.columnsWithValues(schema) == [])
    try write(Sample.normalized(Sample.id(1), [Sample.record("r1", title: nil, open: false)]))
    #expect(try normalize.columnsWithValues(schema) == ["posted", "open"])
  }

  @Test func `tells the columns that most rows that say something don't fit`() throws {
    func record(_ number: Int, pay: Cell) -> Records.Record {
      var record = Sample.record("r\(number)", ordinal: number, title: "a")
      record.cells[2] = pay
      return record
    }
    let unread = Cell([.null], raw: "lots", flag: .invalid)
    let records = (0..<5).map { record($0, pay: $0 < 3 ? unread : Cell([.real(1)], raw: "1", rule: "real.plain")) }
    try write(Sample.normalized(Sample.id(1), records))
    let misfits = try normalize.misfits(schema, least: 5)
    #expect(misfits.map(\.column) == ["pay"])
    #expect(misfits.map(\.unread) == [3] && misfits.map(\.of) == [5])
    #expect(try normalize.misfits(schema, least: 6).isEmpty)
    try write(Sample.normalized(Sample.id(1), Array(records.dropFirst())))
    #expect(try normalize.misfits(schema, least: 1).isEmpty)
  }

  @Test func `a compound column has values where any of its parts has`() throws {
    var record = Sample.record("r1", title: nil)
    record.cells[1] = Cell([.null, .text("day")], raw: "?", rule: "date.written")
    try write(Sample.normalized(Sample.id(1), [record]))
    #expect(try normalize.columnsWithValues(schema) == ["posted"])
  }

  @Test func `forgets the records of pages that are gone`() throws {
    let reject = Diagnostic(.reject, "normalize.no-key", "no key")
    try write(Sample.normalized(Sample.id(1), [Sample.record("r1", title: "a")], rejected: 1, inputHash: "h", [reject]))
    #expect(try normalize.diagnostics(of: Sample.id(1)) == [reject])
    #expect(try normalize.forgetGoneRecords(tables: [schema]) == 1)
    #expect(try normalize.rowCounts(table: "jobs") == (0, 0, 0))
    #expect(try normalize.diagnostics(of: Sample.id(1)) == [])
    #expect(try normalize.forgetGoneRecords(tables: [schema]) == 0)
  }

  @Test func `writes a whole batch or nothing of it`() throws {
    let twice = Sample.normalized(
      Sample.id(2), [Sample.record("r1", page: "p", title: "a"), Sample.record("r2", page: "p", title: "b")])
    let found = failure { try write(Sample.normalized(Sample.id(1), [Sample.record("r0", title: "z")]), twice) }
    #expect(found != nil)
    #expect(try normalize.rowCounts(table: "jobs") == (0, 0, 0))
    #expect(try normalize.outcomes() == [:])
  }
}
