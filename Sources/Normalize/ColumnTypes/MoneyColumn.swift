package import Records
import Values

/// An amount of money.
package enum MoneyColumn: ColumnType {
  package static let name = "money"
  package static let meaning = """
    An amount in `c_amount` and its currency (ISO 4217) in `c_currency`. A sign that several currencies share, as `$` \
    or `kr`, has none unless the locale or the column's `currency` tells.
    """
  package static let example = (written: "1.250,50 €", becomes: "1250.5, EUR")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init("\(name)_amount", .real, "The amount.", unit: "`\(name)_currency`"),
      .init("\(name)_currency", .text, "The currency's code in ISO 4217."),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let money = readMoney(written, locale: context.locale, currencyHint: context.options.currency),
      let amount = money.amount
    else { return nil }
    let rule = "money.\(money.rule)"
    if money.isAmbiguous { return Reading([.null, .null], by: rule, flag: .ambiguous) }
    let currency = money.currency ?? (money.symbol == nil ? nil : context.options.currency)
    return Reading(
      [.real(amount.double), currency.map(Value.text) ?? .null], by: rule,
      flag: currency == nil && money.symbol != nil ? .ambiguous : nil)
  }
}
