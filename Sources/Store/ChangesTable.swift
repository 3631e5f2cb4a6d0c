import GRDB
import Records

/// `changes`: what differs between the outputs being built and those published before, row by row, and why.
enum ChangesTable {
  static let description = TableDescription(
    own: "changes", "What differs from the tables published before, row by row, and why.",
    [
      .init("table_name", .text, "The table."),
      .init("id", .text, "The row; empty where a whole column came or went."),
      .init(
        "change", .text, "`added`, `removed`, `changed`, `merged` into another row, or `split` from one."),
      .init("column_name", .text, "The column that changed."),
      .init("before", .text, "What it said, its first 1,000 characters."),
      .init("after", .text, "What it says, its first 1,000 characters."),
      .init(
        "why", .text,
        "Such as `new page`, `source gone`, `not on the page any more`, `new in the file`, `rejected: CODE`."),
      .init("caused_by", .text, "`source`, `settings` or `program`; only what the source caused is news."),
      .init("source_address", .text, "The page or file."),
    ])

  /// How many characters of a long value `before` and `after` show.
  static let shownCharacters = 1000
}

/// What else could explain that a row differs although its page's bytes are the same.
package enum Upgrade: String, Sendable {
  case settings
  case program

  /// In words.
  var why: String { "\(rawValue) changed" }
}

/// Compares one table with what was published before, attached as `previous`, and fills `changes`.
struct TableChanges {
  let table: PublishedTable
  /// What changed beside the inputs since the publish before; nil for nothing.
  let upgrade: Upgrade?
  /// The columns that the table had before; empty where it wasn't there.
  let before: Set<String>
  /// Whether the table before had a table of duplicates.
  let hadDuplicates: Bool

  private var name: String { table.schema.name }
  private var now: String { "main.\(quoted(name))" }
  private var old: String { "previous.\(quoted(name))" }

  init(_ db: Database, _ table: PublishedTable, upgrade: Upgrade?) throws {
    self.table = table
    self.upgrade = upgrade
    before = try Self.columns(db, table.schema.name)
    hadDuplicates = try Self.columns(db, table.duplicatesName).contains("survivor_id")
  }

  private static func columns(_ db: Database, _ table: String) throws -> Set<String> {
    try Set(String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?, 'previous')", arguments: [table]))
  }

  /// Adds the table's changes; nothing where it wasn't published before.
  func fill(_ db: Database) throws {
    guard before.isSuperset(of: ["id", "source_address", "content_sha256"]) else { return }
    try addColumns(db)
    try findMoves(db)
    try addMoves(db)
    try addChangedCells(db)
  }

  /// Columns that came or went stand in one line each, whatever the number of rows.
  private func addColumns(_ db: Database) throws {
    let own = ["id"] + table.columns.map(\.name)
    let new = own.filter { !before.contains($0) }.map { ($0, "added") }
    let gone = before.subtracting(own).sorted().map { ($0, "removed") }
    for (column, change) in new + gone {
      try db.execute(
        sql: "INSERT INTO main.changes VALUES (?, NULL, ?, ?, NULL, NULL, ?, ?, NULL)",
        arguments: [name, change, column, (upgrade ?? .settings).why, (upgrade ?? .settings).rawValue])
    }
  }

