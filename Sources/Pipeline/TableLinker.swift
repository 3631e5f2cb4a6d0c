import Dedupe
import Records
import Settings
import Store

/// Holds the records of two tables against each other and keeps which are the same thing.
struct TableLinker {
  let project: Project
  /// Dedupe's, with normalize's before it.
  let store: StageStore
  let link: TableLink

  private var name: String { link.name.value }
  private var tables: [String] { link.between.map(\.value) }

  /// What the pairs are made from; nil where one of the tables isn't there yet.
  func digest() throws(Failure) -> String? {
    var hasher = ContentHasher()
    for table in tables {
      guard let digest = try store.priorDigest(table: table) else { return nil }
      hasher.append(field: digest)
      hasher.append(field: try store.clusterBasis(table: table))
    }
    return hasher.finish().hex
  }

  /// Why the pairs are not those of the tables as they are; nil where they are.
  func staleness() throws(Failure) -> Staleness? {
    guard let digest = try digest() else { return nil }
    return try store.clusterStaleness(table: name, digest: digest, project.fingerprint(of: link))
  }

  /// Finds the pairs anew.
  func run() throws {
    guard let digest = try digest() else { return }
    var ids: [String] = []
    let columns = link.columns.map { [$0.name.value, $0.value.value] }
    var records = LinkageTable(columns: columns.map { $0[0] })
    for (side, table) in tables.enumerated() {
      if side == 1 { records.beginSecondTable() }
      let physical = columns.compactMap { names in
        schema(table)?.valueColumns.first { $0.name == names[side] }
      }
      try store.eachSurvivor(table: table, columns: physical, isDeduped: isDeduped(table)) { id, values in
        records.append(id: id, values: values.map { comparedText($0) })
        ids.append(id)
      }
    }
    let boundary = records.boundary ?? ids.count
    let (decisions, warnings) = decided(ids, boundary)
    let linkage = Linker(records, settings: link.settings, decisions: decisions).link()
    try write(linkage, ids, digest: digest, warnings)
  }

  private func schema(_ table: String) -> TableSchema? { project.schemas.first { $0.name == table } }

  private func isDeduped(_ table: String) -> Bool { project.dedupeRules.contains { $0.table == table } }

  private func decided(_ ids: [String], _ boundary: Int) -> ([LinkageDecision], [Diagnostic]) {
    let known = project.decisions(of: name)
    if known.isEmpty { return ([], []) }
    let first = Dictionary(ids[..<boundary].enumerated().map { ($1, $0) }) { first, _ in first }
    let second = Dictionary(ids[boundary...].enumerated().map { ($1, $0 + boundary) }) { first, _ in first }
    var decisions: [LinkageDecision] = []
    var warnings: [Diagnostic] = []
    for decision in known {
      if let a = first[decision.a], let b = second[decision.b] {
        decisions.append(LinkageDecision(a: a, b: b, isSame: decision.isSame))
      } else {
        warnings.append(
          Diagnostic(
            .warn, "dedupe.decision-gone", "the decision \(decision.line) speaks of a row that is not there",
            at: .init(record: name), remedy: "Take the line out."))
      }
    }
    return (decisions, warnings)
  }

  private func write(_ linkage: Linkage, _ ids: [String], digest: String, _ warnings: [Diagnostic]) throws {
    var reader = linkage.reader()
    let counts = DedupedCounts(rows: ids.count, survivors: ids.count, copies: 0)
    try store.write(
      table: name, digest: digest, project.fingerprint(of: link), counts: counts, warnings: warnings
    ) { writer in
      for pair in linkage.pairs {
        let lines = reader.evidence(pair.a, pair.b).map {
          EvidenceLine(partnerID: ids[pair.b], field: $0.field, level: $0.level, weight: $0.weight)
        }
        try writer.add(pair: ids[pair.a], ids[pair.b], probability: pair.probability, lines)
      }
    }
  }
}
