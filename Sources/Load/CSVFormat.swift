package import Records
package import Store

/// Comma-separated values by RFC 4180 in UTF-8: a header, a field in quotes only where it must be.
///
/// For machines (`csv/`) every value is there exactly. For spreadsheets (`excel/`) what they would change or run is
/// written so that they don't; see `SpreadsheetText`.
package struct CSVFormat: RowFormat, Hashable {
  package var folder: String
  package var ending: String { "csv" }
  /// A comma, a semicolon or a tab.
  package var separator = UInt8(ascii: ",")
  package var lineEnd: [UInt8] = [10]
  /// What stands between a number's whole part and its decimals: a point or a comma.
  package var decimalMark = UInt8(ascii: ".")
  /// Whether the file begins with the mark without which Excel doesn't take it for UTF-8.
  package var hasByteOrderMark = false
  /// What stands for null. A text that looks like it is in quotes.
  package var null: [UInt8] = []
  /// Whether texts that a spreadsheet would take for a formula get an apostrophe in front.
  package var guardsFormulas = false
  /// Whether long cells are cut, codes kept as texts, and moments written as spreadsheets read them.
  package var isForSpreadsheets = false

  package init(folder: String) { self.folder = folder }

  /// `csv/`.
  package static let machine = CSVFormat(folder: "csv")

  /// `excel/`.
  package static let excel: CSVFormat = {
    var format = CSVFormat(folder: "excel")
    format.lineEnd = [13, 10]
    format.hasByteOrderMark = true
    format.guardsFormulas = true
    format.isForSpreadsheets = true
    return format
  }()

  package func append(header columns: [TableSchema.PhysicalColumn], to bytes: inout [UInt8]) {
    if hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    for (place, column) in columns.enumerated() {
      if place > 0 { bytes.append(separator) }
      // Excel takes a file that begins with ID for one in the format SYLK.
      let isTakenForSYLK = guardsFormulas && place == 0 && column.name.hasPrefix("ID")
      append(field: Array(column.name.utf8)[...], inQuotes: isTakenForSYLK, to: &bytes)
    }
    bytes += lineEnd
  }

  package func append(_ rows: borrowing RowBatch, of columns: [TableSchema.PhysicalColumn], to bytes: inout [UInt8]) {
    let styles = columns.map(CellStyle.init)
    var place = 0
    for cell in rows.cells {
      if place > 0 { bytes.append(separator) }
      append(cell, of: rows, styles[place], to: &bytes)
      place += 1
      guard place == rows.width else { continue }
      place = 0
      // A lone empty field would be a blank line, which many readers skip.
      if rows.width == 1, cell.kind == .null, null.isEmpty { bytes += [34, 34] }
      bytes += lineEnd
    }
  }

  private func append(_ cell: RowBatch.Cell, of rows: borrowing RowBatch, _ style: CellStyle, to bytes: inout [UInt8]) {
    switch cell.kind {
    case .null: if !null.isEmpty { bytes += null }
    case .integer:
      let number = Int64(bitPattern: cell.bits)
      if style == .truth { bytes += number == 0 ? falseText : trueText } else { Load.append(number, to: &bytes) }
    case .real:
      let start = bytes.count
      Load.append(Double(bitPattern: cell.bits), to: &bytes)
      if decimalMark != UInt8(ascii: ".") { replacePoint(from: start, in: &bytes) }
    case .plainText where !guardsFormulas && null.isEmpty: bytes += rows.text(cell)
    case .plainText where isHarmless(rows.text(cell)) && null.isEmpty: bytes += rows.text(cell)
    case .text, .plainText: append(text: rows.text(cell), style, to: &bytes)
    }
  }

  private func replacePoint(from start: Int, in bytes: inout [UInt8]) {
    if let point = bytes[start...].firstIndex(of: UInt8(ascii: ".")) { bytes[point] = decimalMark }
  }

  /// Whether a text begins with a letter and is short, so that no spreadsheet takes it for anything else.
  private func isHarmless(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, text.count <= SpreadsheetText.limit else { return false }
    return (97...122).contains(first | 0x20) || (first >= 0x80 && first != 0xEF)
  }

  private func append(text: ArraySlice<UInt8>, _ style: CellStyle, to bytes: inout [UInt8]) {
    guard isForSpreadsheets else { return append(field: text, inQuotes: false, to: &bytes) }
    if style == .timestamp, let moment = SpreadsheetText.moment(text) { bytes += moment; return }
    if let code = SpreadsheetText.code(text) { return append(quoted: code[...], to: &bytes) }
    append(
      field: SpreadsheetText.cut(text, reserving: SpreadsheetText.isFormula(text) ? 1 : 0), inQuotes: false, to: &bytes)
  }

  /// Adds a text, with an apostrophe and quotes where they are needed.
  private func append(field text: ArraySlice<UInt8>, inQuotes: Bool, to bytes: inout [UInt8]) {
    let isGuarded = guardsFormulas && SpreadsheetText.isFormula(text)
    let field = isGuarded ? [UInt8(ascii: "'")] + text : text
    if inQuotes || needsQuotes(text) { append(quoted: field, to: &bytes) } else { bytes += field }
  }

  private func needsQuotes(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return null.isEmpty }
    // White space at the ends, because some readers trim what isn't in quotes.
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    return isBlank(first) || isBlank(last) || (!null.isEmpty && text.elementsEqual(null))
      || text.contains { $0 == 34 || $0 == separator || $0 == 10 || $0 == 13 }
  }

  private func append(quoted text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(34)
    var rest = text
    while let mark = rest.firstIndex(of: 34) {
      bytes += rest[...mark]
      bytes.append(34)
      rest = rest[(mark + 1)...]
    }
    bytes += rest
    bytes.append(34)
  }
}

private let trueText = Array("true".utf8)
private let falseText = Array("false".utf8)
