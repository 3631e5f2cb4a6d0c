import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct PartTableTests {
  private let document = Identity.document(address: "shop:a.csv")

  private func page(_ number: Int, _ values: [String?]...) -> Page {
    var page = Page(
      id: Identity.part(document: document, number: number),
      provenance: Provenance(
        source: "shop", address: "shop:a.csv", fetchedAt: Timestamp(seconds: 0), contentHash: ContentHash(of: "a")))
    page.rows = PageRows(
      fields: ["a", "b"], hasHeader: true,
      rows: values.enumerated().map { .init(line: $0.offset + 2, repeats: $0.offset, values: $0.element) })
    return page
  }

  private func cleaned(_ pages: [Page]) -> CleanedDocument {
    let rows = pages.reduce(0) { $0 + ($1.rows?.rows.count ?? 0) }
    return CleanedDocument(
      id: document, inputHash: "h",
      table: CleanedTable(
        source: "shop", pages: pages, rows: rows + 1, rejected: 1,
        fields: [.init(name: "a", rows: rows, isOfHeader: true), .init(name: "b", rows: 1, isOfHeader: true)]),
      diagnostics: [])
  }

  private func store(_ folder: TemporaryFolder) throws -> StageStore {
    let fetch = try StageStore(writing: .fetch, in: folder.path)
    try fetch.write(
      files: [Sample.file("a.csv", source: "shop", address: "shop:a.csv")], unchanged: [], settings: [:], run: 1)
    try fetch.close()
    return try StageStore(writing: .clean, in: folder.path, prior: .fetch)
  }

  @Test func `a data file's rows are pages that normalize reads, and count as rows`() throws {
    let folder = try TemporaryFolder()
    let clean = try store(folder)
    let pages = [page(1, ["x", nil], ["\"y\"", "2"]), page(2, ["z", nil])]
    try clean.write(pages: [cleaned(pages)], Sample.fingerprint)
    #expect(try clean.outputCount() == 2)
    #expect(try clean.pageCount() == 0)
    let counts = try clean.tableCounts()
    #expect(counts == (files: 1, rows: 4, held: 3, rejected: 1))
    #expect(try clean.sourceTables() == [SourceTable(source: "shop", rows: 4, rejected: 1, fields: ["a": 3, "b": 1])])
    #expect(try clean.page(id: pages[0].id) == pages[0])
    #expect(try clean.document(ofPart: pages[1].id) == document)
    #expect(try clean.parts(of: document).count == 2)
    try clean.close()
    let normalize = try StageStore(writing: .normalize, in: folder.path, prior: .clean)
    let stale = try normalize.stalePages(
      Sample.fingerprint, after: "", limit: 10, bytes: 1 << 20, forced: false, only: nil)
    #expect(Set(stale.map(\.page)) == Set(pages))
    try normalize.close()
  }

  @Test func `rows written while they are read replace the earlier ones, or nothing`() throws {
    let folder = try TemporaryFolder()
    let clean = try store(folder)
    try clean.write(pages: [cleaned([page(1, ["x", nil]), page(2, ["y", nil])])], Sample.fingerprint)
    #expect(throws: Failure.self) {
      try clean.write(table: document, Sample.fingerprint) { emit in
        try emit(page(1, ["half", nil]))
        throw Failure("fetch.damaged", "cut off")
      }
    }
    #expect(try clean.parts(of: document).count == 2)
    try clean.write(table: document, Sample.fingerprint) { emit in
      try emit(page(1, ["new", nil]))
      var result = cleaned([])
      result.table?.rows = 2
      return result
    }
    #expect(try clean.parts(of: document).count == 1)
    #expect(try clean.page(id: page(1).id)?.rows?.rows.map(\.values) == [["new", nil]])
    #expect(try clean.tableCounts().held == 1)
    try clean.close()
  }

  @Test func `a data file that is gone takes its rows with it`() throws {
    let folder = try TemporaryFolder()
    let clean = try store(folder)
    try clean.write(pages: [cleaned([page(1, ["x", nil])])], Sample.fingerprint)
    try clean.close()
    let fetch = try StageStore(writing: .fetch, in: folder.path)
    _ = try fetch.settle([SourceState(name: "shop", status: "ok", matched: 0)], run: 2, lastPublished: 0)
    try fetch.close()
    let again = try StageStore(writing: .clean, in: folder.path, prior: .fetch)
    #expect(try again.forgetGonePages() == 1)
    #expect(try again.outputCount() == 0)
    #expect(try again.sourceTables().isEmpty)
    let left = try again.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM pages") }
    #expect(left == 0)
    try again.close()
  }
}
