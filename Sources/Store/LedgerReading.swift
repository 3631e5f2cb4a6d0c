import Foundation
import GRDB
package import Records

extension Ledger {
  /// The newest runs first, at most `limit`.
  package func runs(limit: Int) throws(Failure) -> [RunEntry] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM runs ORDER BY number DESC LIMIT ?", arguments: [limit]).map(entry)
    }
  }

  /// The runs up to number `last`, the newest first, at most `limit`.
  package func runs(upTo last: Int, limit: Int) throws(Failure) -> [RunEntry] {
    try database.read { db in
      let sql = "SELECT * FROM runs WHERE number <= ? ORDER BY number DESC LIMIT ?"
      return try Row.fetchAll(db, sql: sql, arguments: [last, limit]).map(entry)
    }
  }

  /// The run with this id, unique beginning of an id or number; nil if there is none.
  package func run(_ name: String) throws(Failure) -> RunEntry? {
    try database.read { db in
      let sql = "SELECT * FROM runs WHERE id = ?1 OR CAST(number AS TEXT) = ?1 OR id LIKE ?1 || '%' ORDER BY number"
      let found = try Row.fetchAll(db, sql: sql, arguments: [name]).map(entry)
      return found.first { $0.id == name || String($0.number) == name } ?? (found.count == 1 ? found.first : nil)
    }
  }

  /// The last run before `number` with a config of its own to compare with.
  package func run(before number: Int) throws(Failure) -> RunEntry? {
    try database.read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM runs WHERE number < ? ORDER BY number DESC LIMIT 1", arguments: [number]
      ).map(entry)
    }
  }

  /// A run's numbers, in the order of the stages.
  package func numbers(run: Int) throws(Failure) -> [StageNumbers] {
    try database.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM stage_runs WHERE run = ?", arguments: [run])
      return try rows.compactMap { row -> StageNumbers? in
        guard let stage = Stage(rawValue: row["stage"]) else { return nil }
        var numbers = StageNumbers(stage)
        numbers.inputs = row["inputs"]
        numbers.outputs = row["outputs"]
        numbers.rejected = row["rejected"]
        numbers.dropped = counts(row["dropped"])
        numbers.found = try findings(db, run: run, stage)
        numbers.warnings = row["warnings"]
        numbers.worked = counts(row["worked"])
        numbers.seconds = row["seconds"]
        return numbers
      }.sorted { $0.stage < $1.stage }
    }
  }

  /// What kept a run from publishing: codes and sentences.
  package func checks(run: Int) throws(Failure) -> [(code: String, summary: String)] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT code, summary FROM checks WHERE run = ? ORDER BY number", arguments: [run])
        .map { ($0["code"], $0["summary"]) }
    }
  }

  /// The rejects (and warnings) that a run saw, by stage, code and place.
  package func diagnostics(run: Int, warnings: Bool) throws(Failure) -> [KnownDiagnostic] {
    try known("first_run <= ?1 AND last_run >= ?1 AND (?2 OR severity <> 'warn')", [run, warnings])
  }

  /// The rejects and warnings of a run that the run number `published` did not have.
  package func newDiagnostics(run: Int, since published: Int) throws(Failure) -> [KnownDiagnostic] {
    try known(
      """
      first_run <= ?1 AND last_run >= ?1 AND NOT EXISTS (
        SELECT 1 FROM rejects old WHERE old.stage = rejects.stage AND old.hash = rejects.hash
          AND old.first_run <= ?2 AND old.last_run >= ?2)
      """, [run, published])
  }

  private func known(_ condition: String, _ arguments: StatementArguments) throws(Failure) -> [KnownDiagnostic] {
    try database.read { db in
      let order = Stage.allCases.enumerated().map { "WHEN '\($0.element.rawValue)' THEN \($0.offset)" }
      let sql = """
        SELECT * FROM rejects WHERE \(condition)
        ORDER BY CASE stage \(order.joined(separator: " ")) END, code, source, address, line, record, hash
        """
      return try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row -> KnownDiagnostic? in
        guard let stage = Stage(rawValue: row["stage"]) else { return nil }
        let diagnostic = Diagnostic(
          Diagnostic.Severity(rawValue: row["severity"]) ?? .warn, row["code"], row["summary"],
          at: .init(
            source: row["source"], address: row["address"], line: row["line"], column: row["column"],
            record: row["record"]), remedy: row["remedy"])
        return KnownDiagnostic(
          stage: stage, diagnostic: diagnostic, firstRun: row["first_run"], lastRun: row["last_run"])
      }
    }
  }

  /// The last run whose outputs became `current`; nil before the first.
  package func lastPublished() throws(Failure) -> RunEntry? {
    try database.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM runs WHERE status = 'published' ORDER BY number DESC LIMIT 1").map(entry)
    }
  }

  /// The last run that published, or found everything up to date; nil before the first.
  package func lastGood() throws(Failure) -> RunEntry? {
    try database.read { db in
      let sql = "SELECT * FROM runs WHERE status IN ('published', 'unchanged') ORDER BY number DESC LIMIT 1"
      return try Row.fetchOne(db, sql: sql).map(entry)
    }
  }

  /// Runs that are noted as running; while this process holds the lock, those that died.
  package func unfinished() throws(Failure) -> [RunEntry] {
    try database.read { db in try Row.fetchAll(db, sql: "SELECT * FROM runs WHERE status = 'running'").map(entry) }
  }

  private func entry(_ row: Row) -> RunEntry {
    RunEntry(
      number: row["number"], id: row["id"], startedAt: Timestamp(iso: row["started_at"]) ?? Timestamp(seconds: 0),
      seconds: row["seconds"], status: RunEntry.Status(rawValue: row["status"]) ?? .lost,
      exitStatus: row["exit_status"], command: row["command"], program: row["program"], config: row["config"],
      madeFrom: row["made_from"])
  }

  private func findings(_ db: Database, run: Int, _ stage: Stage) throws -> [String: Int] {
    guard try db.tableExists("findings") else { return [:] }
    let sql = "SELECT name, count FROM findings WHERE run = ? AND stage = ?"
    return try Row.fetchAll(db, sql: sql, arguments: [run, stage.rawValue]).reduce(into: [:]) { $0[$1[0]] = $1[1] }
  }

  private func counts(_ json: String) -> [String: Int] {
    (try? JSONDecoder().decode([String: Int].self, from: Data(json.utf8))) ?? [:]
  }
}
