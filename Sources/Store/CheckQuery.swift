import GRDB
import Records

/// A check as SQL: the rows that fail it, each with its id and what is wrong with it.
struct CheckQuery {
  let check: TableCheck
  /// The clock that freshness is seen from.
  let now: Timestamp

  /// What tells a pattern's matches inside SQL.
  static let matcher = "sluice_matches"

  private var table: String { "main.\(quoted(check.table))" }
  private var columns: [String] { check.columns.map(quoted) }
  private var column: String { columns.first ?? "NULL" }

  /// The failing rows as `id, value`; nil for rules that speak of the table as a whole.
  func failing() -> (sql: String, arguments: StatementArguments)? {
    switch check.rule {
    case .notNull:
      return rows(where: columns.map { "\($0) IS NULL" }.joined(separator: " OR "), value: "NULL")
    case .unique:
      let list = columns.joined(separator: ", ")
      let some = columns.map { "\($0) IS NOT NULL" }.joined(separator: " OR ")
      let same = columns.map { "t.\($0) IS d.\($0)" }.joined(separator: " AND ")
      return (
        """
        SELECT t.id, \(columns.map { "coalesce(t.\($0), '')" }.joined(separator: " || ', ' || ")) FROM \(table) t
        JOIN (SELECT \(list) FROM \(table) WHERE \(some) GROUP BY \(list) HAVING count(*) > 1) d ON \(same)
        """, []
      )
    case .values(let values):
      let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
      return rows(where: "CAST(\(column) AS TEXT) NOT IN (\(marks))", StatementArguments(values))
    case .range(let least, let most):
      let bounds = [least.map { ("<", $0) }, most.map { (">", $0) }].compactMap { $0 }
      return rows(
        where: bounds.map { "\(column) \($0.0) ?" }.joined(separator: " OR "),
        StatementArguments(bounds.map { CheckQuery.databaseValue($0.1) }))
    case .pattern: return rows(where: "NOT \(Self.matcher)(\(column))")
    case .length(let least, let most):
      let bounds = [least.map { "length(\(column)) < \($0)" }, most.map { "length(\(column)) > \($0)" }]
      return rows(where: bounds.compactMap { $0 }.joined(separator: " OR "))
    case .references(let table, let column):
      return rows(
        where: "\(self.column) IS NOT NULL AND \(self.column) NOT IN "
          + "(SELECT \(quoted(column)) FROM main.\(quoted(table)) WHERE \(quoted(column)) IS NOT NULL)")
    case .query(let sql): return (sql, [])
    case .rows, .fresh: return nil
    }
  }

  private func rows(
    where condition: String, value: String? = nil, _ arguments: StatementArguments = []
  ) -> (sql: String, arguments: StatementArguments) {
    ("SELECT id, \(value ?? column) FROM \(table) WHERE \(condition)", arguments)
  }

  private static func databaseValue(_ value: Value) -> DatabaseValue {
    switch value {
    case .null: .null
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .boolean(let truth): truth.databaseValue
    }
  }

  /// What is wrong with the table as a whole; nil where nothing is, or where rows are looked at.
  func fault(_ db: Database, rows: Int) throws -> String? {
    switch check.rule {
    case .rows(let least, let most):
      if let least, rows < least { return "it has \(rows) rows, fewer than \(least)" }
      if let most, rows > most { return "it has \(rows) rows, more than \(most)" }
      return nil
    case .fresh(let seconds):
      guard let latest = try String.fetchOne(db, sql: "SELECT CAST(max(\(column)) AS TEXT) FROM \(table)") else {
        return "\(check.columns[0]) has no value at all"
      }
      // Compared at the precision of what is written: a day against a day.
      let oldest = Timestamp(seconds: now.seconds - seconds).description.prefix(latest.count)
      return latest < oldest ? "the latest \(check.columns[0]) is \(latest), before \(oldest)" : nil
    default: return nil
    }
  }
}
