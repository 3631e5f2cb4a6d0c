import Foundation
import GRDB
package import Records

/// One run as the ledger keeps it.
package struct RunEntry: Hashable, Sendable {
  /// How a run stands or ended.
  package enum Status: String, Sendable, CaseIterable {
    case running
    /// Its outputs became `current`.
    case published
    /// Nothing was stale, so nothing was made.
    case unchanged
    /// Stages were run, load was not among them.
    case done
    /// A budget, a sum or a source kept it from publishing.
    case refused
    case failed
    /// Stopped by a signal.
    case interrupted
    /// Ended without a word: killed, or the machine went down.
    case lost
  }

  package var number: Int
  package var id: String
  package var startedAt: Timestamp
  /// Seconds; nil while it runs.
  package var seconds: Double?
  package var status: Status
  package var exitStatus: Int?
  /// The command line's stages and options.
  package var command: String
  package var program: String
  /// The resolved config as JSON, secrets masked.
  package var config: String
  /// What its outputs were made from; nil unless published.
  package var madeFrom: String?
}

/// One stage's numbers in one run.
package struct StageNumbers: Hashable, Sendable {
  package var stage: Stage
  /// Inputs present.
  package var inputs: Int = 0
  /// Outputs present.
  package var outputs: Int = 0
  package var rejected: Int = 0
  /// Inputs left out by a named rule, by rule.
  package var dropped: [String: Int] = [:]
  package var warnings: Int = 0
  /// What else a person wants to know the number of, by name.
  package var found: [String: Int] = [:]
  /// Inputs this run worked on, by reason.
  package var worked: [String: Int] = [:]
  /// Wall time.
  package var seconds: Double = 0

  package init(_ stage: Stage) { self.stage = stage }
}

/// A reject or a warning with the runs that saw it.
package struct KnownDiagnostic: Hashable, Sendable {
  package var stage: Stage
  package var diagnostic: Diagnostic
  /// Numbers of the first and the last run that saw it.
  package var firstRun: Int
  package var lastRun: Int
}

