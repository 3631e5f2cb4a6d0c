import Dedupe
import Records
import Store

/// Counts what is present in the stores, stage by stage, whichever run put it there.
struct StageCounts {
  let project: Project

  /// A stage's numbers; nil where its store or the one it reads is not there yet. Load has none before it builds.
  func numbers(of stage: Stage) throws(Failure) -> StageNumbers? {
    guard let store = try StageStore(reading: stage, in: project.out.stages, prior: project.prior(of: stage)) else {
      return nil
    }
    defer { try? store.close() }
    var numbers = StageNumbers(stage)
    switch stage {
    case .fetch: try countFiles(store, &numbers)
    case .clean: try countPages(store, &numbers)
    case .normalize: try countRecords(store, &numbers)
    case .dedupe: try countClusters(store, &numbers)
    case .load: return nil
    }
    numbers.warnings = try store.warningCount()
    return numbers
  }

  /// The walk's own count against what became of each file.
  private func countFiles(_ store: StageStore, _ numbers: inout StageNumbers) throws(Failure) {
    numbers.inputs = try store.matchedCount()
    let outcomes = try store.fileOutcomes()
    numbers.outputs = outcomes[.document] ?? 0
    numbers.rejected = outcomes[.rejected] ?? 0
    if let same = outcomes[.sameAddress], same > 0 { numbers.dropped["fetch.same-address"] = same }
    if let archives = outcomes[.archive], archives > 0 { numbers.dropped["fetch.opened-archive"] = archives }
  }

  private func countPages(_ store: StageStore, _ numbers: inout StageNumbers) throws(Failure) {
    // A data file counts as its rows.
    let tables = try store.tableCounts()
    numbers.inputs = try store.priorOutputs() - tables.files + tables.rows
    numbers.outputs = try store.pageCount() + tables.held
    numbers.rejected = (try store.outcomes()[.rejected] ?? 0) + tables.rejected
  }

  /// Rows that the pages gave, as noted page by page, against what the tables hold.
  private func countRecords(_ store: StageStore, _ numbers: inout StageNumbers) throws(Failure) {
    let tables = try store.recordTables()
    for schema in project.schemas where tables.contains(schema.name) {
      let counts = try store.rowCounts(table: schema.name)
      numbers.inputs += counts.noted + counts.rejected
      numbers.outputs += counts.rows
      numbers.rejected += counts.rejected
    }
  }

  /// Normalize's rows against what the clusters left.
  private func countClusters(_ store: StageStore, _ numbers: inout StageNumbers) throws(Failure) {
    let rules = project.dedupeRules
    for schema in project.schemas {
      let rows = try store.priorRowCount(table: schema.name)
      numbers.inputs += rows
      guard rules.contains(where: { $0.table == schema.name }) else {
        numbers.outputs += rows
        continue
      }
      numbers.outputs += try store.dedupedCounts(table: schema.name)?.survivors ?? 0
      let findings = try store.findings(table: schema.name)
      if findings.variants > 0 { numbers.found["dedupe.variants", default: 0] += findings.variants }
      if findings.blocks > 0 { numbers.found["dedupe.repeated-blocks", default: 0] += findings.blocks }
      if findings.chains > 0 { numbers.found["dedupe.chains", default: 0] += findings.chains }
      for (rule, copies) in try store.copies(table: schema.name) {
        numbers.dropped["dedupe.\(rule.replacing(" ", with: "-"))", default: 0] += copies
      }
    }
  }
}
