package import Records
import Values

/// A number as people write it.
package enum NumberColumn: ColumnType {
  package static let name = "number"
  package static let meaning = """
    A number as people write it: groups and decimals as the locale has them, digits of any script, fractions, \
    magnitudes (`1.2k`, `3 million`, `12 lakh`). What can be read in two ways, as `1,234` where the locale isn't known, \
    is null.
    """
  package static let example = (written: "1,234.5", becomes: "1234.5")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .real)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let number = readNumber(written, locale: context.locale) else { return nil }
    if number.isAmbiguous { return Reading([.null], by: "number.\(number.rule)", flag: .ambiguous) }
    return Reading([.real(number.value.double)], by: "number.\(number.rule)")
  }
}
