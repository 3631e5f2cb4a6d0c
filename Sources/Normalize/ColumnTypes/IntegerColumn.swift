package import Records
import Text

/// A whole number of 64 bits.
package enum IntegerColumn: ColumnType {
  package static let name = "integer"
  package static let meaning =
    "A whole number between -2^63 and 2^63 - 1; groups of three may be set off by commas, spaces or underscores."
  package static let example = (written: "1,234,567", becomes: "1234567")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .integer)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    let bytes = foldingWhiteSpace(written.utf8)
    let sign = bytes.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard sign.count < 2 else { return nil }
    let body = bytes[sign.endIndex...]
    let isPlain = !body.isEmpty && body.allSatisfy(isDigit)
    guard isPlain || isGrouped(body) else { return nil }
    guard let value = Int64(String(decoding: sign + body.filter(isDigit), as: UTF8.self)) else { return nil }
    return Reading([.integer(value)], by: isPlain ? plain : "integer.grouped")
  }

  /// The rule that reads digits alone.
  static let plain = "integer.plain"

  /// Whether digits stand in groups of three, the first of one to three, with one and the same mark between them.
  private static func isGrouped(_ body: ArraySlice<UInt8>) -> Bool {
    guard let mark = body.first(where: { !isDigit($0) }), ", _".utf8.contains(mark) else { return false }
    let groups = body.split(separator: mark, omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.allSatisfy(isDigit) }
  }
}

/// Whether the byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
