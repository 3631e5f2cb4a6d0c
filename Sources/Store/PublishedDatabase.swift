import GRDB
package import Records

/// One row of the published `_runs`: a stage's numbers in a run.
package struct PublishedRun: Sendable {
  package var runID: String
  package var startedAt: Timestamp
  package var numbers: StageNumbers

  package init(runID: String, startedAt: Timestamp, numbers: StageNumbers) {
    self.runID = runID
    self.startedAt = startedAt
    self.numbers = numbers
  }
}

/// `analytics.sqlite` while it is being built from the stage stores.
package struct PublishedDatabase: Sendable {
  static let layout = 2
  let database: StoreDatabase

  /// Makes the file at `path`, with the stage stores in `stages` at hand.
  package init(making path: String, stages: String, hasDedupe: Bool) throws(Failure) {
    database = try translating(path) {
      // Keys are checked at the end, all at once, where a fault can be told.
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        // The whole file is synced before it is published; until then a crash only leaves a folder to be thrown away.
        try db.execute(
          sql: """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096; PRAGMA temp_store = FILE;
            PRAGMA application_id = \(StoreDatabase.applicationID); PRAGMA user_version = \(Self.layout);
            """)
      }
      return StoreDatabase(path: path, queue: queue)
    }
    try database.attach(StageStore.path(.normalize, in: stages), as: "records")
    if hasDedupe { try database.attach(StageStore.path(.dedupe, in: stages), as: "groups") }
  }

  /// Makes a table as it will be published, and those that go with it, all empty.
  static func makeEmpty(_ db: Database, _ table: PublishedTable) throws {
    var made = [table.description, rejects, ChangesTable.description]
    if table.isDeduped { made.append(table.duplicatesDescription) }
    if table.hasEvidence { made.append(table.evidenceDescription) }
    if table.mode == .history { made.append(table.historyDescription(table.rememberedColumns)) }
    for description in made where try !db.tableExists(description.name) { try db.execute(sql: description.definition) }
  }

  /// Opens a published file to read its rows again; throws `store.older` and the like as every store does.
  package init(reading path: String) throws(Failure) {
    guard let found = try StoreDatabase.reading(path, layout: Self.layout) else {
      throw Failure("store.failed", "there is no published database", at: .init(address: path))
    }
    database = found
  }

  /// Makes and fills a table; gives how many rows it has and how many records with an id that was already there were
  /// left out (only without dedupe).
  package func add(
    _ table: PublishedTable, after earlier: EarlierPublishes? = nil
  ) throws(Failure) -> (rows: Int, sameKey: Int) {
    try writing { db in
      let history = earlier.flatMap { $0.history(of: table) }
      try history?.prepare(db)
      let seen = history.map { ", \($0.seen)" } ?? ""
      try db.execute(sql: table.description.definition)
      let name = quoted(table.schema.name)
      let columns = table.selection
      if table.isDeduped {
        try db.execute(
          sql: """
            INSERT INTO main.\(name)
            SELECT \(columns), coalesce(c.members - 1, 0)\(table.variantSelection(of: "r.id"))\(seen)
            FROM records.\(name) r NOT INDEXED
            LEFT JOIN groups.clusters c ON c.table_name = ? AND c.page_id = r.page_id AND c.ordinal = r.ordinal
            WHERE c.survives IS NOT 0 ORDER BY r.id
            """, arguments: [table.schema.name])
        let rows = db.changesCount
        try takeChosenValues(db, table)
        try stripTexts(db, table)
        try addDuplicates(db, table, columns: columns)
        try addEvidence(db, table)
        return (rows, 0)
      }
      // Rows are read in their place and sorted: by the index each would be looked up somewhere else.
      let insertion = "INSERT INTO main.\(name) SELECT \(columns)\(seen) FROM records.\(name) r NOT INDEXED"
      let isRepeated = "SELECT 1 FROM records.\(name) GROUP BY id HAVING count(*) > 1 LIMIT 1"
      guard try Bool.fetchOne(db, sql: isRepeated) != nil else {
        try db.execute(sql: "\(insertion) ORDER BY r.id")
        return (db.changesCount, 0)
      }
      // Asked only where an id is there twice, because for each record it costs as much as writing it.
      try db.execute(
        sql: """
          \(insertion) WHERE NOT EXISTS (
            SELECT 1 FROM records.\(name) w WHERE w.id = r.id
              AND (w.source_address, w.ordinal) < (r.source_address, r.ordinal))
          ORDER BY r.id
          """)
      let rows = db.changesCount
      return (rows, try (Int.fetchOne(db, sql: "SELECT count(*) FROM records.\(name)") ?? 0) - rows)
    }
  }

  private func addDuplicates(_ db: Database, _ table: PublishedTable, columns: String) throws {
    let name = quoted(table.schema.name)
    try db.execute(sql: table.duplicatesDescription.definition)
    try db.execute(
      sql: """
        INSERT INTO main.\(quoted(table.duplicatesName))
        SELECT \(columns), c.cluster_id, c.survivor_id, c.rule, c.similarity\(table.variantSelection(of: "c.survivor_id"))
        FROM groups.clusters c
        JOIN records.\(name) r ON r.page_id = c.page_id AND r.ordinal = c.ordinal
        WHERE c.table_name = ? ORDER BY c.cluster_id, c.survives DESC, r.id, r.source_address, r.ordinal
        """, arguments: [table.schema.name])
  }

  /// Makes `_runs`.
  package func add(runs: [PublishedRun]) throws(Failure) {
    try writing { db in
      try db.execute(sql: Self.runs.definition)
      for run in runs {
        let numbers = run.numbers
        try db.execute(
          sql: "INSERT INTO _runs VALUES (?,?,?,?,?,?,?,?,?,?)",
          arguments: [
            run.runID, run.startedAt.description, numbers.stage.rawValue, numbers.inputs, numbers.outputs,
            numbers.rejected, numbers.dropped.values.reduce(0, +), numbers.warnings,
            numbers.worked.values.reduce(0, +), numbers.seconds,
          ])
      }
    }
  }

  /// Makes `_rejects` from the stores of `stages` in the folder `folder`.
  package func addRejects(stages: [Stage], in folder: String) throws(Failure) {
    try writing { db in
      try db.execute(sql: Self.rejects.definition)
    }
    for stage in stages {
      try database.attach(StageStore.path(stage, in: folder), as: "one")
      try writing { db in
        try db.execute(
          sql: """
            INSERT INTO _rejects SELECT ?, severity, code, summary, source, address, line, column, record, remedy
            FROM one._diagnostics ORDER BY code, source, address, record, input_id, number
            """, arguments: [stage.rawValue])
      }
      try translating(database.path) {
        try database.queue.writeWithoutTransaction { try $0.execute(sql: "DETACH DATABASE one") }
      }
    }
  }

  /// Makes `_quarantine`.
  package func addQuarantine() throws(Failure) {
    try writing { db in
      try db.execute(sql: Self.quarantine.definition)
      let columns = Self.quarantine.columns.map(\.name).joined(separator: ", ")
      try db.execute(
        sql: """
          INSERT INTO main._quarantine SELECT \(columns) FROM records._quarantine
          ORDER BY table_name, source_address, ordinal
          """)
    }
  }

  /// Makes the views and indexes, checks keys and pages, and closes the file; throws `load.damaged` if a check fails.
  package func finish(_ tables: [PublishedTable]) throws(Failure) {
    try writing { db in
      for view in PublishedView.all(of: tables) { try db.execute(sql: view.definition) }
      for table in tables {
        let name = table.schema.name
        var indexes = [["source_address"]]
        if !table.key.isEmpty { indexes.append(table.key) }
        for columns in indexes {
          let list = columns.map(quoted).joined(separator: ", ")
          try db.execute(
            sql: "CREATE INDEX \(quoted("\(name)_by_\(columns.joined(separator: "_"))")) ON \(quoted(name)) (\(list))")
        }
        if table.isDeduped {
          let duplicates = table.duplicatesName
          for column in ["cluster_id", "survivor_id"] {
            try db.execute(
              sql: "CREATE INDEX \(quoted("\(duplicates)_by_\(column)")) ON \(quoted(duplicates)) (\(column))")
          }
        }
      }
      try db.execute(sql: "ANALYZE main")
    }
    try check()
    try database.close()
  }

  private func check() throws(Failure) {
    let faults = try database.read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA main.integrity_check(10)").filter { $0 != "ok" }
      let keys = try Row.fetchAll(db, sql: "PRAGMA main.foreign_key_check").map { "\($0)" }
      return integrity + keys.prefix(10)
    }
    guard faults.isEmpty else {
      throw Failure(
        "load.damaged", "the built database fails its checks: \(faults.joined(separator: "; "))",
        at: .init(address: database.path), remedy: "Run again with --force; if it stays, look at the disk.")
    }
  }

  /// Runs `body`, which only reads.
  func reading<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value { try database.read(body) }

  /// Runs `body`, which writes.
  func writing<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    // Without a journal nothing can be rolled back: a failure leaves a file that is thrown away.
    try translating(database.path) { try database.queue.writeWithoutTransaction(body) }
  }
}
