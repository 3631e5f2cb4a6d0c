import Clean
import Fetch
import Normalize
import Records
import Settings
import Store

/// What must hold over the stores' present content before anything is published.
///
/// Counting what is present, and not what a run did, keeps a refused run refused until what is wrong is mended.
struct PublishChecks {
  let project: Project
  /// The last run whose outputs became `current`; 0 for none.
  let lastPublished: Int

  /// Sources that have nothing, or lost too much since the last publish. A source that isn't required only warns.
  func sources() throws(Failure) -> [Diagnostic] {
    guard let store = try StageStore(reading: .fetch, in: project.out.stages) else { return [] }
    defer { try? store.close() }
    let presences = try store.presence(lastPublished: lastPublished)
    return project.fetch.sources.compactMap { source in
      guard let presence = presences.first(where: { $0.source.name == source.name.value }) else { return nil }
      return check(source, presence)
    }
  }

  private func check(_ source: FetchSource, _ presence: SourcePresence) -> Diagnostic? {
    let place = Diagnostic.Location(source: source.name.value)
    let severity: Diagnostic.Severity = source.isRequired ? .fatal : .warn
    if presence.source.status != "ok" || presence.present == 0 {
      let status = presence.source.status == "ok" ? source.nothing : presence.source.status
      return Diagnostic(
        severity, "fetch.source-missing", "\(status) (\(source.origin))", at: place, remedy: source.missingRemedy)
    }
    if source.maxVanished.isExceeded(by: presence.lost, of: presence.published) {
      return Diagnostic(
        severity, "fetch.source-vanished",
        "\(presence.lost) of \(presence.published) \(source.things) are gone since the last publish, more than max_vanished "
          + "(\(source.maxVanished))",
        at: place, remedy: "Bring them back, or raise \"max_vanished\" of this source if they went on purpose.")
    }
    return nil
  }

  /// Stages that rejected more of their inputs than `max_rejects` allows; normalize counts by table.
  func rejects(_ numbers: [StageNumbers]) throws(Failure) -> [Diagnostic] {
    let rows = try StageStore(reading: .clean, in: project.out.stages).map { store throws(Failure) in
      defer { try? store.close() }
      return try store.tableCounts()
    }
    var problems = numbers.filter { $0.stage != .normalize }.compactMap { stage in
      // Rows of data files are counted for each source of its own: they would hide that all pages are rejected.
      let own = stage.stage == .clean ? rows : nil
      return tooManyRejects(
        stage.stage.rawValue, stage.rejected - (own?.rejected ?? 0), of: stage.inputs - (own?.rows ?? 0), "inputs")
    }
    guard let store = try StageStore(reading: .normalize, in: project.out.stages) else { return problems }
    defer { try? store.close() }
    let tables = try store.recordTables()
    for name in project.schemas.map(\.name) where tables.contains(name) {
      let counts = try store.rowCounts(table: name)
      let problem = tooManyRejects(
        "normalize", counts.rejected, of: counts.noted + counts.rejected, "rows of \(name)")
      if let problem { problems.append(problem) }
    }
    return problems
  }

  private func tooManyRejects(_ stage: String, _ rejected: Int, of all: Int, _ what: String) -> Diagnostic? {
    guard project.settings.maxRejects.isExceeded(by: rejected, of: all) else { return nil }
    return Diagnostic(
      .fatal, "run.too-many-rejects",
      "\(stage) rejected \(rejected) of \(all) \(what), more than max_rejects (\(project.settings.maxRejects))",
      remedy: "`sluice rejects` lists them with their reasons; mend them, or raise \"max_rejects\".")
  }

