import Dedupe
import Records
import Store

/// Deduplicates one table, record by record out of the store; writes nothing but the state of its texts' indexes.
final class TableDeduper {
  /// Dedupe's, with normalize's before it.
  let store: StageStore
  let rule: DedupeRule
  let schema: TableSchema
  /// In the config's order.
  let sources: [String]
  /// Cores that sketch texts at once.
  let jobs: Int
  /// Gives the index of one of the rule's texts.
  let index: (_ place: Int) throws(Failure) -> NearTextIndex
  /// Throws once the run is to end.
  let check: () throws -> Void

  /// The blocks that sites repeat, once they are counted.
  private var blocks: RepeatedBlocks?

  init(
    store: StageStore, rule: DedupeRule, schema: TableSchema, sources: [String], jobs: Int = 1,
    index: @escaping (_ place: Int) throws(Failure) -> NearTextIndex, check: @escaping () throws -> Void
  ) {
    self.store = store
    self.rule = rule
    self.schema = schema
    self.sources = sources
    self.jobs = jobs
    self.index = index
    self.check = check
  }

  private var columns: [TableSchema.PhysicalColumn] { rule.columns(of: schema.valueColumns) }

  /// What the rule joins; the clusters have no names yet.
  func joined() throws -> Deduper {
    try countBlocks()
    var deduper = Deduper(rule, columns: columns)
    try eachRecord(columns) { record in
      try deduper.add(
        id: record.reference.id, pageID: record.reference.pageID, ordinal: record.reference.ordinal,
        values: record.values, fetchedAt: record.fetchedAt, source: record.source)
    }
    deduper.joinExact()
    for place in rule.near.indices { try joinNear(place, &deduper) }
    if let linkage = rule.linkage { try link(linkage, &deduper) }
    return deduper
  }

  private func eachRecord(
    _ columns: [TableSchema.PhysicalColumn], _ body: (PriorRecord) throws -> Void
  ) throws {
    let place = rule.repeated.flatMap { rule in
      rule.removes ? columns.firstIndex { $0.name == rule.column } : nil
    }
    try store.eachPriorRecord(table: rule.table, columns: columns, sources: sources) { record in
      var record = record
      if let place, case .text(let text) = record.values[place],
        let stripped = blocks?.stripped(text, site: record.site)
      {
        record.values[place] = stripped.isEmpty ? .null : .text(stripped)
      }
      try body(record)
    }
  }

  /// Looks through the texts twice for the blocks that sites repeat.
  private func countBlocks() throws {
    guard let repeated = rule.repeated else { return }
    blocks = RepeatedBlocks(pages: repeated.pages)
    try eachText(repeated) { text, record in
      blocks?.look(text, site: record.site, page: record.reference.pageID)
    }
    blocks?.beginCounting()
    try eachText(repeated) { text, record in
      blocks?.count(text, site: record.site, page: record.reference.pageID)
    }
  }

  private func eachText(_ repeated: RepeatedRule, _ body: (String, PriorRecord) throws -> Void) throws {
    let columns = schema.valueColumns.filter { $0.name == repeated.column }
    try store.eachPriorRecord(table: rule.table, columns: columns, sources: sources) { record in
      if case .text(let text) = record.values.first { try body(text, record) }
      try check()
    }
  }

  /// Writes the blocks that sites repeat, and the texts without them where they are to be removed.
  func writeBlocks(_ writer: ClusterWriter) throws {
    guard let repeated = rule.repeated, blocks != nil else { return }
    for block in blocks?.found ?? [] {
      try writer.add(block: block.text, site: block.site, pages: block.pages, column: repeated.column)
    }
    guard repeated.removes else { return }
    let columns = schema.valueColumns.filter { $0.name == repeated.column }
    try writer.eachPriorRecord(columns: columns, sources: sources) { record in
      if case .text(let text) = record.values.first, let stripped = blocks?.stripped(text, site: record.site) {
        try writer.add(stripped: stripped, column: repeated.column, of: record.reference)
      }
    }
  }

  /// Brings the index of one of the rule's texts up to date and joins what it finds.
  private func joinNear(_ place: Int, _ deduper: inout Deduper) throws {
    let near = rule.near[place]
    let columns = schema.valueColumns.filter { near.columns.contains($0.name) }
    var finder = NearFinder(near, columns: columns, index: try index(place), jobs: jobs)
    try eachRecord(columns) { record in
      try finder.add(record.reference.nearKey, values: record.values)
      try check()
    }
    try finder.finish(deduper)
    try deduper.joinNear(place, &finder.index)
  }

  /// Joins what all fields together say to be the same thing.
  private func link(_ linkage: LinkageRule, _ deduper: inout Deduper) throws {
    let (table, rows) = try linkageTable(linkage, &deduper)
    try check()
    let linker = Linker(table, settings: linkage.settings, decisions: deduper.linkageDecisions(rows))
    deduper.joinLinked(rows, linker.link())
  }

  /// The records that a linkage compares, and the row of each.
  private func linkageTable(_ linkage: LinkageRule, _ deduper: inout Deduper) throws -> (LinkageTable, [Int32]) {
    let columns = linkage.columns.compactMap { name in schema.valueColumns.first { $0.name == name } }
    var isCompared = [Bool](repeating: false, count: deduper.count)
    for row in deduper.linkageRows() { isCompared[Int(row)] = true }
    var rows: [Int32] = []
    var table = LinkageTable(columns: columns.map(\.name))
    var row: Int32 = 0
    try eachRecord(columns) { record in
      if isCompared[Int(row)] {
        table.append(id: record.reference.id, values: record.values.map { comparedText($0) })
        rows.append(row)
      }
      row += 1
    }
    return (table, rows)
  }

  /// The cells that survivors take from other members of their clusters, which have their names.
  func chosenValues(_ deduper: inout Deduper) throws -> [ChosenValue] {
    guard !rule.choices.isEmpty, deduper.clusterCount > 0 else { return [] }
    deduper.beginChoosing()
    var row = 0
    try eachRecord(columns) { record in
      deduper.offer(row, values: record.values, fetchedAt: record.fetchedAt, source: record.source)
      row += 1
    }
    return deduper.chosenValues()
  }
}

extension RecordReference {
  /// What names a record among all of its table in an index of texts.
  fileprivate var nearKey: String { "\(id)\(pageID)\(ordinal)" }
}
