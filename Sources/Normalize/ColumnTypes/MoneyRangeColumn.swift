package import Records
import Values

/// A range of money, such as a salary.
package enum MoneyRangeColumn: ColumnType {
  package static let name = "money_range"
  package static let meaning = """
    A range of money, such as a salary: `c_min`, `c_max` (equal for one amount, null for an open end), `c_currency` \
    (ISO 4217) and `c_period` (hour, day, week, month or year). `$` before figures in English notation is \
    taken for US dollars where no region is known, and flagged `inferred`.
    """
  package static let example = (written: "£42,000 to £48,500 a year", becomes: "42000.0, 48500.0, GBP, year")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init("\(name)_min", .real, "The least; empty for an open end.", unit: "`\(name)_currency`"),
      .init("\(name)_max", .real, "The most; empty for an open end.", unit: "`\(name)_currency`"),
      .init("\(name)_currency", .text, "The currency's code in ISO 4217."),
      .init("\(name)_period", .text, "What it is paid for: `hour`, `day`, `week`, `month` or `year`."),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let range = readMoneyRange(written, locale: context.locale, currencyHint: context.options.currency),
      range.min != nil || range.max != nil
    else { return nil }
    func real(_ amount: ExactDecimal?) -> Value { amount.map { .real($0.double) } ?? .null }
    return Reading(
      [
        real(range.min), real(range.max), range.currency.map(Value.text) ?? .null,
        range.period.map { .text($0.rawValue) } ?? .null,
      ], by: "money_range.\(range.rule)", flag: range.isInferred ? .inferred : nil)
  }
}
