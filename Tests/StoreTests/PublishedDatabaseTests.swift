import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct PublishedDatabaseTests {
  let folder: TemporaryFolder
  private let normalize: StageStore

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("stages")
    normalize = try StageStore(writing: .normalize, in: folder.path("stages"))
    try normalize.prepare(tables: [Sample.jobs])
  }

  private let plain = PublishedTable(schema: Sample.jobs, key: ["title"], isDeduped: false)
  private let deduped = PublishedTable(schema: Sample.jobs, key: [], isDeduped: true)

  /// Writes records, each on a page of its own with the address `site:PAGE`.
  private func write(_ records: (page: String, record: Records.Record)...) throws {
    for (page, record) in records {
      var record = record
      record.pageID = page
      record.provenance.address = "site:\(page)"
      try normalize.write(pages: [Sample.normalized(page, [record])], tables: [Sample.jobs], Sample.fingerprint)
    }
  }

  /// Builds the database of `tables` and gives what `add` said of each.
  private func build(_ tables: PublishedTable..., rejects: [Stage] = []) throws -> [(rows: Int, sameKey: Int)] {
    let database = try PublishedDatabase(
      making: folder.path("analytics.sqlite"), stages: folder.path("stages"),
      hasDedupe: tables.contains { $0.isDeduped })
    let counts = try tables.map { try database.add($0) }
    try database.addRejects(stages: rejects, in: folder.path("stages"))
    var numbers = StageNumbers(.normalize)
    numbers.inputs = 5
    numbers.dropped = ["a": 1, "b": 2]
    numbers.worked = ["new": 4]
    try database.add(runs: [PublishedRun(runID: "r1", startedAt: Timestamp(seconds: 0), numbers: numbers)])
    let described = tables.map(\.description) + [PublishedDatabase.columns]
    try database.addColumns(of: described) { table, place in table == "jobs" ? ("example \(place)", 0.25) : (nil, nil) }
    try database.finish(tables)
    return counts
  }

  private func rows(_ sql: String) throws -> [[DatabaseValue]] {
    let queue = try DatabaseQueue(path: folder.path("analytics.sqlite"))
    return try queue.read { db in try Row.fetchAll(db, sql: sql).map { Array($0.databaseValues) } }
  }

  private func dedupe(_ members: [ClusterMember]) throws {
    let store = try StageStore(writing: .dedupe, in: folder.path("stages"))
    try store.write(
      clusters: members, table: "jobs", digest: "d", Sample.fingerprint,
      counts: DedupedCounts(rows: 0, survivors: 0, copies: 0))
    try store.close()
  }

  private func member(_ page: String, _ id: String, of cluster: String, survivor: String, survives: Bool)
    -> ClusterMember
  {
    ClusterMember(
      record: RecordReference(id: id, pageID: page, ordinal: 0), clusterID: cluster, survivorID: survivor,
      survives: survives,
      members: 3, rule: survives ? "survivor" : "exact", similarity: 1, evidence: "equal title")
  }

  @Test func `makes strict tables with a key and indexes`() throws {
    try write(("p1", Sample.record("r1", title: "a", pay: 1.5, open: true)))
    _ = try build(plain)
    let strict = try rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 1 ORDER BY name")
    #expect(strict.map { String.fromDatabaseValue($0[0]) } == ["_columns", "_rejects", "_runs", "jobs"])
    let types = try rows("SELECT type, pk FROM pragma_table_info('jobs')").map { $0.map(\.description) }
    #expect(types.map { $0[1] } == ["1"] + Array(repeating: "0", count: 9))
    #expect(Set(types.map { $0[0] }) == Set(["TEXT", "REAL", "INTEGER"].map { $0.databaseValue.description }))
    let indexes = try rows(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'jobs' AND sql IS NOT NULL ORDER BY 1")
    #expect(indexes.map { String.fromDatabaseValue($0[0]) } == ["jobs_by_source_address", "jobs_by_title"])
    #expect(try rows("PRAGMA integrity_check").map { String.fromDatabaseValue($0[0]) } == ["ok"])
    #expect(try folder.names() == ["analytics.sqlite", "stages"])
  }

  @Test func `takes only true and false in a truth's column`() throws {
    _ = try build(plain)
    let queue = try DatabaseQueue(path: folder.path("analytics.sqlite"))
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "INSERT INTO jobs (id, open) VALUES ('x', 2)") }
    }
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "INSERT INTO jobs (id, pay) VALUES ('x', 'much')") }
    }
  }

  @Test func `fills a table in the order of ids`() throws {
    try write(
      ("p1", Sample.record("r2", title: "b")), ("p2", Sample.record("r1", title: "a")),
      ("p3", Sample.record("r3", title: nil)))
    let counts = try build(plain)
    #expect(counts[0] == (3, 0))
    #expect(
      try rows("SELECT id FROM jobs ORDER BY rowid").map { String.fromDatabaseValue($0[0]) } == ["r1", "r2", "r3"])
  }

  @Test func `keeps the first of records with one id where nothing deduplicates, and counts the others`() throws {
    try write(
      ("p2", Sample.record("same", title: "second")), ("p1", Sample.record("same", title: "first")),
      ("p3", Sample.record("same", title: "third")), ("p4", Sample.record("other", title: "other")))
    let counts = try build(plain)
    #expect(counts[0] == (2, 2))
    #expect(try rows("SELECT title FROM jobs WHERE id = 'same'").map { String.fromDatabaseValue($0[0]) } == ["first"])
  }

  @Test func `publishes survivors with their copies and every member among the duplicates`() throws {
    try write(
      ("p1", Sample.record("r1", title: "a")), ("p2", Sample.record("r2", title: "A")),
      ("p3", Sample.record("r2", title: "A ")),
      ("p4", Sample.record("r4", title: "alone")))
    try dedupe([
      member("p2", "r2", of: "r1", survivor: "r2", survives: true),
      member("p1", "r1", of: "r1", survivor: "r2", survives: false),
      member("p3", "r2", of: "r1", survivor: "r2", survives: false),
    ])
    let counts = try build(deduped)
    #expect(counts[0] == (2, 0))
    #expect(
      try rows("SELECT id, title, copies FROM jobs ORDER BY id").map { $0.map(\.description) } == [
        ["\"r2\"", "\"A\"", "2"], ["\"r4\"", "\"alone\"", "0"],
      ])
    let members = try rows(
      "SELECT id, title, cluster_id, survivor_id, rule, similarity FROM jobs_duplicates ORDER BY rowid")
    #expect(members.map { $0[0].description } == ["\"r2\"", "\"r1\"", "\"r2\""])
    #expect(Set(members.map { $0[2].description }) == ["\"r1\""])
    #expect(members.map { $0[4].description } == ["\"survivor\"", "\"exact\"", "\"exact\""])
    // copies = members − 1, summed over all clusters.
    #expect(try rows("SELECT sum(copies) FROM jobs")[0][0] == 2.databaseValue)
  }

  @Test func `ties each duplicate to its survivor by a foreign key`() throws {
    try write(("p1", Sample.record("r1", title: "a")))
    try dedupe([])
    _ = try build(deduped)
    let keys = try rows("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('jobs_duplicates')")
    #expect(keys.map { $0.compactMap { String.fromDatabaseValue($0) } } == [["jobs", "survivor_id", "id"]])
  }

  @Test func `refuses to publish a duplicate whose survivor isn't there`() throws {
    try write(("p1", Sample.record("r1", title: "a")), ("p2", Sample.record("r2", title: "a")))
    try dedupe([member("p2", "r2", of: "r1", survivor: "nobody", survives: false)])
    let found = failure { _ = try build(deduped) }
    #expect(found?.code == "load.damaged")
  }

  @Test func `publishes every stage's rejects`() throws {
    let warning = Diagnostic(
      .warn, "normalize.ambiguous", "3/4/2026",
      at: .init(source: "site", address: "a", line: 4, column: 2, record: "jobs.posted"),
      remedy: "Say which.")
    try normalize.write(pages: [Sample.normalized("p1", [], [warning])], tables: [Sample.jobs], Sample.fingerprint)
    let fetch = try StageStore(writing: .fetch, in: folder.path("stages"))
    try fetch.write(
      files: [Sample.file("a", outcome: .rejected, [Diagnostic(.reject, "fetch.empty", "nothing")])], unchanged: [],
      settings: [:],
      run: 1)
    try fetch.close()
    _ = try build(plain, rejects: [.fetch, .normalize])
    let found = try rows("SELECT * FROM _rejects ORDER BY rowid")
    #expect(found.map { String.fromDatabaseValue($0[0]) } == ["fetch", "normalize"])
    #expect(found[0].map(\.isNull) == [false, false, false, false, true, true, true, true, true, false])
    #expect(
      found[1].compactMap { String.fromDatabaseValue($0) }
        == ["normalize", "warn", "normalize.ambiguous", "3/4/2026", "site", "a", "jobs.posted", "Say which."])
    #expect(found[1][6...7].map(\.description) == ["4", "2"])
  }

  @Test func `publishes the run's numbers`() throws {
    _ = try build(plain)
    let run = try #require(try rows("SELECT run_id, started_at, stage, inputs, dropped, worked FROM _runs").first)
    #expect(run[..<3].compactMap { String.fromDatabaseValue($0) } == ["r1", "1970-01-01T00:00:00Z", "normalize"])
    #expect(run[3...].map(\.description) == ["5", "3", "4"])
  }

  @Test func `says in a table what every column means`() throws {
    _ = try build(plain)
    let found = try rows("SELECT * FROM _columns WHERE table_name = 'jobs' AND column_name = 'source'")
    #expect(
      found.map { $0.map(\.description) } == [
        [
          "\"jobs\"", "7", "\"source\"", "\"text\"", "The source's name in pipeline.json.".databaseValue.description,
          "NULL", "\"fetch\"",
          "\"example 6\"", "0.25",
        ]
      ])
    let documented = "SELECT column_name FROM _columns WHERE table_name = ? ORDER BY position"
    for table in ["jobs", "_columns"] {
      let names = try rows("SELECT name FROM pragma_table_info('\(table)')")
      #expect(try rows(documented.replacing("?", with: "'\(table)'")) == names)
    }
  }

  @Test func `answers the usual questions by views`() throws {
    try write(
      ("p1", Sample.record("r1", title: "a")), ("p2", Sample.record("r2", title: "A")),
      ("p3", Sample.record("r3", title: "b")))
    try dedupe([
      member("p2", "r2", of: "r1", survivor: "r2", survives: true),
      member("p1", "r1", of: "r1", survivor: "r2", survives: false),
    ])
    let warning = Diagnostic(.warn, "normalize.ambiguous", "3/4/2026", remedy: "Say which.")
    try normalize.write(
      pages: [Sample.normalized("p4", [], [warning, warning])], tables: [Sample.jobs], Sample.fingerprint)
    _ = try build(deduped, rejects: [.normalize])
    func texts(_ sql: String) throws -> [[String]] { try rows(sql).map { $0.map { "\($0.storage.value ?? "")" } } }
    #expect(
      try texts("SELECT survivor_id, survivor_title, copy_id, copy_title, rule FROM jobs_copies")
        == [["r2", "A", "r1", "a", "exact"]])
    #expect(try texts("SELECT * FROM jobs_by_month") == [["2026-01", "2", "2"]])
    #expect(
      try texts("SELECT * FROM _rejects_by_reason")
        == [["normalize", "warn", "normalize.ambiguous", "2", "3/4/2026", "Say which."]])
  }

  @Test func `is the same bytes for the same records`() throws {
    try write(("p1", Sample.record("r1", title: "a")), ("p2", Sample.record("r2", title: "b")))
    _ = try build(plain)
    let first = try folder.readBytes("analytics.sqlite")
    try folder.remove("analytics.sqlite")
    _ = try build(plain)
    #expect(try folder.readBytes("analytics.sqlite") == first)
  }
}
