package import Records
import Search
package import Store

/// How many rows a table has once it is published, and how many records were left out for an id that was there already.
package struct LoadedTable: Hashable, Sendable {
  package var name: String
  package var rows: Int
  package var sameKey: Int
  /// Rows that the table shows although they are gone.
  package var gone = 0
}

/// What a build made.
package struct BuiltOutputs: Sendable {
  package var tables: [LoadedTable]
  /// How the checks came out, those that every table gets behind those of the config.
  package var checks: [CheckResult]
}

/// Builds a run's outputs: `analytics.sqlite`, files of every table, and what each column means.
package struct Loader: Sendable {
  /// Raise it when the same records would give other outputs.
  package static let version = 4

  /// The pipeline's name.
  package var name: String
  /// The published tables in the config's order.
  package var tables: [PublishedTable]
  /// The published tables of pairs.
  package var links: [PublishedLink]
  /// The folder of the stage stores.
  package var stages: String
  /// The stages whose rejects are published.
  package var stagesWithRejects: [Stage]
  /// Whether rows of any table may be quarantined.
  package var quarantines: Bool
  /// Which files are written, what tables remember, and what must hold of them.
  package var settings: LoadSettings
  /// The publishes before this one; without them there is no `changes` and no table remembers anything.
  package var earlier: EarlierPublishes?

  package init(
    name: String, tables: [PublishedTable], stages: String, stagesWithRejects: [Stage], quarantines: Bool = false,
    links: [PublishedLink] = [], settings: LoadSettings = LoadSettings(), earlier: EarlierPublishes? = nil
  ) {
    self.name = name
    self.earlier = earlier
    self.links = links
    self.tables = tables
    self.stages = stages
    self.stagesWithRejects = stagesWithRejects
    self.quarantines = quarantines
    self.settings = settings
  }

  /// Builds everything below the folder `folder`, which exists and is empty; `runs` is asked, once the rows are
  /// counted, for what `_runs` says.
  package func build(
    in folder: String, runs: ([LoadedTable]) -> [PublishedRun]
  ) throws(Failure) -> BuiltOutputs {
    let database = try PublishedDatabase(
      making: "\(folder)/analytics.sqlite", stages: stages,
      hasDedupe: !links.isEmpty || tables.contains { $0.isDeduped })
    var loaded: [LoadedTable] = []
    var earlier = earlier
    if var known = earlier {
      try database.attach(&known, stages: stages)
      earlier = known
    }
    for table in tables {
      let counts = try database.add(table, after: earlier)
      loaded.append(LoadedTable(name: table.schema.name, rows: counts.rows, sameKey: counts.sameKey))
    }
    for link in links { try database.add(link) }
    try database.addRejects(stages: stagesWithRejects, in: stages)
    if quarantines { try database.addQuarantine() }
    let histories = try addPast(database, earlier, &loaded)
    try database.add(runs: runs(loaded))
    let results = try check(database, earlier)
    WriteBoundary.databaseBuilt.reached()
    let described = try export(exported(histories), from: database, to: folder)
    try describe(described, in: database, folder)
    for table in settings.search.map(\.searched) { try database.addSearch(table, stemming: indexedText) }
    try database.finish(tables)
    WriteBoundary.csvWritten.reached()
    return BuiltOutputs(tables: loaded, checks: results)
  }

  /// Runs the config's checks, and compares what describes each table with the publishes before.
  private func check(_ database: PublishedDatabase, _ earlier: EarlierPublishes?) throws(Failure) -> [CheckResult] {
    var unusual: [CheckResult] = []
    if let earlier {
      let metrics = try database.metrics(of: tables)
      for metric in metrics {
        let before = try database.earlier(metric, before: earlier.number, count: UnusualMetrics.publishes)
        guard let finding = UnusualMetrics.finding(metric, after: before) else { continue }
        unusual.append(
          CheckResult(
            number: 0, table: metric.table, columns: metric.column.isEmpty ? [] : [metric.column], kind: "unusual",
            status: .warn, failing: 0, rows: 0, says: finding))
      }
      try database.keep(metrics, publish: earlier.number)
    }
    let now = earlier?.at ?? Timestamp(seconds: 0)
    return try CheckTable(settings.checks.flatMap(\.checks), in: database, now: now).run(keeping: true, and: unusual)
  }

  /// Makes `changes`, and what tables remember of earlier publishes; gives the tables of versions.
  private func addPast(
    _ database: PublishedDatabase, _ earlier: EarlierPublishes?, _ loaded: inout [LoadedTable]
  ) throws(Failure) -> [TableDescription] {
    guard let earlier else { return [] }
    try database.addChanges(tables, since: earlier)
    var histories: [TableDescription] = []
    for (place, table) in tables.enumerated() {
      let past = try database.addHistory(of: table, after: earlier)
      loaded[place].gone = past.gone
      if let versions = past.versions { histories.append(versions) }
    }
    WriteBoundary.historyWritten.reached()
    return histories
  }

  /// Every table that has rows in files, in the order of the dictionary; `histories` are the tables of versions.
  private func exported(_ histories: [TableDescription]) -> [TableDescription] {
    var exported: [TableDescription] = []
    for table in tables {
      exported.append(table.description)
      if table.isDeduped { exported.append(table.duplicatesDescription) }
      if table.hasEvidence { exported.append(table.evidenceDescription) }
      exported += histories.filter { $0.name == table.historyName }
    }
    for link in links { exported += [link.description, link.evidenceDescription] }
    if earlier != nil { exported.append(PublishedDatabase.changes) }
    exported += [CheckTable.checks, CheckTable.failures, PublishedDatabase.rejects]
    if quarantines { exported.append(PublishedDatabase.quarantine) }
    return exported
  }

  /// Everything that `build` leaves below its folder, as paths from there.
  package var files: [String] {
    let histories = tables.filter { $0.mode == .history }.map(\.historyName)
    let tables = (exported([]).map(\.name) + histories).flatMap { table in
      formats(of: table).map { "\($0.folder)/\(table).\($0.ending)" }
    }
    let dictionary = DataDictionary(name: name, tables: [], views: [], csv: settings.csv)
    return ["analytics.sqlite"] + dictionary.files.map(\.name) + tables
  }

  /// Writes every table's files; gives what was seen of their columns.
  private func export(
    _ exported: [TableDescription], from database: PublishedDatabase, to folder: String
  ) throws(Failure) -> [DataDictionary.Table] {
    for name in Set(exported.flatMap { formats(of: $0.name).map(\.folder) }).sorted() {
      try FileCalls.makeFolder("\(folder)/\(name)")
    }
    var described: [DataDictionary.Table] = []
    for table in exported {
      let export = TableExport(table: table, formats: formats(of: table.name), folder: folder)
      described.append(.init(table, try export.write(from: database)))
    }
    return described
  }

  private func formats(of table: String) -> [any RowFormat] {
    let delimited: [any RowFormat] = [settings.csv, settings.excel].compactMap { $0 }
    return settings.jsonLines.contains(table) ? delimited + [JSONLinesFormat()] : delimited
  }

  /// Writes what the tables and columns mean into the database and into files.
  private func describe(
    _ exported: [DataDictionary.Table], in database: PublishedDatabase, _ folder: String
  ) throws(Failure) {
    let all = exported + [.init(PublishedDatabase.runs, nil), .init(PublishedDatabase.columns, nil)]
    let profiles = Dictionary(exported.map { ($0.description.name, $0.profile) }) { first, _ in first }
    try database.addColumns(of: all.map(\.description)) { table, place in
      let profile = profiles[table] ?? nil
      return (profile?.examples[place], profile?.nullShare(of: place))
    }
    let dictionary = DataDictionary(
      name: name, tables: all, views: PublishedView.all(of: tables), csv: settings.csv)
    for file in dictionary.files { try FileCalls.write(Array(file.text.utf8), to: "\(folder)/\(file.name)") }
  }
}
