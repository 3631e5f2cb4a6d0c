package import Records
package import Store

/// JSON Lines: an object a row, its members the columns in their order; a JSON column's value stands as what it is.
package struct JSONLinesFormat: RowFormat {
  package init() {}

  package var folder: String { "jsonl" }
  package var ending: String { "jsonl" }

  package func append(header columns: [TableSchema.PhysicalColumn], to bytes: inout [UInt8]) {}

  package func append(_ rows: borrowing RowBatch, of columns: [TableSchema.PhysicalColumn], to bytes: inout [UInt8]) {
    let styles = columns.map(CellStyle.init)
    let names = columns.enumerated().map { Array("\($0 == 0 ? "{" : ",")\"\($1.name)\":".utf8) }
    var place = 0
    for cell in rows.cells {
      bytes += names[place]
      append(cell, of: rows, styles[place], to: &bytes)
      place += 1
      guard place == rows.width else { continue }
      place = 0
      bytes += [UInt8(ascii: "}"), 10]
    }
  }

  private func append(_ cell: RowBatch.Cell, of rows: borrowing RowBatch, _ style: CellStyle, to bytes: inout [UInt8]) {
    switch cell.kind {
    case .null: bytes += "null".utf8
    case .integer where style == .truth: bytes += (cell.bits == 0 ? "false" : "true").utf8
    case .integer: Load.append(Int64(bitPattern: cell.bits), to: &bytes)
    case .real:
      let number = Double(bitPattern: cell.bits)
      // JSON has no word for what is beyond a double.
      if number.isFinite { Load.append(number, to: &bytes) } else { bytes += "null".utf8 }
    case .text where style == .json: bytes += rows.text(cell)
    case .plainText where style == .json: bytes += rows.text(cell)
    case .plainText:
      bytes.append(34)
      bytes += rows.text(cell)
      bytes.append(34)
    case .text: append(escaped: rows.text(cell), to: &bytes)
    }
  }

  /// Adds a string by RFC 8259.
  private func append(escaped text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(34)
    for byte in text {
      switch byte {
      case 34: bytes += "\\\"".utf8
      case 92: bytes += "\\\\".utf8
      case 10: bytes += "\\n".utf8
      case 13: bytes += "\\r".utf8
      case 9: bytes += "\\t".utf8
      case 0..<32: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(34)
  }
}
