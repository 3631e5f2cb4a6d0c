import GRDB
package import Records

/// Runs checks over published tables, and keeps what they found in `_checks` and `_check_failures`.
package struct CheckTable: Sendable {
  private let database: StoreDatabase
  private let asked: [TableCheck]
  private let now: Timestamp

  /// `_checks`.
  package static let checks = TableDescription(
    own: "_checks", "What was checked before publishing, and how it came out.",
    [
      .init("number", .integer, "The check, in the config's order; those that no config asks for come behind."),
      .init("table_name", .text, "The table."), .init("column_name", .text, "The column or columns."),
      .init("kind", .text, "What must hold, in the config's word; `unusual` for what is far from earlier runs."),
      .init("status", .text, "`ok`, `warn` or `error`."),
      .init("failing", .integer, "How many rows fail."), .init("rows", .integer, "How many rows were looked at."),
      .init("says", .text, "The outcome in words."),
    ], primaryKey: ["number"])

  /// `_check_failures`.
  package static let failures = TableDescription(
    own: "_check_failures", "Rows that fail a check: the first hundred of each.",
    [
      .init("number", .integer, "The check's number in `_checks`."), .init("table_name", .text, "The table."),
      .init("id", .text, "The row."), .init("value", .text, "What it says."),
    ])

  /// How many failing rows of a check are kept.
  static let keptRows = 100

  /// Checks over tables that are being built.
  package init(_ checks: [TableCheck], in built: PublishedDatabase, now: Timestamp) {
    self.init(checks, built.database, now: now)
  }

  /// Checks over the published file at `path`, which is only read; nil where there is none.
  package init?(_ checks: [TableCheck], published path: String, now: Timestamp) throws(Failure) {
    guard let database = try StoreDatabase.reading(path, layout: PublishedDatabase.layout) else { return nil }
    self.init(checks, database, now: now)
  }

  private init(_ checks: [TableCheck], _ database: StoreDatabase, now: Timestamp) {
    asked = checks
    self.database = database
    self.now = now
  }

  /// Ends the reading of a published file.
  package func close() throws(Failure) { try database.close() }

  /// Runs the checks; with `keeping` the tables `_checks` and `_check_failures` are made, which then also have the
  /// results `others`.
  package func run(keeping: Bool, and others: [CheckResult] = []) throws(Failure) -> [CheckResult] {
    try translating(database.path) {
      try database.queue.writeWithoutTransaction { db in
        if keeping { try make(db) }
        var results: [CheckResult] = []
        for (place, check) in asked.enumerated() { results.append(try run(db, check, place + 1, keeping: keeping)) }
        results += others.enumerated().map { place, result in
          var result = result
          result.number = asked.count + place + 1
          return result
        }
        if keeping { for result in results { try insert(db, result) } }
        return results
      }
    }
  }

  private func make(_ db: Database) throws {
    try db.execute(sql: Self.checks.definition)
    try db.execute(sql: Self.failures.definition)
  }

  private func insert(_ db: Database, _ result: CheckResult) throws {
    try db.execute(
      sql: "INSERT INTO main._checks VALUES (?,?,?,?,?,?,?,?)",
      arguments: [
        result.number, result.table, result.columns.isEmpty ? nil : result.columns.joined(separator: ", "), result.kind,
        result.status.rawValue, result.failing, result.rows, result.says,
      ])
  }

  private func run(_ db: Database, _ check: TableCheck, _ number: Int, keeping: Bool) throws -> CheckResult {
    let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM main.\(quoted(check.table))") ?? 0
    let query = CheckQuery(check: check, now: now)
    var failing = 0
    var says = "holds"
    if let (sql, arguments) = query.failing() {
      failing = try count(db, check, number, sql, arguments, keeping: keeping)
      if failing > 0 { says = "\(failing) of \(rows) rows fail" }
    } else if let fault = try query.fault(db, rows: rows) {
      failing = max(rows, 1)
      says = fault
    }
    var status = CheckResult.Status.ok
    if check.warnIf?.isReached(by: failing, of: rows) == true { status = .warn }
    if check.errorIf?.isReached(by: failing, of: rows) == true { status = .error }
    return CheckResult(
      number: number, table: check.table, columns: check.columns, kind: check.kind, status: status, failing: failing,
      rows: rows, says: says)
  }

  private func count(
    _ db: Database, _ check: TableCheck, _ number: Int, _ sql: String, _ arguments: StatementArguments, keeping: Bool
  ) throws -> Int {
    if case .pattern(_, let isMatch) = check.rule { addMatcher(db, isMatch) }
    let statement = try db.makeStatement(sql: sql)
    var failing = 0
    let found = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try found.next() {
      failing += 1
      guard keeping, failing <= Self.keptRows else { continue }
      let texts = row.databaseValues.map { $0.isNull ? nil : String.fromDatabaseValue($0) ?? $0.description }
      let value = texts.dropFirst().compactMap { $0 }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO main._check_failures VALUES (?, ?, ?, ?)",
        arguments: [number, check.table, texts.first ?? nil, value.isEmpty ? nil : String(value.prefix(1000))])
    }
    return failing
  }

  private func addMatcher(_ db: Database, _ isMatch: @escaping @Sendable (String) -> Bool) {
    db.add(
      function: DatabaseFunction(CheckQuery.matcher, argumentCount: 1, pure: true) { values in
        // Null passes: that something must be there is another check.
        guard let text = String.fromDatabaseValue(values[0]) else { return true }
        return isMatch(text)
      })
  }

  /// What is wrong with a query of the config's: that it can't be read, or does more than read; nil for nothing.
  ///
  /// It is read over empty tables as they will be published.
  package static func fault(of sql: String, over tables: [PublishedTable]) -> String? {
    do {
      let queue = try DatabaseQueue()
      return try queue.writeWithoutTransaction { db in
        for table in tables { try PublishedDatabase.makeEmpty(db, table) }
        let statement = try db.makeStatement(sql: sql)
        return statement.isReadonly ? nil : "it would change something"
      }
    } catch let error as DatabaseError {
      return error.message ?? "it can't be read"
    } catch { return "\(error)" }
  }
}
