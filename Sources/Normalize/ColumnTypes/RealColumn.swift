package import Records

/// A number with a fraction.
package enum RealColumn: ColumnType {
  package static let name = "real"
  package static let meaning =
    "A number with a decimal point and an exponent, both optional, as an IEEE 754 double."
  package static let example = (written: "-1.50e3", becomes: "-1500.0")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .real)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard isNumber(Array(written.utf8)[...]), let value = Double(written), value.isFinite else { return nil }
    // There is one zero in a table.
    return Reading(CellValues(.real(value == 0 ? 0 : value)), by: "real.plain")
  }

  /// Sign, digits, a point with digits, an exponent; digits before or after the point.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = dropSign(bytes)
    let whole = rest.prefix(while: isDigit)
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest[fraction.endIndex...]
    } else if whole.isEmpty {
      return false
    }
    guard let mark = rest.first else { return true }
    let exponent = dropSign(rest.dropFirst())
    return mark | 0x20 == UInt8(ascii: "e") && !exponent.isEmpty && exponent.allSatisfy(isDigit)
  }

  private static func dropSign(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
  }
}
