package import Records
import Values

/// A number with a unit.
package enum QuantityColumn: ColumnType {
  package static let name = "quantity"
  package static let meaning = """
    A number with its unit, in `c_value` and `c_unit`: a symbol of UCUM (`km/h`, `Cel`, `%`) or a currency of ISO 4217.
    """
  package static let example = (written: "100 km/h", becomes: "100.0, km/h")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init("\(name)_value", .real, "The number.", unit: "`\(name)_unit`"),
      .init("\(name)_unit", .text, "The unit's symbol in UCUM, or a currency's code in ISO 4217."),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let quantity = readQuantity(written, locale: context.locale) else { return nil }
    let rule = "quantity.\(quantity.kind.rawValue)"
    if quantity.isAmbiguous { return Reading([.null, .null], by: rule, flag: .ambiguous) }
    return Reading([.real(quantity.value.double), .text(quantity.unit)], by: rule)
  }
}
