import Records
import Store
import TestSupport
import Testing

struct ClusterTableTests {
  let folder: TemporaryFolder
  private let normalize: StageStore
  private let dedupe: StageStore

  init() throws {
    folder = try TemporaryFolder()
    normalize = try StageStore(writing: .normalize, in: folder.path)
    try normalize.prepare(tables: [Sample.jobs])
    dedupe = try StageStore(writing: .dedupe, in: folder.path, prior: .normalize)
  }

  private func member(_ number: Int, of cluster: Int, survives: Bool = false, rule: String = "exact") -> ClusterMember {
    ClusterMember(
      record: RecordReference(id: "r\(number)", pageID: "p\(number)", ordinal: number), clusterID: "c\(cluster)",
      survivorID: "r\(cluster)", survives: survives, members: 2, rule: survives ? "survivor" : rule, similarity: 1,
      evidence: "equal title")
  }

  private func write(_ members: [ClusterMember], table: String = "jobs", digest: String = "d1") throws {
    try dedupe.write(
      clusters: members, table: table, digest: digest, Sample.fingerprint,
      counts: DedupedCounts(rows: 9, survivors: 8, copies: 1))
  }

  @Test func `gives records in the order of appearance, with their values`() throws {
    let pages = [
      ("p1", "mirror", "https://b.example/", "r1"), ("p2", "site", "https://z.example/", "r2"),
      ("p3", "site", "https://a.example/", "r3"),
      ("p4", "other", "https://a.example/", "r4"),
    ]
    for (page, source, address, id) in pages {
      let records = [1, 0].map { ordinal in
        Sample.record(
          "\(id)-\(ordinal)", page: page, ordinal: ordinal, title: "title \(ordinal)", pay: 2.5, open: ordinal == 1,
          source: source,
          address: address)
      }
      try normalize.write(pages: [Sample.normalized(page, records)], tables: [Sample.jobs], Sample.fingerprint)
    }
    var ids: [String] = []
    var values: [[Value]] = []
    let columns: [TableSchema.PhysicalColumn] = [.init("open", .boolean), .init("title", .text), .init("pay", .real)]
    try dedupe.eachPriorRecord(table: "jobs", columns: columns, sources: ["site", "mirror", "other"]) {
      record in
      ids.append("\(record.reference.id) \(record.reference.pageID) \(record.reference.ordinal) \(record.source)")
      values.append(record.values)
      #expect(record.fetchedAt == Timestamp(seconds: 60))
    }
    #expect(
      ids == [
        "r3-0 p3 0 site", "r3-1 p3 1 site", "r2-0 p2 0 site", "r2-1 p2 1 site", "r1-0 p1 0 mirror", "r1-1 p1 1 mirror",
        "r4-0 p4 0 other", "r4-1 p4 1 other",
      ])
    #expect(values[0] == [.boolean(false), .text("title 0"), .real(2.5)])
    #expect(values[1] == [.boolean(true), .text("title 1"), .real(2.5)])
  }

  @Test func `passes on what the caller throws`() throws {
    try normalize.write(
      pages: [Sample.normalized("p", [Sample.record("r", page: "p", title: "a")])], tables: [Sample.jobs],
      Sample.fingerprint)
    let found = failure {
      try dedupe.eachPriorRecord(table: "jobs", columns: [], sources: []) { _ in
        throw Failure("test.failed", "on purpose")
      }
    }
    #expect(found?.code == "test.failed")
  }

  @Test func `is stale for one reason at a time`() throws {
    #expect(try dedupe.clusterStaleness(table: "jobs", digest: "d1", Sample.fingerprint) == .new)
    #expect(try dedupe.clusterBasis(table: "jobs") == nil)
    try write([])
    #expect(try dedupe.clusterStaleness(table: "jobs", digest: "d1", Sample.fingerprint) == nil)
    #expect(try dedupe.clusterStaleness(table: "jobs", digest: "d2", Sample.fingerprint) == .inputChanged)
    #expect(
      try dedupe.clusterStaleness(table: "jobs", digest: "d1", Fingerprint(settings: "s2", program: 1))
        == .settingsChanged)
    #expect(
      try dedupe.clusterStaleness(table: "jobs", digest: "d1", Fingerprint(settings: "s1", program: 2))
        == .programChanged)
    #expect(try dedupe.clusterStaleness(table: "others", digest: "d1", Sample.fingerprint) == .new)
  }

  @Test func `gives a member's whole cluster, the survivor first`() throws {
    let members = [
      member(3, of: 2), member(2, of: 2, survives: true), member(4, of: 4, survives: true), member(5, of: 4),
    ]
    try write(members)
    let record = RecordReference(id: "r3", pageID: "p3", ordinal: 3)
    #expect(try dedupe.cluster(table: "jobs", of: record) == [members[1], members[0]])
    #expect(try dedupe.cluster(table: "jobs", of: RecordReference(id: "r9", pageID: "p9", ordinal: 9)) == [])
    #expect(try dedupe.cluster(table: "others", of: record) == [])
  }

  @Test func `replaces a table's clusters and no other's`() throws {
    try write([member(1, of: 1, survives: true), member(2, of: 1)])
    try write([member(1, of: 1, survives: true), member(2, of: 1)], table: "others")
    let basis = try dedupe.clusterBasis(table: "jobs")
    try write([member(7, of: 7, survives: true), member(8, of: 7, rule: "same key")], digest: "d2")
    #expect(try dedupe.cluster(table: "jobs", of: RecordReference(id: "r1", pageID: "p1", ordinal: 1)) == [])
    #expect(try dedupe.cluster(table: "others", of: RecordReference(id: "r1", pageID: "p1", ordinal: 1)).count == 2)
    #expect(try dedupe.copies(table: "jobs") == ["same key": 1])
    #expect(try dedupe.copies(table: "others") == ["exact": 1])
    #expect(try dedupe.clusterBasis(table: "jobs") != basis)
    #expect(try dedupe.dedupedCounts(table: "jobs") == DedupedCounts(rows: 9, survivors: 8, copies: 1))
  }

  @Test func `forgets tables that are no longer deduplicated`() throws {
    try write([member(1, of: 1, survives: true)])
    try write([member(1, of: 1, survives: true)], table: "others")
    try dedupe.keepClusters(of: ["jobs", "new"])
    #expect(try dedupe.dedupedCounts(table: "others") == nil)
    #expect(try dedupe.copies(table: "others") == [:])
    #expect(try dedupe.dedupedCounts(table: "jobs") != nil)
  }
}