/// `ledger.sqlite`: the runs, their numbers, checks and rejects, and the resolved config of each.
package struct Ledger: Sendable {
  static let layout = 1
  let database: StoreDatabase

  private static let create = """
    CREATE TABLE runs (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      started_at TEXT NOT NULL, seconds REAL,
      status TEXT NOT NULL, exit_status INTEGER,
      command TEXT NOT NULL, program TEXT NOT NULL,
      config TEXT NOT NULL,             -- resolved, secrets masked
      made_from TEXT                    -- digest of what the published outputs were made from
    ) STRICT;
    CREATE TABLE stage_runs (
      run INTEGER NOT NULL REFERENCES runs (number), stage TEXT NOT NULL,
      inputs INTEGER NOT NULL, outputs INTEGER NOT NULL, rejected INTEGER NOT NULL,
      dropped TEXT NOT NULL,            -- JSON: count by rule
      warnings INTEGER NOT NULL,
      worked TEXT NOT NULL,             -- JSON: count by reason
      seconds REAL NOT NULL,
      PRIMARY KEY (run, stage)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE rejects (
      stage TEXT NOT NULL, hash TEXT NOT NULL, severity TEXT NOT NULL, code TEXT NOT NULL, summary TEXT NOT NULL,
      source TEXT, address TEXT, line INTEGER, column INTEGER, record TEXT, remedy TEXT NOT NULL,
      first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
      PRIMARY KEY (stage, hash, first_run)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE noted (
      stage TEXT PRIMARY KEY, run INTEGER NOT NULL    -- the last run that noted this stage's rejects, even none
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checks (
      run INTEGER NOT NULL, number INTEGER NOT NULL, code TEXT NOT NULL, summary TEXT NOT NULL,
      PRIMARY KEY (run, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE yields (
      run INTEGER NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (run, name)
    ) STRICT, WITHOUT ROWID;
    """

  /// A table that ledgers of this layout may lack: what stages found, by name.
  private static let findings = """
    CREATE TABLE IF NOT EXISTS findings (
      run INTEGER NOT NULL, stage TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (run, stage, name)
    ) STRICT, WITHOUT ROWID;
    """

  /// Opens or makes the ledger for writing.
  package init(writing path: String) throws(Failure) {
    database = try StoreDatabase.writing(path, layout: Self.layout) { try $0.execute(sql: Self.create) }
    try database.write { try $0.execute(sql: Self.findings) }
  }

  /// Opens the ledger for reading; nil where no run has ever been.
  package init?(reading path: String) throws(Failure) {
    guard let database = try StoreDatabase.reading(path, layout: Self.layout) else { return nil }
    self.database = database
  }

  /// Ends writing.
  package func close() throws(Failure) { try database.close() }

  /// Notes that a run has begun; gives its number, which is above `atLeast`.
  package func open(
    id: String, startedAt: Timestamp, command: String, program: String, config: String, above atLeast: Int
  ) throws(Failure) -> Int {
    try database.write { db in
      // Numbers also stand in fetch's store; a ledger made anew must not go back behind them.
      let next = max(try Int.fetchOne(db, sql: "SELECT max(number) FROM runs") ?? 0, atLeast) + 1
      try db.execute(
        sql: "INSERT INTO runs VALUES (?, ?, ?, NULL, 'running', NULL, ?, ?, ?, NULL)",
        arguments: [next, id, startedAt.description, command, program, config])
      return next
    }
  }

  /// Notes how a run ended.
  package func close(
    run number: Int, status: RunEntry.Status, exitStatus: Int, seconds: Double?, madeFrom: String?
  ) throws(Failure) {
    try database.write { db in
      try db.execute(
        sql: "UPDATE runs SET status = ?, exit_status = ?, seconds = ?, made_from = ? WHERE number = ?",
        arguments: [status.rawValue, exitStatus, seconds, madeFrom, number])
    }
  }

  /// Keeps a run's numbers.
  package func note(_ numbers: [StageNumbers], run: Int) throws(Failure) {
    try database.write { db in
      for stage in numbers {
        try db.execute(
          sql: "INSERT OR REPLACE INTO stage_runs VALUES (?,?,?,?,?,?,?,?,?)",
          arguments: [
            run, stage.stage.rawValue, stage.inputs, stage.outputs, stage.rejected, try counts(stage.dropped),
            stage.warnings, try counts(stage.worked), stage.seconds,
          ])
        for (name, count) in stage.found {
          try db.execute(
            sql: "INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?)",
            arguments: [run, stage.stage.rawValue, name, count])
        }
      }
    }
  }

  /// Keeps what kept a run from publishing.
  package func note(checks: [Diagnostic], run: Int) throws(Failure) {
    try database.write { db in
      for (index, check) in checks.enumerated() {
        try db.execute(
          sql: "INSERT INTO checks VALUES (?, ?, ?, ?)", arguments: [run, index + 1, check.code, check.summary])
      }
    }
  }

  /// Keeps how many values selectors and columns gave in a run.
  package func note(yields: [String: Int], run: Int) throws(Failure) {
    try database.write { db in
      for (name, count) in yields {
        try db.execute(sql: "INSERT OR REPLACE INTO yields VALUES (?, ?, ?)", arguments: [run, name, count])
      }
    }
  }

  /// How many values selectors and columns gave in a run.
  package func yields(run: Int) throws(Failure) -> [String: Int] {
    try database.read { db in
      var yields: [String: Int] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT name, count FROM yields WHERE run = ?", arguments: [run]) {
        yields[row["name"]] = row["count"]
      }
      return yields
    }
  }

  /// Notes the rejects and warnings that a stage's store holds in this run; `all` calls its argument with each.
  package func note(
    diagnosticsOf stage: Stage, run: Int, all: ((Diagnostic) throws -> Void) throws -> Void
  ) throws(Failure) {
    try database.write { db in
      let previous =
        try Int.fetchOne(db, sql: "SELECT run FROM noted WHERE stage = ?", arguments: [stage.rawValue]) ?? 0
      try db.execute(sql: "INSERT OR REPLACE INTO noted VALUES (?, ?)", arguments: [stage.rawValue, run])
      let prolong = try db.cachedStatement(
        sql: "UPDATE rejects SET last_run = ?1 WHERE stage = ?2 AND hash = ?3 AND last_run IN (?1, ?4)")
      let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO rejects VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
      try all { diagnostic in
        let hash = Ledger.hash(diagnostic)
        try prolong.execute(arguments: [run, stage.rawValue, hash, previous])
        guard db.changesCount == 0 else { return }
        let place = diagnostic.location
        try insert.execute(arguments: [
          stage.rawValue, hash, diagnostic.severity.rawValue, diagnostic.code, diagnostic.summary, place.source,
          place.address, place.line, place.column, place.record, diagnostic.remedy, run, run,
        ])
      }
    }
  }

  private static func hash(_ diagnostic: Diagnostic) -> String {
    var hasher = ContentHasher()
    let place = diagnostic.location
    for part in [
      diagnostic.severity.rawValue, diagnostic.code, diagnostic.summary, place.source, place.address,
      place.line.map(String.init), place.column.map(String.init), place.record,
    ] { hasher.append(field: part) }
    return hasher.finish(digits: 32)
  }

  private func counts(_ counts: [String: Int]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(counts), as: UTF8.self)
  }
}
