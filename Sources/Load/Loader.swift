package import Records
package import Store

/// How many rows a table has once it is published, and how many records were left out for an id that was there already.
package struct LoadedTable: Hashable, Sendable {
  package var name: String
  package var rows: Int
  package var sameKey: Int
}

/// Builds a run's outputs: `analytics.sqlite` and `csv/<table>.csv`.
package struct Loader: Sendable {
  /// Raise it when the same records would give other outputs.
  package static let version = 2

  /// The published tables in the config's order.
  package var tables: [PublishedTable]
  /// The published tables of pairs.
  package var links: [PublishedLink] = []
  /// The folder of the stage stores.
  package var stages: String
  /// The stages whose rejects are published.
  package var stagesWithRejects: [Stage]

  /// Whether rows of any table may be quarantined.
  package var quarantines: Bool

  package init(tables: [PublishedTable], stages: String, stagesWithRejects: [Stage], quarantines: Bool = false) {
    self.quarantines = quarantines
    self.tables = tables
    self.stages = stages
    self.stagesWithRejects = stagesWithRejects
  }

  /// Builds everything below the folder `folder`, which exists and is empty; `runs` is asked, once the rows are
  /// counted, for what `_runs` says. Gives the tables' counts.
  package func build(
    in folder: String, runs: ([LoadedTable]) -> [PublishedRun]
  ) throws(Failure) -> [LoadedTable] {
    let database = try PublishedDatabase(
      making: "\(folder)/analytics.sqlite", stages: stages,
      hasDedupe: !links.isEmpty || tables.contains { $0.isDeduped })
    var loaded: [LoadedTable] = []
    for table in tables {
      let counts = try database.add(table)
      loaded.append(LoadedTable(name: table.schema.name, rows: counts.rows, sameKey: counts.sameKey))
    }
    for link in links { try database.add(link) }
    try database.addRejects(stages: stagesWithRejects, in: stages)
    if quarantines { try database.addQuarantine() }
    try database.add(runs: runs(loaded))
    WriteBoundary.databaseBuilt.reached()
    try FileCalls.makeFolder("\(folder)/csv")
    for table in tables {
      try write(table.schema.name, table.columns, from: database, to: "\(folder)/csv")
      if table.isDeduped {
        try write(table.duplicatesName, table.duplicatesColumns, from: database, to: "\(folder)/csv")
      }
      if table.hasEvidence {
        try write(table.evidenceName, PublishedTable.evidenceColumns, from: database, to: "\(folder)/csv")
      }
    }
    for link in links {
      try write(link.name, PublishedLink.columns, from: database, to: "\(folder)/csv")
      try write(link.evidenceName, PublishedLink.evidenceColumns, from: database, to: "\(folder)/csv")
    }
    try write("_rejects", PublishedDatabase.rejectColumns, from: database, to: "\(folder)/csv")
    if quarantines {
      try write("_quarantine", PublishedDatabase.quarantineColumns, from: database, to: "\(folder)/csv")
    }
    try database.finish(tables)
    WriteBoundary.csvWritten.reached()
    return loaded
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
