import GRDB
import Records

/// The versions of one table's rows, as `history.sqlite` keeps them and as `TABLE_history` shows them.
///
/// A version is what a row said from one publish (`_from`) to the one in which it said so no longer (`_to`).
/// A column that is new fills from then on; one that is no longer declared stays with what it said.
struct HistoryTable {
  let table: PublishedTable
  /// The number of the publish that is being built.
  let publish: Int
  /// When its run began.
  let at: String

  /// The name of a table's versions in the file.
  static func name(_ table: String) -> String { "versions_\(table)" }

  private var versions: String { "history.\(quoted(Self.name(table.schema.name)))" }
  private var rows: String { "main.\(quoted(table.schema.name))" }
  private var kept: [TableSchema.PhysicalColumn] { table.rememberedColumns }

  /// Makes the table of versions, or gives it the columns that it lacks.
  func prepare(_ db: Database) throws {
    let name = table.schema.name
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS \(versions) (
          id TEXT NOT NULL, _from INTEGER NOT NULL, _to INTEGER,
          _change TEXT NOT NULL,        -- new, changed, or back after an absence
          _changed TEXT,                -- the columns that changed
          _why TEXT NOT NULL, _by TEXT NOT NULL, _ended_why TEXT, _ended_by TEXT,
          PRIMARY KEY (id, _from)
        ) WITHOUT ROWID
        """)
    try db.execute(sql: "INSERT OR IGNORE INTO history.tables VALUES (?)", arguments: [name])
    for column in kept { try prepare(db, column) }
    try forgetRedacted(db)
  }

  /// Forgets what earlier versions said in columns that are redacted, but for what a redacted publish wrote there.
  private func forgetRedacted(_ db: Database) throws {
    for column in table.redactedColumns {
      let isNew = try Bool.fetchOne(
        db, sql: "SELECT is_redacted = 0 FROM history.columns WHERE table_name = ? AND name = ?",
        arguments: [table.schema.name, column.name])
      guard isNew == true else { continue }
      try db.execute(sql: "UPDATE \(versions) SET \(quoted(column.name)) = NULL")
      try db.execute(
        sql: "UPDATE history.columns SET is_redacted = 1 WHERE table_name = ? AND name = ?",
        arguments: [table.schema.name, column.name])
    }
  }

  private func prepare(_ db: Database, _ column: TableSchema.PhysicalColumn) throws {
    let known = try String.fetchOne(
      db, sql: "SELECT storage FROM history.columns WHERE table_name = ? AND name = ?",
      arguments: [table.schema.name, column.name])
    guard let known else {
      // Without a type, so that a column may change its own.
      try db.execute(sql: "ALTER TABLE \(versions) ADD COLUMN \(quoted(column.name))")
      try db.execute(
        sql: """
          INSERT INTO history.columns SELECT ?1, ?2, 1 + count(*), ?3, 0 FROM history.columns WHERE table_name = ?1
          """, arguments: [table.schema.name, column.name, column.storage.rawValue])
      return
    }
    guard known != column.storage.rawValue, known != TableSchema.Storage.text.rawValue else { return }
    try db.execute(
      sql: "UPDATE history.columns SET storage = 'TEXT' WHERE table_name = ? AND name = ?",
      arguments: [table.schema.name, column.name])
  }

  /// Ends the versions that are no longer so and begins those that are new; the table and `changes` are filled.
  func update(_ db: Database) throws {
    let isSame = table.comparedColumns.map { "m.\(quoted($0.name)) IS v.\(quoted($0.name))" }
    let why = "SELECT c.why FROM main.changes c WHERE c.table_name = :table AND c.id = v.id LIMIT 1"
    let by = "SELECT c.caused_by FROM main.changes c WHERE c.table_name = :table AND c.id = v.id LIMIT 1"
    try db.execute(
      sql: """
        UPDATE \(versions) AS v SET _to = :publish,
          _ended_why = coalesce((\(why)), CASE WHEN v.id IN (SELECT id FROM \(rows)) THEN 'settings changed' ELSE 'not known' END),
          _ended_by = coalesce((\(by)), 'settings')
        WHERE v._to IS NULL AND NOT EXISTS (
          SELECT 1 FROM \(rows) m WHERE \((["m.id = v.id"] + isSame).joined(separator: " AND ")))
        """, arguments: ["publish": publish, "table": table.schema.name])
    try begin(db)
  }

  private func begin(_ db: Database) throws {
    let names = kept.map { quoted($0.name) }
    let differing = table.comparedColumns.map {
      "CASE WHEN m.\(quoted($0.name)) IS NOT v.\(quoted($0.name)) THEN '\($0.name), ' ELSE '' END"
    }
    let changed = differing.isEmpty ? "''" : differing.joined(separator: " || ")
    func cause(_ column: String) -> String {
      "(SELECT c.\(column) FROM main.changes c WHERE c.table_name = :table AND c.id = m.id LIMIT 1)"
    }
    // The first publish, or the first one that remembers this table, says nothing of what is new.
    try db.execute(
      sql: """
        INSERT INTO \(versions) (id, _from, _change, _changed, _why, _by, \(names.joined(separator: ", ")))
        SELECT m.id, :publish,
          CASE WHEN v.id IS NOT NULL THEN 'changed'
            WHEN EXISTS (SELECT 1 FROM \(versions) e WHERE e.id = m.id) THEN 'back' ELSE 'new' END,
          CASE WHEN v.id IS NOT NULL THEN rtrim(\(changed), ', ') END,
          coalesce(\(cause("why")), CASE WHEN v.id IS NOT NULL THEN 'settings changed' ELSE 'first remembered' END),
          coalesce(\(cause("caused_by")), 'settings'),
          \(names.map { "m.\($0)" }.joined(separator: ", "))
        FROM \(rows) m LEFT JOIN \(versions) v ON v.id = m.id AND v._to = :publish
        WHERE NOT EXISTS (SELECT 1 FROM \(versions) o WHERE o.id = m.id AND o._to IS NULL)
        ORDER BY m.id
        """, arguments: ["publish": publish, "table": table.schema.name])
  }

  /// Adds to the table the last version of every row that is gone.
  func addGoneRows(_ db: Database) throws {
    let names = kept.map { quoted($0.name) }
    try db.execute(
      sql: """
        INSERT INTO \(rows) (id, \(names.joined(separator: ", ")), first_seen, last_seen, times_seen, is_present)
        SELECT v.id, \(names.map { "v.\($0)" }.joined(separator: ", ")),
          (SELECT p.at FROM \(versions) f JOIN history.publishes p ON p.number = f._from
            WHERE f.id = v.id ORDER BY f._from LIMIT 1),
          (SELECT p.at FROM history.publishes p WHERE p.number = v._to - 1),
          (SELECT sum(t._to - t._from) FROM \(versions) t WHERE t.id = v.id), 0
        FROM \(versions) v
        WHERE v._to IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM \(versions) l WHERE l.id = v.id AND l._from > v._from)
        ORDER BY v.id
        """)
  }

  /// What a row's `first_seen`, `last_seen`, `times_seen` (and `is_present`) are, for the record called `r`.
  var seen: String {
    let first = """
      coalesce((SELECT p.at FROM \(versions) v JOIN history.publishes p ON p.number = v._from
        WHERE v.id = r.id ORDER BY v._from LIMIT 1), '\(at)')
      """
    let times =
      "1 + coalesce((SELECT sum(coalesce(v._to, \(publish)) - v._from) FROM \(versions) v WHERE v.id = r.id), 0)"
    return ([first, "'\(at)'", times] + (table.mode == .upsert ? ["1"] : [])).joined(separator: ", ")
  }

  /// Makes and fills `TABLE_history`; gives what it is.
  func publishVersions(_ db: Database) throws -> TableDescription {
    let remembered = try rememberedColumns(db)
    let description = table.historyDescription(remembered)
    try db.execute(sql: description.definition)
    let values = remembered.map { column in
      let name = "v.\(quoted(column.name))"
      return column.storage == .text ? "CAST(\(name) AS TEXT)" : name
    }
    try db.execute(
      sql: """
        INSERT INTO main.\(quoted(table.historyName))
        SELECT v.id, b.at, e.at, v._to IS NULL, v._change, v._changed, v._why, v._by, v._ended_why, v._ended_by,
          \(values.joined(separator: ", "))
        FROM \(versions) v JOIN history.publishes b ON b.number = v._from
          LEFT JOIN history.publishes e ON e.number = v._to
        ORDER BY v.id, v._from
        """)
    return description
  }

  /// The columns of `TABLE_history` before the table's own.
  static let shownColumns: [TableSchema.PhysicalColumn] = [
    .init("id", .text, "Names the row, as in the table."),
    .init("valid_from", .text, "When the run began that first published this version.", form: .timestamp),
    .init(
      "valid_to", .text, "When the run began that no longer did; empty for what is so now.", form: .timestamp),
    .init("is_current", .boolean, "Whether it is so now."),
    .init("change", .text, "`new`, `changed`, or `back` after an absence."),
    .init("changed_columns", .text, "The columns in which it differs from the version before."),
    .init("why", .text, "Why it came: a new page, a changed page, settings ..."),
    .init("caused_by", .text, "`source`, `settings` or `program`; only what the source caused is news."),
    .init("ended_why", .text, "Why it ended; empty for what is so now."),
    .init("ended_by", .text, "`source`, `settings` or `program`."),
  ]

  /// The table's own columns of today, then those that it once had.
  private func rememberedColumns(_ db: Database) throws -> [TableSchema.PhysicalColumn] {
    let known = try Row.fetchAll(
      db, sql: "SELECT name, storage FROM history.columns WHERE table_name = ? ORDER BY position",
      arguments: [table.schema.name]
    ).map { row in
      TableSchema.PhysicalColumn(
        row["name"], TableSchema.Storage(rawValue: row["storage"]) ?? .text,
        "What was here until it was declared no more.")
    }
    let today = kept.map { column in
      var column = column
      column.storage = known.first { $0.name == column.name }?.storage ?? column.storage
      return column
    }
    return today + known.filter { column in !kept.contains { $0.name == column.name } }
  }
}
