import GRDB
package import Records

/// What the build of a run's outputs knows of the publishes before it.
package struct EarlierPublishes: Sendable {
  /// The database that is published now; nil before the first publish.
  package var previous: String?
  /// `history.sqlite`.
  package var history: String
  /// The number of the publish that is being built.
  package var number: Int
  /// When its run began.
  package var at: Timestamp
  /// What changed beside the inputs since the publish before; nil for nothing.
  package var upgrade: Upgrade?

  package init(previous: String?, history: String, number: Int, at: Timestamp, upgrade: Upgrade?) {
    self.previous = previous
    self.history = history
    self.number = number
    self.at = at
    self.upgrade = upgrade
  }

  /// The versions of a table's rows; nil where the table keeps none.
  func history(of table: PublishedTable) -> HistoryTable? {
    table.mode == .replace ? nil : HistoryTable(table: table, publish: number, at: at.description)
  }
}

extension PublishedDatabase {
  /// `changes`.
  package static var changes: TableDescription { ChangesTable.description }

  /// Makes what was published before, the history and the stores of fetch and clean in the folder `stages` readable.
  ///
  /// Outputs that can't be read any more are as if there were none: they must not keep new ones from being published.
  package func attach(_ earlier: inout EarlierPublishes, stages: String) throws(Failure) {
    try database.attach(earlier.history, as: "history")
    try database.attach(StageStore.path(.fetch, in: stages), as: "fetched")
    try database.attach(StageStore.path(.clean, in: stages), as: "pages")
    if let previous = earlier.previous {
      do throws(Failure) { try database.attach(previous, as: "previous") } catch { earlier.previous = nil }
    }
    // The history outlives a build that fails.
    try writing {
      try $0.execute(
        sql:
          "PRAGMA history.journal_mode = DELETE; PRAGMA history.synchronous = FULL; PRAGMA history.secure_delete = ON")
    }
  }

  /// Makes and fills `changes`; the tables and `_rejects` are filled.
  package func addChanges(_ tables: [PublishedTable], since earlier: EarlierPublishes) throws(Failure) {
    try writing { db in
      try db.execute(sql: ChangesTable.description.definition)
      guard earlier.previous != nil else { return }
      for table in tables { try TableChanges(db, table, upgrade: earlier.upgrade).fill(db) }
      try db.execute(sql: "CREATE INDEX changes_by_id ON changes (table_name, id)")
    }
  }

  /// Brings the history of a table up to date and publishes what its mode shows of it; `changes` is filled.
  ///
  /// Gives how many rows the table shows although they are gone, and what `TABLE_history` is, where the mode has one.
  package func addHistory(
    of table: PublishedTable, after earlier: EarlierPublishes
  ) throws(Failure) -> (gone: Int, versions: TableDescription?) {
    guard let history = earlier.history(of: table) else { return (0, nil) }
    return try writing { db in
      try db.inTransaction {
        try history.update(db)
        return .commit
      }
      if table.mode == .upsert {
        try history.addGoneRows(db)
        return (db.changesCount, nil)
      }
      return (0, try history.publishVersions(db))
    }
  }
}
