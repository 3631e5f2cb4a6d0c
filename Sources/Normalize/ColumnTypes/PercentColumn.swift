package import Records
import Values

/// A share in hundredths.
package enum PercentColumn: ColumnType {
  package static let name = "percent"
  package static let meaning = "A percentage in hundredths: 12.5 for 12.5 %."
  package static let example = (written: "12.5 %", becomes: "12.5")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .real, unit: "%")]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let number = readPercent(written, locale: context.locale) else { return nil }
    if number.isAmbiguous { return Reading([.null], by: "percent.\(number.rule)", flag: .ambiguous) }
    return Reading([.real(number.value.double)], by: "percent.\(number.rule)")
  }
}
