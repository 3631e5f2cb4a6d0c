import GRDB
package import Records

/// A table as it is published.
package struct PublishedTable: Hashable, Sendable {
  package var schema: TableSchema
  /// Declared key columns, for an index.
  package var key: [String]
  /// Whether dedupe has decided which of its records survive.
  package var isDeduped: Bool
  /// Whether it is published why records are in one cluster.
  package var hasEvidence = false
  /// Whether records may be variants of others.
  package var hasVariants = false
  /// The declared columns that take the best value of a cluster's members.
  package var chosenColumns: [String] = []
  /// The column whose texts are published without what their site repeats.
  package var strippedColumn: String?

  package init(schema: TableSchema, key: [String], isDeduped: Bool) {
    self.schema = schema
    self.key = key
    self.isDeduped = isDeduped
  }

  /// The published columns in their order.
  package var columns: [TableSchema.PhysicalColumn] {
    [.init("id", .text)] + schema.physicalColumns + TableSchema.provenanceColumns
      + (isDeduped ? [.init("copies", .integer)] + variantColumns : [])
  }

  /// What is read of the records `r` for all columns but `copies`.
  fileprivate var selection: String {
    let values = schema.columns.map(\.selection)
    let provenance = TableSchema.provenanceColumns.map { "r.\(quoted($0.name))" }
    return (["r.\(quoted("id"))"] + values + provenance).joined(separator: ", ")
  }

  /// The name of the table that holds the members of this one's clusters.
  package var duplicatesName: String { "\(schema.name)_duplicates" }

  /// The columns of that table in their order.
  package var duplicatesColumns: [TableSchema.PhysicalColumn] {
    [.init("id", .text)] + schema.physicalColumns + TableSchema.provenanceColumns + [
      .init("cluster_id", .text), .init("survivor_id", .text), .init("rule", .text), .init("similarity", .real),
    ] + variantColumns
  }
}

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
  static let layout = 1
  private let database: StoreDatabase

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

  /// Makes and fills a table; gives how many rows it has and how many records with an id that was already there were
  /// left out (only without dedupe).
  package func add(_ table: PublishedTable) throws(Failure) -> (rows: Int, sameKey: Int) {
    try writing { db in
      try db.execute(sql: "CREATE TABLE \(quoted(table.schema.name)) (\(definitions(table.columns, key: "id"))) STRICT")
      let name = quoted(table.schema.name)
      let columns = table.selection
      let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM records.\(name)") ?? 0
      if table.isDeduped {
        try db.execute(
          sql: """
            INSERT INTO main.\(name) SELECT \(columns), coalesce(c.members - 1, 0)\(table.variantSelection(of: "r.id")) FROM records.\(name) r
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
      try db.execute(
        sql: """
          INSERT INTO main.\(name) SELECT \(columns) FROM records.\(name) r WHERE NOT EXISTS (
            SELECT 1 FROM records.\(name) w WHERE w.id = r.id
              AND (w.source_address, w.ordinal) < (r.source_address, r.ordinal))
          ORDER BY r.id
          """)
      return (db.changesCount, all - db.changesCount)
    }
  }

  private func addDuplicates(_ db: Database, _ table: PublishedTable, columns: String) throws {
    let name = quoted(table.schema.name)
    let definition = definitions(table.duplicatesColumns, key: nil)
    try db.execute(
      sql: """
        CREATE TABLE \(quoted(table.duplicatesName)) (\(definition), FOREIGN KEY (survivor_id) REFERENCES \(name) (id)) STRICT;
        """)
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
      try db.execute(
        sql: """
          CREATE TABLE _runs (run_id TEXT NOT NULL, started_at TEXT NOT NULL, stage TEXT NOT NULL,
            inputs INTEGER NOT NULL, outputs INTEGER NOT NULL, rejected INTEGER NOT NULL, dropped INTEGER NOT NULL,
            warnings INTEGER NOT NULL, worked INTEGER NOT NULL, seconds REAL NOT NULL,
            PRIMARY KEY (run_id, stage)) STRICT
          """)
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

  /// The columns of the published `_rejects` in their order.
  package static let rejectColumns: [TableSchema.PhysicalColumn] = [
    .init("stage", .text), .init("severity", .text), .init("code", .text), .init("summary", .text),
    .init("source", .text), .init("address", .text), .init("line", .integer), .init("column", .integer),
    .init("record", .text), .init("remedy", .text),
  ]

  /// Makes `_rejects` from the stores of `stages` in the folder `folder`.
  package func addRejects(stages: [Stage], in folder: String) throws(Failure) {
    try writing { db in
      try db.execute(sql: "CREATE TABLE _rejects (\(definitions(Self.rejectColumns, key: nil))) STRICT")
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

  /// The columns of the published `_quarantine` in their order.
  package static let quarantineColumns: [TableSchema.PhysicalColumn] = [
    .init("table_name", .text), .init("code", .text), .init("reason", .text), .init("written", .text),
    .init("source", .text), .init("source_address", .text), .init("fetched_at", .text), .init("content_sha256", .text),
  ]

  /// Makes `_quarantine`.
  package func addQuarantine() throws(Failure) {
    try writing { db in
      try db.execute(sql: "CREATE TABLE _quarantine (\(definitions(Self.quarantineColumns, key: nil))) STRICT")
      let columns = Self.quarantineColumns.map(\.name).joined(separator: ", ")
      try db.execute(
        sql: """
          INSERT INTO main._quarantine SELECT \(columns) FROM records._quarantine
          ORDER BY table_name, source_address, ordinal
          """)
    }
  }

  /// Makes the indexes, checks keys and pages, and closes the file; throws `load.damaged` if a check fails.
  package func finish(_ tables: [PublishedTable]) throws(Failure) {
    try writing { db in
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

  /// Calls `body` with each row of a table in the order in which it was filled.
  package func eachRow(
    of table: String, columns: [TableSchema.PhysicalColumn], _ body: ([Value]) throws -> Void
  ) throws(Failure) {
    try database.read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(list(columns, of: "t")) FROM main.\(quoted(table)) t ORDER BY rowid")
      while let row = try rows.next() { try body(columns.indices.map { Value(row[$0], columns[$0].storage) }) }
    }
  }

  private func list(_ columns: [TableSchema.PhysicalColumn], of alias: String) -> String {
    columns.map { "\(alias).\(quoted($0.name))" }.joined(separator: ", ")
  }

  func definitions(_ columns: [TableSchema.PhysicalColumn], key: String?) -> String {
    columns.map { column in
      var text = "\(quoted(column.name)) \(column.storage.sqlite)"
      if column.name == key { text += " NOT NULL PRIMARY KEY" }
      if column.storage == .boolean { text += " CHECK (\(quoted(column.name)) IN (0, 1))" }
      return text
    }.joined(separator: ", ")
  }

  func writing<Value>(_ body: (Database) throws -> Value) throws(Failure) -> Value {
    // Without a journal nothing can be rolled back: a failure leaves a file that is thrown away.
    try translating(database.path) { try database.queue.writeWithoutTransaction(body) }
  }
}
