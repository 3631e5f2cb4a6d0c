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
    let links = context.project.links
    try store.keepClusters(of: rules.map(\.table) + links.map(\.name.value))
    try NearStates(context).keep(rules)
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
      context.observer.progress(.dedupe, done: index + 1, total: rules.count + links.count)
      try context.checkInterruption()
    }
    for (index, link) in links.enumerated() {
      let linker = TableLinker(project: context.project, store: store, link: link)
      if let reason = try linker.staleness() ?? (context.options.isForced ? .forced : nil) {
        try linker.run()
        worked[reason, default: 0] += 1
      }
      context.observer.progress(.dedupe, done: rules.count + index + 1, total: rules.count + links.count)
      try context.checkInterruption()
    }
    WriteBoundary.dedupeDone.reached()
    try store.close()
    return worked
  }

  private func cluster(
    _ rule: DedupeRule, _ schema: TableSchema, digest: String, _ fingerprint: Fingerprint
  ) throws {
    let states = NearStates(context)
    let table = TableDeduper(
      store: store, rule: rule, schema: schema, sources: context.project.fetch.sources.map(\.name.value),
      jobs: context.options.jobs, index: { place throws(Failure) in try states.index(place, of: rule) },
      check: context.checkInterruption)
    var deduper = try table.joined()
    deduper.nameClusters(before: try store.clusterNames(table: rule.table))
    let chosen = try table.chosenValues(&deduper)
    try write(&deduper, chosen, table, digest: digest, fingerprint)
  }

  private func write(
    _ deduper: inout Deduper, _ chosen: [ChosenValue], _ table: TableDeduper, digest: String, _ fingerprint: Fingerprint
  ) throws {
    let counts = DedupedCounts(rows: deduper.count, survivors: deduper.count - deduper.copies, copies: deduper.copies)
    try store.write(
      table: table.rule.table, digest: digest, fingerprint, counts: counts, warnings: deduper.warnings
    ) { writer in
      try table.writeBlocks(writer)
      try deduper.eachCluster { members in
        for member in members { try writer.add(member.stored, member.evidence.map(\.stored)) }
      }
      try deduper.eachVariant { try writer.add($0.stored, $0.evidence.map(\.stored)) }
      try deduper.eachChain { record, weakest, wanted in
        try writer.add(chainAt: record.reference, similarity: weakest, wanted: wanted)
      }
      var number = 0
      for (place, value) in chosen.enumerated() {
        number = place > 0 && chosen[place - 1].survivor == value.survivor ? number + 1 : 1
        try writer.add(
          value: value.column, of: value.survivor.reference, from: value.giver.reference, rule: value.rule.rawValue,
          number: number)
      }
      for event in deduper.events {
        try writer.add(event: event.kind.rawValue, cluster: event.cluster, other: event.other, run: context.run)
      }
    }
  }
}

extension RecordKey {
  fileprivate var reference: RecordReference { RecordReference(id: id, pageID: pageID, ordinal: ordinal) }
}

extension Member {
  fileprivate var stored: ClusterMember {
    ClusterMember(
      record: record.reference, clusterID: clusterID, survivorID: survivorID, survives: survives, members: members,
      rule: rule, similarity: similarity, evidence: summary)
  }
}

extension Variant {
  fileprivate var stored: VariantRecord {
    VariantRecord(record: record.reference, variantOf: variantOf, rule: rule, similarity: similarity)
  }
}

extension Evidence {
  fileprivate var stored: EvidenceLine {
    EvidenceLine(
      partnerID: partnerID, field: field, level: level, weight: weight, similarity: similarity,
      containment: containment)
  }
}
