package import Records
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

/// Builds a run's outputs: `analytics.sqlite` and `csv/<table>.csv`.
package struct Loader: Sendable {
  /// Raise it when the same records would give other outputs.
  package static let version = 2

  /// The published tables in the config's order.
  package var tables: [PublishedTable]
  /// The folder of the stage stores.
  package var stages: String
  /// The stages whose rejects are published.
  package var stagesWithRejects: [Stage]

  /// Whether rows of any table may be quarantined.
  package var quarantines: Bool
  /// The publishes before this one; without them there is no `changes` and no table remembers anything.
  package var earlier: EarlierPublishes?
  /// What must hold of the built tables.
  package var checks: [TableCheck]

  package init(
    tables: [PublishedTable], stages: String, stagesWithRejects: [Stage], quarantines: Bool = false,
    earlier: EarlierPublishes? = nil, checks: [TableCheck] = []
  ) {
    self.checks = checks
    self.quarantines = quarantines
    self.earlier = earlier
    self.tables = tables
    self.stages = stages
    self.stagesWithRejects = stagesWithRejects
  }

  /// Builds everything below the folder `folder`, which exists and is empty; `runs` is asked, once the rows are
  /// counted, for what `_runs` says.
  package func build(
    in folder: String, runs: ([LoadedTable]) -> [PublishedRun]
  ) throws(Failure) -> BuiltOutputs {
    let database = try PublishedDatabase(
      making: "\(folder)/analytics.sqlite", stages: stages, hasDedupe: tables.contains { $0.isDeduped })
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
    try database.addRejects(stages: stagesWithRejects, in: stages)
    if quarantines { try database.addQuarantine() }
    let histories = try addPast(database, earlier, &loaded)
    try database.add(runs: runs(loaded))
    let results = try check(database, earlier)
    WriteBoundary.databaseBuilt.reached()
    try FileCalls.makeFolder("\(folder)/csv")
    for table in tables {
      try write(table.schema.name, table.columns, from: database, to: "\(folder)/csv")
      if table.isDeduped {
        try write(table.duplicatesName, table.duplicatesColumns, from: database, to: "\(folder)/csv")
      }
    }
    for history in histories { try write(history.name, history.columns, from: database, to: "\(folder)/csv") }
    if earlier != nil { try write("changes", PublishedDatabase.changesColumns, from: database, to: "\(folder)/csv") }
    try write("_checks", CheckTable.columns, from: database, to: "\(folder)/csv")
    try write("_check_failures", CheckTable.failureColumns, from: database, to: "\(folder)/csv")
    try write("_rejects", PublishedDatabase.rejectColumns, from: database, to: "\(folder)/csv")
    if quarantines {
      try write("_quarantine", PublishedDatabase.quarantineColumns, from: database, to: "\(folder)/csv")
    }
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
    return try CheckTable(checks, in: database, now: now).run(keeping: true, and: unusual)
  }

  /// Makes `changes`, and what tables remember of earlier publishes; gives the tables of versions.
  private func addPast(
    _ database: PublishedDatabase, _ earlier: EarlierPublishes?, _ loaded: inout [LoadedTable]
  ) throws(Failure) -> [(name: String, columns: [TableSchema.PhysicalColumn])] {
    guard let earlier else { return [] }
    try database.addChanges(tables, since: earlier)
    var histories: [(name: String, columns: [TableSchema.PhysicalColumn])] = []
    for (place, table) in tables.enumerated() {
      let past = try database.addHistory(of: table, after: earlier)
      loaded[place].gone = past.gone
      if let columns = past.versions { histories.append((table.historyName, columns)) }
    }
    WriteBoundary.historyWritten.reached()
    return histories
  }

  private func write(
    _ table: String, _ columns: [TableSchema.PhysicalColumn], from database: PublishedDatabase, to folder: String
  ) throws(Failure) {
    var file = try FileWriter("\(folder)/\(table).csv")
    var bytes: [UInt8] = []
    CSVFormat.append(header: columns.map(\.name), to: &bytes)
    try database.eachRow(of: table, columns: columns) { row in
      CSVFormat.append(row: row, to: &bytes)
      if bytes.count > 1 << 16 {
        try file.append(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.append(bytes)
    try file.finish()
  }
}
