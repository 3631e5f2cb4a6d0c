import Records
import TestSupport
import Testing

@testable import Store

struct EvidenceTableTests {
  let folder: TemporaryFolder
  private let dedupe: StageStore

  init() throws {
    folder = try TemporaryFolder()
    let normalize = try StageStore(writing: .normalize, in: folder.path)
    try normalize.prepare(tables: [Sample.jobs])
    try normalize.close()
    dedupe = try StageStore(writing: .dedupe, in: folder.path, prior: .normalize)
  }

  private func record(_ number: Int) -> RecordReference {
    RecordReference(id: "r\(number)", pageID: "p\(number)", ordinal: number)
  }

  private func member(_ number: Int, survives: Bool = false) -> ClusterMember {
    ClusterMember(
      record: record(number), clusterID: "c", survivorID: "r1", survives: survives, members: 2,
      rule: survives ? "survivor" : "near", similarity: 0.9, evidence: "much shared")
  }

  private func write(_ table: String = "jobs", _ fill: (ClusterWriter) throws -> Void) throws {
    try dedupe.write(
      table: table, digest: "d", Sample.fingerprint, counts: DedupedCounts(rows: 3, survivors: 2, copies: 1), fill: fill
    )
  }

  private let near = EvidenceLine(partnerID: "r1", field: "title", level: "near", similarity: 0.9, containment: 1)

  @Test func `keeps what speaks for a member, a variant and a value apart`() throws {
    try write { writer in
      try writer.add(member(1, survives: true))
      try writer.add(member(2), [near])
      try writer.add(VariantRecord(record: record(3), variantOf: "r1", rule: "near", similarity: 0.8), [near])
      try writer.add(value: "pay", of: record(1), from: record(2), rule: "first", number: 1)
      try writer.add(value: "title", of: record(1), from: record(2), rule: "longest", number: 2)
    }
    #expect(try dedupe.evidence(table: "jobs", of: record(2), relation: "same") == [near])
    #expect(try dedupe.evidence(table: "jobs", of: record(3), relation: "variant") == [near])
    #expect(try dedupe.evidence(table: "jobs", of: record(1), relation: "same") == [])
    #expect(try dedupe.evidence(table: "jobs", of: record(1), relation: "value").map(\.field) == ["pay", "title"])
    #expect(try dedupe.variant(table: "jobs", record: "r3")?.variantOf == "r1")
    #expect(try dedupe.variant(table: "jobs", record: "r2") == nil)
    #expect(try dedupe.clusterNames(table: "jobs") == ["r1": "c", "r2": "c"])
  }

  @Test func `notes a chain by the cluster that its record is in`() throws {
    try write { writer in
      try writer.add(member(1, survives: true))
      try writer.add(member(2))
      try writer.add(chainAt: record(2), similarity: 0.6, wanted: 0.8)
      try writer.add(chainAt: record(9), similarity: 0.5, wanted: 0.8)
    }
    #expect(
      try dedupe.chains() == [ClusterChain(table: "jobs", clusterID: "c", similarity: 0.6, wanted: 0.8)])
    #expect(try dedupe.findings(table: "jobs") == (0, 1, 0))
  }

  @Test func `replaces what it knows of a table, but for what became of its clusters`() throws {
    try write { writer in
      try writer.add(member(1, survives: true))
      try writer.add(member(2), [near])
      try writer.add(event: "split", cluster: "c", other: "d", run: 4)
    }
    try write("others") { try $0.add(block: "Apply now", site: "a.example", pages: 3, column: "title") }
    try write { try $0.add(event: "ended", cluster: "c", other: nil, run: 5) }
    #expect(try dedupe.evidence(table: "jobs", of: record(2), relation: "same") == [])
    #expect(
      try dedupe.clusterChanges().map { "\($0.run) \($0.kind) \($0.clusterID) \($0.otherID ?? "-")" } == [
        "4 split c d", "5 ended c -",
      ])
    #expect(try dedupe.findings(table: "others") == (0, 0, 1))
  }

  @Test func `forgets what became of clusters long ago`() throws {
    for run in [1, 200, 500] {
      try write { try $0.add(event: "ended", cluster: "c", other: nil, run: run) }
    }
    #expect(try dedupe.clusterChanges().map(\.run) == [200, 500])
  }
}