  /// Lists in `moved` the rows that came and went.
  private func findMoves(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.moved;
        CREATE TEMP TABLE moved (id TEXT NOT NULL, change TEXT NOT NULL, other TEXT, address TEXT, sha TEXT,
          page TEXT AS (\(PageMoves.page("address"))));
        """)
    let present = before.contains("is_present") ? "p.is_present AND" : ""
    try db.execute(
      sql: """
        INSERT INTO temp.moved SELECT p.id, 'removed', NULL, p.source_address, p.content_sha256 FROM \(old) p
        WHERE \(present) NOT EXISTS (SELECT 1 FROM \(now) m WHERE m.id = p.id) ORDER BY p.id
        """)
    let wasThere = before.contains("is_present") ? "AND p.is_present" : ""
    try db.execute(
      sql: """
        INSERT INTO temp.moved SELECT m.id, 'added', NULL, m.source_address, m.content_sha256 FROM \(now) m
        WHERE NOT EXISTS (SELECT 1 FROM \(old) p WHERE p.id = m.id \(wasThere)) ORDER BY m.id
        """)
    if table.isDeduped { try findMerges(db, "removed", "merged", in: "main") }
    if hadDuplicates { try findMerges(db, "added", "split", in: "previous") }
  }

  /// A row that is a copy of another one now, or was one before.
  private func findMerges(_ db: Database, _ change: String, _ merge: String, in schema: String) throws {
    try db.execute(
      sql: """
        UPDATE temp.moved SET change = '\(merge)', other = d.survivor_id
        FROM (SELECT id, min(survivor_id) AS survivor_id FROM \(schema).\(quoted(table.duplicatesName))
          WHERE survivor_id <> id AND id IN (SELECT id FROM temp.moved WHERE change = '\(change)') GROUP BY id) d
        WHERE moved.id = d.id AND moved.change = '\(change)'
        """)
  }

  /// The code by which a row's page, or a row of this table on it, is rejected and wasn't before.
  private static let reject = """
    (SELECT code FROM temp.rejects_now r WHERE r.address IN (m.address, m.page) AND r.table_name IN ('', :table)
      ORDER BY table_name LIMIT 1)
    """

  private func addMoves(_ db: Database) throws {
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM temp.moved LIMIT 1") != nil else { return }
    try PageMoves.prepare(db)
    // Same bytes, other rows: settings or the program; where neither changed, the other records of its cluster.
    let same = upgrade.map { "'\($0.why)'" } ?? "'its cluster changed'"
    let sameBy = "'\(upgrade?.rawValue ?? "source")'"
    try db.execute(
      sql: """
        INSERT INTO main.changes SELECT :table, m.id, m.change, NULL, NULL, NULL,
          CASE m.change
            WHEN 'merged' THEN 'merged into ' || m.other
            WHEN 'split' THEN 'no longer merged into ' || m.other
            WHEN 'removed' THEN CASE
              WHEN \(Self.reject) IS NOT NULL THEN 'rejected: ' || \(Self.reject)
              WHEN n.sha IS NULL THEN 'source gone'
              WHEN n.sha = m.sha THEN \(same)
              ELSE \(PageMoves.words("m.address", "not on the page any more", "not in the file any more")) END
            ELSE CASE
              WHEN b.address IS NULL THEN \(PageMoves.words("m.address", "new page", "new file"))
              WHEN b.sha = m.sha THEN \(same)
              ELSE \(PageMoves.words("m.address", "new on the page", "new in the file")) END
          END,
          CASE WHEN m.sha IS CASE WHEN m.change IN ('removed', 'merged') THEN n.sha ELSE b.sha END
            THEN \(sameBy) ELSE 'source' END,
          m.address
        FROM temp.moved m
          LEFT JOIN temp.pages_now n ON n.address = m.page
          LEFT JOIN temp.pages_before b ON b.address = m.page
        ORDER BY m.change, m.id
        """, arguments: ["table": name])
  }

  /// Finds the rows of which a cell changed, then lists their cells column by column.
  private func addChangedCells(_ db: Database) throws {
    let common = table.comparedColumns.map(\.name).filter(before.contains)
    guard !common.isEmpty else { return }
    let differs = common.map { "m.\(quoted($0)) IS NOT p.\(quoted($0))" }.joined(separator: " OR ")
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.changed;
        CREATE TEMP TABLE changed AS SELECT m.rowid AS new, p.rowid AS old FROM \(now) m JOIN \(old) p ON p.id = m.id
        WHERE (\(differs))\(before.contains("is_present") ? " AND p.is_present" : "");
        DROP TABLE IF EXISTS temp.cells;
        CREATE TEMP TABLE cells (id TEXT, position INTEGER, name TEXT, before TEXT, after TEXT, same INTEGER, address TEXT);
        """)
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM temp.changed LIMIT 1") != nil else { return }
    for (position, column) in common.enumerated() { try addCells(db, column, position) }
    try db.execute(
      sql: """
        INSERT INTO main.changes SELECT :table, id, 'changed', name, before, after,
          CASE WHEN same THEN :same ELSE \(PageMoves.words("address", "the page changed", "the file changed")) END,
          CASE WHEN same THEN :by ELSE 'source' END, address
        FROM temp.cells ORDER BY id, position
        """,
      arguments: [
        "table": name, "same": upgrade?.why ?? "its cluster changed", "by": upgrade?.rawValue ?? "source",
      ])
  }

  private func addCells(_ db: Database, _ column: String, _ position: Int) throws {
    let isRedacted = table.redactedColumns.contains { $0.name == column }
    func shown(_ row: String) -> String {
      // Before it was redacted it said what nobody is to read.
      if isRedacted { return "NULL" }
      let text = "CAST(\(row).\(quoted(column)) AS TEXT)"
      let limit = ChangesTable.shownCharacters
      return "CASE WHEN length(\(text)) > \(limit) THEN substr(\(text), 1, \(limit)) || '…' ELSE \(text) END"
    }
    try db.execute(
      sql: """
        INSERT INTO temp.cells SELECT m.id, ?, ?, \(shown("p")), \(shown("m")), m.content_sha256 = p.content_sha256,
          m.source_address
        FROM temp.changed c JOIN \(now) m ON m.rowid = c.new JOIN \(old) p ON p.rowid = c.old
        WHERE m.\(quoted(column)) IS NOT p.\(quoted(column))
        """, arguments: [position, column])
  }
}

