/// What spreadsheets do to texts they open from a file, and how a text is written so that they don't.
enum SpreadsheetText {
  /// UTF-16 code units that a cell of Excel holds (Excel specifications and limits).
  static let limit = 32_767
  /// What stands at the end of a text that was cut.
  static let mark = "… [cut]"

  /// Whether a text would be taken for a formula: by its first character, as the OWASP lists it under "CSV Injection".
  static func isFormula(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: true
    // The same signs in full width.
    case 0xEF: ["＝", "＋", "－", "＠"].contains { text.starts(with: $0.utf8) }
    default: false
    }
  }

  /// A code whose digits a spreadsheet would change, as the formula that gives it as a text; nil for any other text.
  ///
  /// Numbers lose zeros in front and every digit after the 15th; 12E4 would become 120000.
  static func code(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = text.first, (48...57).contains(first), text.count <= 255 else { return nil }
    let digits = text.prefix { (48...57).contains($0) }
    let rest = text[digits.endIndex...]
    let hasExponent =
      rest.count > 1 && rest.first.map { $0 | 0x20 == UInt8(ascii: "e") } == true
      && rest.dropFirst().allSatisfy { (48...57).contains($0) }
    guard rest.isEmpty || hasExponent else { return nil }
    guard hasExponent || (first == 48 && digits.count > 1) || digits.count > 15 else { return nil }
    return Array("=\"".utf8) + text + Array("\"".utf8)
  }

  /// `2026-03-01T10:00:00Z` as `2026-03-01 10:00:00`; nil for a text of another form.
  static func moment(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes = Array(text)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z") else { return nil }
    bytes[10] = UInt8(ascii: " ")
    bytes.removeLast()
    return bytes
  }

  /// The text, or as much of its beginning as a cell holds beside the mark and `reserving` code units.
  static func cut(_ text: ArraySlice<UInt8>, reserving: Int) -> ArraySlice<UInt8> {
    guard text.count + reserving > limit, units(text) + reserving > limit else { return text }
    let room = limit - reserving - mark.utf16.count
    var taken = 0
    var end = text.startIndex
    for (place, byte) in zip(text.indices, text) where byte & 0xC0 != 0x80 {
      end = place
      taken += byte >= 0xF0 ? 2 : 1
      if taken > room { break }
    }
    return text[..<end] + Array(mark.utf8)
  }

  /// How many UTF-16 code units the text has: one a character, two beyond U+FFFF.
  private static func units(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }
}
