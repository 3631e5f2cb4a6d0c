import JSONText
package import Settings
package import Store
import Text

/// One entry of `checks`: what must hold of a table before it is published; several rules may stand in one.
package struct CheckSetting: Sendable {
  /// What a failing check does.
  package enum Severity: String, Sendable, CaseIterable {
    case error, warn
  }

  package var table: Located<String>
  package var columns: [Located<String>]
  package var references: ReferenceSetting?
  package var query: Located<String>?
  package var checks: [TableCheck]

  private static let table = Setting(
    "table", SettingType.name.located, decides: false, meaning: "A table of normalize.",
    example: .string("job_postings"))
  private static let column = Setting(
    "column", SettingType.oneOrMany(SettingType.name.located), default: [], shown: nil, decides: false,
    meaning: "The column that is looked at, or several: `unique` takes them together, the others one by one.",
    example: .string("location_city"))
  private static let notNull = Setting(
    "not_null", SettingType.boolean, default: false, shown: .boolean(false), decides: false,
    meaning: "Every row has a value.", example: .boolean(true))
  private static let unique = Setting(
    "unique", SettingType.boolean, default: false, shown: .boolean(false), decides: false,
    meaning: "No two rows have the same values; rows without any don't count.", example: .boolean(true))
  private static let values = Setting(
    "values", SettingType.list(of: SettingType.text), default: [], shown: nil, decides: false,
    meaning: "The values that may stand there.", example: .array([.string("full_time"), .string("part_time")]))
  private static let least = Setting(
    "min", SettingType<Bound>.bound.optional, default: nil, shown: nil, decides: false,
    meaning: "No value is below this number or, as text, this date.", example: .number("0"))
  private static let most = Setting(
    "max", SettingType<Bound>.bound.optional, default: nil, shown: nil, decides: false,
    meaning: "No value is above this number or, as text, this date.", example: .string("2030-12-31"))
  private static let pattern = Setting(
    "pattern", SettingType<LinePattern>.linePattern.optional, default: nil, shown: nil, decides: false,
    meaning: "Every value holds a match of this pattern; `^` and `$` tie it to begin and end.",
    example: .string("^[A-Z]{2}-[0-9]+$"))
  private static let leastLength = Setting(
    "min_length", SettingType.integer(0...1_000_000_000).optional, default: nil, shown: nil, decides: false,
    meaning: "No text has fewer characters.", example: .integer(20))
  private static let mostLength = Setting(
    "max_length", SettingType.integer(0...1_000_000_000).optional, default: nil, shown: nil, decides: false,
    meaning: "No text has more characters.", example: .integer(200))
  private static let references = Setting(
    "references", ReferenceSetting.object.type().optional, default: nil, shown: nil, decides: false,
    meaning: "Every value stands in a column of another table.",
    example: .members(["table": .string("articles"), "column": .string("url")]))
  private static let leastRows = Setting(
    "min_rows", SettingType.integer(0...1_000_000_000).optional, default: nil, shown: nil, decides: false,
    meaning: "The table has no fewer rows.", example: .integer(100))
  private static let mostRows = Setting(
    "max_rows", SettingType.integer(0...1_000_000_000).optional, default: nil, shown: nil, decides: false,
    meaning: "The table has no more rows.", example: .integer(100_000))
  private static let fresh = Setting(
    "fresh", SettingType<AgeLimit>.age.optional, default: nil, shown: nil, decides: false,
    meaning: "The column's latest date is no older than this when the run begins: hours (`h`) or days (`d`).",
    example: .string("48h"))
  private static let query = Setting(
    "sql", SettingType.text.located.optional, default: nil, shown: nil, decides: false,
    meaning: "A query over the published tables that must give no rows; its first column is shown as the row's id.",
    example: .string("SELECT id FROM job_postings WHERE valid_through < posted"))
  private static let severity = Setting(
    "severity", SettingType<Severity>.choice, default: .error, shown: .string("error"), decides: false,
    meaning: "`error` publishes nothing when a single row fails, `warn` tells it and publishes.",
    example: .string("warn"))
  private static let warnIf = Setting(
    "warn_if", SettingType<TableCheck.Limit>.limit.optional, default: nil, shown: nil, decides: false,
    meaning: "From how many failing rows on, or which share of the table, it is told; instead of `severity`.",
    example: .integer(1))
  private static let errorIf = Setting(
    "error_if", SettingType<TableCheck.Limit>.limit.optional, default: nil, shown: nil, decides: false,
    meaning: "From how many failing rows on, or which share of the table, nothing is published; instead of `severity`.",
    example: .string("5%"))

  /// The settings of one check.
  package static let object = SettingsObject(
    "check", meaning: "Something that must hold before anything is published. Failing rows stand in `_check_failures`.",
    [
      table, column, notNull, unique, values, least, most, pattern, leastLength, mostLength, references, leastRows,
      mostRows, fresh, query, severity, warnIf, errorIf,
    ]
  ) { values in
    let isBare = values[warnIf] == nil && values[errorIf] == nil
    let one = TableCheck.Limit.count(1)
    var rules: [(TableCheck.Rule, isOfTable: Bool)] = []
    func add(_ isAsked: Bool, _ rule: @autoclosure () -> TableCheck.Rule, ofTable: Bool = false) {
      if isAsked { rules.append((rule(), ofTable)) }
    }
    add(values[notNull], .notNull)
    add(values[unique], .unique, ofTable: true)
    add(!values[Self.values].isEmpty, .values(values[Self.values]))
    add(values[least] != nil || values[most] != nil, .range(least: values[least]?.value, most: values[most]?.value))
    if let pattern = values[pattern] { rules.append((.pattern(pattern.description, isMatch: pattern.matches), false)) }
    add(
      values[leastLength] != nil || values[mostLength] != nil,
      .length(least: values[leastLength], most: values[mostLength]))
    if let other = values[references] {
      rules.append((.references(table: other.table.value, column: other.column.value), false))
    }
    add(
      values[leastRows] != nil || values[mostRows] != nil, .rows(least: values[leastRows], most: values[mostRows]),
      ofTable: true)
    if let age = values[fresh] { rules.append((.fresh(seconds: age.seconds), false)) }
    if let query = values[query] { rules.append((.query(query.value), true)) }
    let columns = values[column].map(\.value)
    let checks = rules.flatMap { rule, isOfTable in
      (isOfTable ? [columns] : columns.map { [$0] }).map { columns in
        TableCheck(
          table: values[table].value, columns: columns, rule: rule,
          warnIf: isBare ? (values[severity] == .warn ? one : nil) : values[warnIf],
          errorIf: isBare ? (values[severity] == .error ? one : nil) : values[errorIf])
      }
    }
    return CheckSetting(
      table: values[table], columns: values[column], references: values[references], query: values[query],
      checks: checks)
  }
}

/// A column of another table.
package struct ReferenceSetting: Sendable {
  package var table: Located<String>
  package var column: Located<String>

  private static let table = Setting(
    "table", SettingType.name.located, decides: false, meaning: "The other table.", example: .string("articles"))
  private static let column = Setting(
    "column", SettingType.name.located, decides: false, meaning: "Its column.", example: .string("url"))

  /// The settings of a reference.
  package static let object = SettingsObject(
    "reference", meaning: "A column of another table.", [table, column]
  ) { ReferenceSetting(table: $0[table], column: $0[column]) }
}
