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
    try eachRecord(rule, columns) { record in
      try deduper.add(
        id: record.reference.id, pageID: record.reference.pageID, ordinal: record.reference.ordinal,
        values: record.values, fetchedAt: record.fetchedAt, source: record.source)
    }
    deduper.joinExact()
    for place in rule.near.indices { try joinNear(place, rule, schema, &deduper) }
    if let linkage = rule.linkage { try link(linkage, rule, schema, &deduper) }
    deduper.nameClusters(before: try store.clusterNames(table: rule.table))
    let chosen = try chosenValues(rule, columns, &deduper)
    try write(&deduper, chosen, table: rule.table, digest: digest, fingerprint)
  }

  private func eachRecord(
    _ rule: DedupeRule, _ columns: [TableSchema.PhysicalColumn], _ body: (PriorRecord) throws -> Void
  ) throws {
    try store.eachPriorRecord(
      table: rule.table, columns: columns, sources: context.project.fetch.sources.map(\.name.value), body)
  }

  /// Brings the index of one of the rule's texts up to date and joins what it finds.
  private func joinNear(_ place: Int, _ rule: DedupeRule, _ schema: TableSchema, _ deduper: inout Deduper) throws {
    let near = rule.near[place]
    let columns = schema.valueColumns.filter { near.columns.contains($0.name) }
    var finder = NearFinder(near, columns: columns, index: try NearStates(context).index(place, of: rule))
    try eachRecord(rule, columns) { record in
      try finder.add(record.reference.nearKey, values: record.values)
      try context.checkInterruption()
    }
    try finder.finish(deduper)
    try deduper.joinNear(place, &finder.index)
  }

  /// Joins what all fields together say to be the same thing.
  private func link(
    _ linkage: LinkageRule, _ rule: DedupeRule, _ schema: TableSchema, _ deduper: inout Deduper
  ) throws {
    let columns = linkage.columns.compactMap { name in schema.valueColumns.first { $0.name == name } }
    let rows = deduper.linkageRows()
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element, $0.offset) })
    var values = [[String?]](repeating: [], count: rows.count)
    var row: Int32 = 0
    try eachRecord(rule, columns) { record in
      if let place = places[row] { values[place] = record.values.map { comparedText($0) } }
      row += 1
    }
    var table = LinkageTable(columns: linkage.columns)
    for (place, row) in rows.enumerated() { table.append(id: deduper.id(row), values: values[place]) }
    values = []
    let linker = Linker(table, settings: linkage.settings, decisions: deduper.linkageDecisions(rows))
    deduper.joinLinked(rows, linker.link())
  }

  /// The cells that survivors take from other members of their clusters.
  private func chosenValues(
    _ rule: DedupeRule, _ columns: [TableSchema.PhysicalColumn], _ deduper: inout Deduper
  ) throws -> [ChosenValue] {
    guard !rule.choices.isEmpty, deduper.clusterCount > 0 else { return [] }
    deduper.beginChoosing()
    var row = 0
    try eachRecord(rule, columns) { record in
      deduper.offer(row, values: record.values, fetchedAt: record.fetchedAt, source: record.source)
      row += 1
    }
    return deduper.chosenValues()
  }

  private func write(
    _ deduper: inout Deduper, _ chosen: [ChosenValue], table: String, digest: String, _ fingerprint: Fingerprint
  ) throws {
    let counts = DedupedCounts(rows: deduper.count, survivors: deduper.count - deduper.copies, copies: deduper.copies)
    try store.write(table: table, digest: digest, fingerprint, counts: counts, warnings: deduper.warnings) { writer in
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

extension RecordReference {
  /// What names a record among all of its table in an index of texts.
  fileprivate var nearKey: String { "\(id)\(pageID)\(ordinal)" }
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
