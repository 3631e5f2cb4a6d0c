import Dedupe
import Fetch
import Records
import Settings
import Store

/// Brings dedupe's store up to normalize's records, table by table.
struct DedupeStage {
  let context: RunContext
  private let store: StageStore

  init(_ context: RunContext) throws(Failure) {
    self.context = context
    store = try context.open(.dedupe, prior: .normalize)
  }

  /// Clusters the tables whose records or rules changed; gives how many it worked on, by reason.
  func run() throws -> [Staleness: Int] {
    var worked: [Staleness: Int] = [:]
    let rules = context.project.dedupeRules
    try store.keepClusters(of: rules.map(\.table))
    for (index, rule) in rules.enumerated() {
      guard let schema = context.project.schemas.first(where: { $0.name == rule.table }),
        let digest = try store.priorDigest(table: rule.table)
      else { continue }
      let fingerprint = context.project.fingerprint(of: rule)
      var reason = try store.clusterStaleness(table: rule.table, digest: digest, fingerprint)
      if reason == nil, context.options.isForced { reason = .forced }
      if let reason {
        try cluster(rule, schema, digest: digest, fingerprint)
        worked[reason, default: 0] += 1
      }
      context.observer.progress(.dedupe, done: index + 1, total: rules.count)
      try context.checkInterruption()
    }
    WriteBoundary.dedupeDone.reached()
    try store.close()
    return worked
  }

  private func cluster(
    _ rule: DedupeRule, _ schema: TableSchema, digest: String, _ fingerprint: Fingerprint
  ) throws {
    let columns = rule.columns(of: schema.valueColumns)
    var deduper = Deduper(rule, columns: columns)
    try store.eachPriorRecord(
      table: rule.table, columns: columns, sources: context.project.fetch.sources.map(\.name.value)
    ) { record, values, fetchedAt in
      try deduper.add(
        id: record.id, pageID: record.pageID, ordinal: record.ordinal, values: values, fetchedAt: fetchedAt)
    }
    let rows = deduper.count
    let members = deduper.clusters()
    let copies = members.count { !$0.survives }
    try store.write(
      clusters: members.map(\.stored), table: rule.table, digest: digest, fingerprint,
      counts: DedupedCounts(rows: rows, survivors: rows - copies, copies: copies))
  }
}

extension Member {
  fileprivate var stored: ClusterMember {
    ClusterMember(
      record: RecordReference(id: id, pageID: pageID, ordinal: ordinal), clusterID: clusterID,
      survivorID: survivorID, survives: survives, members: members, rule: rule, similarity: 1, evidence: evidence)
  }
}
