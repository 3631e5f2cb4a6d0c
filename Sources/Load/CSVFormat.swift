package import Records

/// Writes CSV by RFC 4180, but with LF at the end of a line: UTF-8, a header, a field in quotes only where it must be.
///
/// Null is an empty field. Booleans are true and false, numbers as short as they can be read back exactly.
package enum CSVFormat {
  /// Adds a header line.
  package static func append(header names: [String], to bytes: inout [UInt8]) {
    append(fields: names.count, to: &bytes) { append(text: names[$0], to: &$1) }
  }

  /// Adds one row.
  package static func append(row: [Value], to bytes: inout [UInt8]) {
    append(fields: row.count, to: &bytes) { index, bytes in
      switch row[index] {
      case .null: break
      case .text(let text): append(text: text, to: &bytes)
      case .integer(let number): bytes += String(number).utf8
      case .real(let number): bytes += plain(number).utf8
      case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
      }
    }
  }

  private static func append(fields count: Int, to bytes: inout [UInt8], field: (Int, inout [UInt8]) -> Void) {
    let start = bytes.count
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      field(index, &bytes)
    }
    // A single empty field would be a blank line, which many readers skip.
    if count == 1 && bytes.count == start { bytes += "\"\"".utf8 }
    bytes.append(10)
  }

  private static func append(text: String, to bytes: inout [UInt8]) {
    let needsQuotes =
      text.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
      || text.utf8.first == 32 || text.utf8.last == 32
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(34)
    for byte in text.utf8 {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }

  /// A whole number without the `.0` that says nothing.
  private static func plain(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
