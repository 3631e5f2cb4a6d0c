package import Records
package import Store

/// How many rows a table has once it is published, and how many records were left out for an id that was there already.
package struct LoadedTable: Hashable, Sendable {
  package var name: String
  package var rows: Int
  package var sameKey: Int
}

/// Builds a run's outputs: `analytics.sqlite`, files of every table, and what each column means.
package struct Loader: Sendable {
  /// Raise it when the same records would give other outputs.
  package static let version = 2

  /// The pipeline's name.
  package var name: String
  /// The published tables in the config's order.
  package var tables: [PublishedTable]
  /// The folder of the stage stores.
  package var stages: String
  /// The stages whose rejects are published.
  package var stagesWithRejects: [Stage]
  /// Whether rows of any table may be quarantined.
  package var quarantines: Bool
  /// Which files are written.
  package var settings: LoadSettings

  package init(
    name: String, tables: [PublishedTable], stages: String, stagesWithRejects: [Stage], quarantines: Bool = false,
    settings: LoadSettings = LoadSettings()
  ) {
    self.name = name
    self.tables = tables
    self.stages = stages
    self.stagesWithRejects = stagesWithRejects
    self.quarantines = quarantines
    self.settings = settings
  }

  /// Builds everything below the folder `folder`, which exists and is empty; `runs` is asked, once the rows are
  /// counted, for what `_runs` says. Gives the tables' counts.
  package func build(
    in folder: String, runs: ([LoadedTable]) -> [PublishedRun]
  ) throws(Failure) -> [LoadedTable] {
    let database = try PublishedDatabase(
      making: "\(folder)/analytics.sqlite", stages: stages, hasDedupe: tables.contains { $0.isDeduped })
    var loaded: [LoadedTable] = []
    for table in tables {
      let counts = try database.add(table)
      loaded.append(LoadedTable(name: table.schema.name, rows: counts.rows, sameKey: counts.sameKey))
    }
    try database.addRejects(stages: stagesWithRejects, in: stages)
    if quarantines { try database.addQuarantine() }
    try database.add(runs: runs(loaded))
    WriteBoundary.databaseBuilt.reached()
    let described = try export(from: database, to: folder)
    try describe(described, in: database, folder)
    try database.finish(tables)
    WriteBoundary.csvWritten.reached()
    return loaded
  }

  /// Every table that has rows in files, in the order of the dictionary.
  private var exported: [TableDescription] {
    tables.flatMap { $0.isDeduped ? [$0.description, $0.duplicatesDescription] : [$0.description] }
      + [PublishedDatabase.rejects] + (quarantines ? [PublishedDatabase.quarantine] : [])
  }

  /// Everything that `build` leaves below its folder, as paths from there.
  package var files: [String] {
    let tables = exported.flatMap { table in
      formats(of: table.name).map { "\($0.folder)/\(table.name).\($0.ending)" }
    }
    let dictionary = DataDictionary(name: name, tables: [], views: [], csv: settings.csv)
    return ["analytics.sqlite"] + dictionary.files.map(\.name) + tables
  }

  /// Writes every table's files; gives what was seen of their columns.
  private func export(from database: PublishedDatabase, to folder: String) throws(Failure) -> [DataDictionary.Table] {
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
