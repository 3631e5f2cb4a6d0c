import GRDB
import Records

/// What a stage made of one input.
package enum Outcome: String, Sendable {
  case done
  case rejected
}

/// Why an input has to be worked on.
package enum Staleness: String, Sendable, CaseIterable {
  case new, inputChanged = "input changed", settingsChanged = "settings changed", programChanged = "program changed"
  case forced
  /// A page that was forgotten after it was loaded, and that normalize needs again.
  case neededAgain = "needed again"
  case gone
  /// Its host is asked whether it changed.
  case toAsk = "to ask"
}

/// What an output depends on beside its input: the settings that decide it and the version of the code that makes it.
package struct Fingerprint: Hashable, Sendable {
  /// A hash of the deciding settings in canonical form.
  package var settings: String
  /// The stage's version constant.
  package var program: Int

  package init(settings: String, program: Int) {
    self.settings = settings
    self.program = program
  }
}

/// The book each stage keeps of its inputs, `_inputs`: what they were, under which fingerprint, and what became of them.
enum InputTable {
  static let create = """
    CREATE TABLE _inputs (
      id TEXT PRIMARY KEY,          -- the document's or page's id
      input_hash TEXT NOT NULL,     -- of the input as it was worked on
      settings TEXT NOT NULL,       -- hash of the settings that decided the output
      program INTEGER NOT NULL,     -- version of the code that made it
      outcome TEXT NOT NULL,        -- done or rejected
      output_hash TEXT              -- of what came out, null for a reject and where it is in several parts
    ) STRICT, WITHOUT ROWID;
    """

  /// What the stage offers to the next one, where each input gives one output.
  static let createOutputs =
    "CREATE VIEW _outputs AS SELECT id, output_hash AS hash FROM _inputs WHERE outcome = 'done';"

  /// The condition under which `o`, an output of the stage before, is up to date in `i`.
  private static let stale =
    "(i.id IS NULL OR i.input_hash IS NOT o.hash OR i.settings IS NOT :settings OR i.program IS NOT :program)"

  private static func arguments(_ fingerprint: Fingerprint) -> [String: (any DatabaseValueConvertible)?] {
    ["settings": fingerprint.settings, "program": fingerprint.program]
  }

  /// How many inputs are stale, by reason; the stage before must be attached as `prior`.
  static func staleness(_ db: Database, _ fingerprint: Fingerprint) throws -> [Staleness: Int] {
    let sql = """
      SELECT CASE WHEN i.id IS NULL THEN 'new' WHEN i.input_hash IS NOT o.hash THEN 'input changed'
          WHEN i.settings IS NOT :settings THEN 'settings changed' ELSE 'program changed' END AS reason, count(*) AS n
      FROM prior._outputs o LEFT JOIN _inputs i ON i.id = o.id WHERE \(stale) GROUP BY reason
      """
    var counts: [Staleness: Int] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments(fingerprint))) {
      if let reason = Staleness(rawValue: row["reason"]) { counts[reason] = row["n"] }
    }
    let gone = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM _inputs i WHERE NOT EXISTS (SELECT 1 FROM prior._outputs o WHERE o.id = i.id)")
    if let gone, gone > 0 { counts[.gone] = gone }
    return counts
  }

  /// The ids of the next stale inputs after `last`, in order.
  static func stale(
    _ db: Database, _ fingerprint: Fingerprint, after last: String, limit: Int, forced: Bool
  ) throws -> [String] {
    var arguments = arguments(fingerprint)
    arguments["last"] = last
    arguments["limit"] = limit
    let condition = forced ? "" : "AND \(stale)"
    return try String.fetchAll(
      db,
      sql: """
        SELECT o.id FROM prior._outputs o LEFT JOIN _inputs i ON i.id = o.id
        WHERE o.id > :last \(condition) ORDER BY o.id LIMIT :limit
        """, arguments: forced ? ["last": last, "limit": limit] : StatementArguments(arguments))
  }

  /// The ids of up to `limit` inputs whose document or page is gone.
  static func gone(_ db: Database, limit: Int) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT i.id FROM _inputs i WHERE NOT EXISTS (SELECT 1 FROM prior._outputs o WHERE o.id = i.id)
        ORDER BY i.id LIMIT ?
        """, arguments: [limit])
  }

  static func note(
    _ db: Database, id: String, inputHash: String, _ fingerprint: Fingerprint, _ outcome: Outcome, outputHash: String?
  ) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO _inputs VALUES (?, ?, ?, ?, ?, ?)").execute(
      arguments: [id, inputHash, fingerprint.settings, fingerprint.program, outcome.rawValue, outputHash])
  }

  static func forget(_ db: Database, id: String) throws {
    try db.cachedStatement(sql: "DELETE FROM _inputs WHERE id = ?").execute(arguments: [id])
  }

  /// How many present inputs ended how.
  static func outcomes(_ db: Database) throws -> [Outcome: Int] {
    var counts: [Outcome: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT outcome, count(*) AS n FROM _inputs GROUP BY outcome") {
      if let outcome = Outcome(rawValue: row["outcome"]) { counts[outcome] = row["n"] }
    }
    return counts
  }
}
