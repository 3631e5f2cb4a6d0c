import GRDB

/// What a row's column must be.
package struct RowCondition: Hashable, Sendable {
  /// How the value stands to the one that was given; a longer sign comes before its beginning.
  package enum Comparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case isNot = "!="
    case equals = "="
    case over = ">"
    case under = "<"
    case contains = "~"
  }

  package var column: String
  package var comparison: Comparison
  /// As written; empty means no value to `equals` and `isNot`.
  package var value: String

  package init(column: String, _ comparison: Comparison, _ value: String) {
    self.column = column
    self.comparison = comparison
    self.value = value
  }

  /// The condition on the table `t` in SQL with its argument, where the column's declared type is `type`; nil if a value is
  /// no number where only numbers stand.
  func sql(type: String) -> (text: String, argument: DatabaseValue?)? {
    let column = "t.\(quoted(column))"
    if value.isEmpty, comparison == .equals { return ("\(column) IS NULL", nil) }
    if value.isEmpty, comparison == .isNot { return ("\(column) IS NOT NULL", nil) }
    if comparison == .contains {
      return ("instr(lower(\(column)), lower(?)) > 0", value.databaseValue)
    }
    guard let argument = argument(type) else { return nil }
    return ("\(column) \(comparison == .isNot ? "IS NOT" : comparison.rawValue) ?", argument)
  }

  private func argument(_ type: String) -> DatabaseValue? {
    guard type != "TEXT" else { return value.databaseValue }
    if let truth = ["false", "true"].firstIndex(of: value) { return truth.databaseValue }
    return Int64(value)?.databaseValue ?? Double(value).flatMap { $0.isFinite ? $0.databaseValue : nil }
  }
}
