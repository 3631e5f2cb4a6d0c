import Records
import Store
import TestSupport
import Testing

struct StageBrowsingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func rows(_ store: StageStore) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    try store.browse { rows.append($0) }
    return rows
  }

  @Test func `shows fetch's files in the sources' order`() throws {
    let store = try StageStore(writing: .fetch, in: folder.path)
    try store.write(
      files: [
        Sample.file("b.html", source: "mirror", rank: 1), Sample.file("z.html"),
        Sample.file("a.html", outcome: .rejected),
      ],
      unchanged: [], settings: [:], run: 1)
    let found = try rows(store)
    #expect(found.map { $0.text("path") } == ["a.html", "z.html", "b.html"])
    #expect(found[0].text("outcome") == "rejected")
    #expect(found[1]["byte_count"] == .integer(4))
    #expect(found[1].text("id") == Sample.document("z.html").id)
    #expect(found[1]["nothing of the kind"] == .null)
  }

  @Test func `finds files by address, path or the beginning of an id`() throws {
    let store = try StageStore(writing: .fetch, in: folder.path)
    try store.write(files: [Sample.file("a.html"), Sample.file("b.html")], unchanged: [], settings: [:], run: 1)
    let id = Sample.document("a.html").id
    for name in ["a.html", "site:a.html", id, String(id.prefix(8))] {
      #expect(try store.files(named: name).map { $0.text("path") } == ["a.html"], "\(name)")
    }
    for name in ["c.html", String(id.prefix(3)), "*", "", "????"] {
      #expect(try store.files(named: name) == [], "\(name)")
    }
  }

  @Test func `shows pages and records`() throws {
    let clean = try StageStore(writing: .clean, in: folder.path)
    let document = Sample.document("a.html")
    try clean.write(
      pages: [CleanedDocument(id: document.id, inputHash: "h", page: Sample.page(document), diagnostics: [])],
      Sample.fingerprint)
    #expect(try rows(clean).map { $0.text("title") } == ["Tides"])
    #expect(try rows(clean)[0]["characters"] == .integer(15))
    #expect(try clean.input(id: document.id)?.text("outcome") == "done")
    #expect(try clean.input(id: "none") == nil)
    let normalize = try StageStore(writing: .normalize, in: folder.path)
    try normalize.prepare(tables: [Sample.jobs])
    let records = [
      Sample.record("abcd0001", ordinal: 1, title: "Baker"), Sample.record("abcd0002", title: "Cook", pay: 2),
    ]
    try normalize.write(pages: [Sample.normalized(Sample.id(1), records)], tables: [Sample.jobs], Sample.fingerprint)
    let found = try rows(normalize)
    #expect(found.map { $0.text("title") } == ["Cook", "Baker"])
    #expect(found.map { $0.text("table") } == ["jobs", "jobs"])
    #expect(found[0]["pay"] == .real(2))
    #expect(try normalize.records(table: "jobs", named: "abcd", column: nil).count == 2)
    #expect(try normalize.records(table: "jobs", named: "abcd0002", column: nil).map { $0.text("title") } == ["Cook"])
    #expect(try normalize.records(table: "jobs", named: "Baker", column: "title").map { $0.text("id") } == ["abcd0001"])
    #expect(try normalize.records(table: "jobs", named: "Baker", column: nil) == [])
    #expect(try normalize.records(table: "jobs", page: Sample.id(1)).map { $0.text("title") } == ["Cook", "Baker"])
  }

  @Test func `shows clusters`() throws {
    let dedupe = try StageStore(writing: .dedupe, in: folder.path)
    let member = ClusterMember(
      record: RecordReference(id: "r1", pageID: "p", ordinal: 0), clusterID: "r1", survivorID: "r1", survives: true,
      members: 2,
      rule: "survivor", similarity: 1, evidence: "equal title")
    try dedupe.write(
      clusters: [member], table: "jobs", digest: "d", Sample.fingerprint,
      counts: DedupedCounts(rows: 2, survivors: 1, copies: 1))
    #expect(try rows(dedupe).map { $0.text("evidence") } == ["equal title"])
    #expect(try rows(try StageStore(writing: .load, in: folder.path)) == [])
  }

  @Test func `looks into the published database`() throws {
    let normalize = try StageStore(writing: .normalize, in: folder.path)
    try normalize.prepare(tables: [Sample.jobs])
    try normalize.write(
      pages: [Sample.normalized(Sample.id(1), [Sample.record("abcd0001", title: "Baker")])], tables: [Sample.jobs],
      Sample.fingerprint)
    let path = folder.path("analytics.sqlite")
    #expect(try isPublished(path, table: "jobs", id: "abcd0001") == nil)
    #expect(try publishedCounts(path).isEmpty)
    let table = PublishedTable(schema: Sample.jobs, key: [], isDeduped: false)
    let database = try PublishedDatabase(making: path, stages: folder.path, hasDedupe: false)
    _ = try database.add(table)
    try database.addRejects(stages: [], in: folder.path)
    try database.finish([table])
    #expect(try isPublished(path, table: "jobs", id: "abcd0001") == true)
    #expect(try isPublished(path, table: "jobs", id: "abcd0002") == false)
    #expect(try isPublished(path, table: "others", id: "abcd0001") == false)
    let counts = try publishedCounts(path)
    #expect(counts.map(\.table) == ["jobs", "_rejects"])
    #expect(counts.map(\.rows) == [1, 0])
  }
}