/// Which pages there are, were, and were rejected: what tells why a row came or went.
enum PageMoves {
  /// The page or data file of a row whose address is in `column`: of a file's row without its line.
  static func page(_ column: String) -> String {
    "CASE WHEN \(isRow(column)) THEN substr(\(column), 1, length(rtrim(\(column), '0123456789')) - 2) ELSE \(column) END"
  }

  /// `onPage`, or `inFile` for a row of a data file, whose address is in `column`.
  static func words(_ column: String, _ onPage: String, _ inFile: String) -> String {
    "CASE WHEN \(isRow(column)) THEN '\(inFile)' ELSE '\(onPage)' END"
  }

  private static func isRow(_ column: String) -> String { "ifnull(rtrim(\(column), '0123456789') GLOB '*#L', 0)" }

  /// Makes the temporary tables `pages_now`, `pages_before` and `rejects_now` once for a build.
  static func prepare(_ db: Database) throws {
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM temp.sqlite_master WHERE name = 'pages_now'") == nil else { return }
    try db.execute(
      sql: """
        CREATE TEMP TABLE pages_now (address TEXT PRIMARY KEY, sha TEXT) WITHOUT ROWID;
        INSERT OR IGNORE INTO temp.pages_now SELECT address, content_sha256 FROM pages.pages;
        CREATE TEMP TABLE pages_before (address TEXT PRIMARY KEY, sha TEXT) WITHOUT ROWID;
        CREATE TEMP TABLE rejects_now (address TEXT, table_name TEXT, code TEXT, PRIMARY KEY (address, table_name))
          WITHOUT ROWID;
        INSERT OR IGNORE INTO temp.rejects_now
          SELECT address, CASE WHEN stage = 'normalize' THEN substr(record, 1, instr(record || '.', '.') - 1) ELSE '' END,
            code
          FROM main._rejects now WHERE severity = 'reject' AND address IS NOT NULL
            AND (stage <> 'normalize' OR record IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM previous._rejects p
              WHERE p.address = now.address AND p.code = now.code AND p.record IS now.record)
          ORDER BY code;
        -- Fetch's rejects speak of files by their path.
        INSERT OR IGNORE INTO temp.rejects_now
          SELECT f.address, '', d.code FROM fetched.files f
            JOIN fetched._diagnostics d ON d.input_id = f.source || ':' || f.path AND d.severity = 'reject'
          WHERE f.outcome = 'rejected' AND f.gone_run IS NULL ORDER BY d.code;
        """)
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM previous.sqlite_master WHERE type = 'table' ORDER BY name")
    for name in tables {
      let columns = try Set(
        String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?, 'previous')", arguments: [name]))
      guard columns.isSuperset(of: ["id", "source_address", "content_sha256"]) else { continue }
      let present = columns.contains("is_present") ? "WHERE is_present" : ""
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO temp.pages_before
          SELECT \(page("source_address")), content_sha256 FROM previous.\(quoted(name)) \(present)
          """)
    }
  }
}
