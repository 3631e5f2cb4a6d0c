package import Records

/// Something that must hold of a published table.
package struct TableCheck: Sendable {
  /// What must hold.
  package enum Rule: Sendable {
    /// No value of any of the columns is null.
    case notNull
    /// No two rows have the same values in all of the columns; rows without any of them don't count.
    case unique
    /// Each value is one of these.
    case values([String])
    /// Each value is neither below the one nor above the other; numbers as numbers, dates and texts as texts.
    case range(least: Value?, most: Value?)
    /// Each value holds what `isMatch` looks for.
    case pattern(String, isMatch: @Sendable (String) -> Bool)
    /// Each text has so many characters.
    case length(least: Int?, most: Int?)
    /// Each value stands in a column of another table.
    case references(table: String, column: String)
    /// The table has so many rows.
    case rows(least: Int?, most: Int?)
    /// The latest value is no older than so many seconds.
    case fresh(seconds: Int64)
    /// A query that gives no rows.
    case query(String)
  }

  /// From how many failing rows on.
  package enum Limit: Hashable, Sendable {
    case count(Int)
    /// Of the table's rows, in hundredths of a percent.
    case share(basisPoints: Int)

    /// Whether so many failing rows of so many reach it.
    func isReached(by failing: Int, of rows: Int) -> Bool {
      guard failing > 0 else { return false }
      return switch self {
      case .count(let count): failing >= count
      case .share(let basisPoints): failing * 10_000 >= basisPoints * rows
      }
    }
  }

  package var table: String
  /// The columns it looks at; none for rules of the whole table.
  package var columns: [String]
  package var rule: Rule
  /// nil for never.
  package var warnIf: Limit?
  package var errorIf: Limit?

  package init(table: String, columns: [String], rule: Rule, warnIf: Limit?, errorIf: Limit?) {
    self.table = table
    self.columns = columns
    self.rule = rule
    self.warnIf = warnIf
    self.errorIf = errorIf
  }

  /// Whether it speaks of the table as a whole and needs no column.
  package var isOfTable: Bool {
    switch rule {
    case .rows, .query: true
    default: false
    }
  }

  /// The rule in the config's word for it.
  package var kind: String {
    switch rule {
    case .notNull: "not_null"
    case .unique: "unique"
    case .values: "values"
    case .range: "range"
    case .pattern: "pattern"
    case .length: "length"
    case .references: "references"
    case .rows: "rows"
    case .fresh: "fresh"
    case .query: "sql"
    }
  }
}

/// How a check came out.
package struct CheckResult: Hashable, Sendable {
  package enum Status: String, Sendable {
    case ok, warn, error
  }

  /// 1-based, in the config's order; those that no config asks for come behind.
  package var number: Int
  package var table: String
  package var columns: [String]
  package var kind: String
  package var status: Status
  /// Rows that fail, and rows looked at.
  package var failing: Int
  package var rows: Int
  /// One sentence.
  package var says: String

  package init(
    number: Int, table: String, columns: [String], kind: String, status: Status, failing: Int, rows: Int, says: String
  ) {
    self.number = number
    self.table = table
    self.columns = columns
    self.kind = kind
    self.status = status
    self.failing = failing
    self.rows = rows
    self.says = says
  }
}