  /// Stages in which inputs got lost: in = out + rejected + dropped does not hold.
  func sums(_ numbers: [StageNumbers]) -> [Diagnostic] {
    numbers.filter { $0.inputs != $0.outputs + $0.rejected + $0.dropped.values.reduce(0, +) }.map { stage in
      Diagnostic(
        .fatal, "run.sums-differ",
        "\(stage.stage.rawValue): \(stage.inputs) in, but \(stage.outputs) out, \(stage.rejected) rejected and "
          + "\(stage.dropped.values.reduce(0, +)) dropped",
        remedy: "Run `sluice run --from \(stage.stage.rawValue) --force`; if it stays, this is a fault of Sluice.")
    }
  }

  /// Columns whose type no longer fits what most rows say.
  func types() throws(Failure) -> [Diagnostic] {
    guard let store = try StageStore(reading: .normalize, in: project.out.stages) else { return [] }
    defer { try? store.close() }
    let present = try store.recordTables()
    var warnings: [Diagnostic] = []
    for schema in project.schemas where present.contains(schema.name) {
      for misfit in try store.misfits(schema, least: PublishChecks.leastRows) {
        let type = schema.columns.first { $0.name == misfit.column }?.type ?? ""
        warnings.append(
          Diagnostic(
            .warn, "normalize.type-misfit",
            "\(schema.name).\(misfit.column) can't be read as \(type) in \(misfit.unread) of the \(misfit.of) rows that "
              + "say something",
            at: .init(record: "\(schema.name).\(misfit.column)"),
            remedy: "Look whether the pages or files changed, or give the column another type."))
      }
    }
    return warnings
  }

  /// How many rows a column needs to say something of its type.
  private static let leastRows = 10

  /// Tables, columns and items that gave something at the last publish and give nothing now.
  func yields(_ now: [String: Int], before: [String: Int]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func isLost(_ name: String) -> Bool { before[name] ?? 0 > 0 && now[name] == 0 }
    for table in project.tables where !table.mayBeEmpty {
      let name = table.name.value
      if isLost("table \(name)") {
        problems.append(
          Diagnostic(
            .fatal, "run.table-empty", "the table \(name) had \(before["table \(name)"] ?? 0) rows and has none now",
            at: .init(record: name),
            remedy: "Look at what changed with `sluice runs`; \"allow_empty\": true lets it pass."))
        continue
      }
      let columns = table.rule.columns.filter { $0.redaction?.way != .drop }.map(\.name)
      for column in columns where isLost("column \(name).\(column)") {
        problems.append(
          Diagnostic(
            .fatal, "run.column-empty", "the column \(name).\(column) had values and has none in any row now",
            at: .init(record: "\(name).\(column)"),
            remedy: "Look whether its field or selector still fits the pages; \"allow_empty\": true lets it pass."))
      }
    }
    for item in project.clean.items where item.isRequired && isLost("items \(item.name.value)") {
      problems.append(
        Diagnostic(
          .fatal, "run.items-gone",
          "the selector \"\(item.rule.each)\" found \(before["items \(item.name.value)"] ?? 0) \(item.name.value) "
            + "and finds none now",
          at: .init(record: item.name.value),
          remedy: "Look whether the pages changed; \"required\": false lets it pass."))
    }
    return problems
  }

  /// How many rows, values (1 for some, 0 for none) and items there are now, by name.
  func presentYields(rows: [String: Int]) throws(Failure) -> [String: Int] {
    var yields: [String: Int] = [:]
    for (table, count) in rows { yields["table \(table)"] = count }
    if let records = try StageStore(reading: .normalize, in: project.out.stages) {
      defer { try? records.close() }
      for schema in project.schemas {
        let filled = try records.columnsWithValues(schema)
        for column in schema.columns {
          yields["column \(schema.name).\(column.name)"] = filled.contains(column.name) ? 1 : 0
        }
      }
    }
    yields.merge(try FieldChecks(project).yields) { $1 }
    if let pages = try StageStore(reading: .clean, in: project.out.stages) {
      defer { try? pages.close() }
      let counts = try pages.itemCounts()
      for item in project.clean.items { yields["items \(item.name.value)"] = counts[item.name.value] ?? 0 }
    }
    return yields
  }
}
