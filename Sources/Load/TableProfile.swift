import Records
import Store

/// What was seen of a table's columns while its rows went by: how many are null, and a first value.
package struct TableProfile: Hashable, Sendable {
  package private(set) var rows = 0
  /// For each column how many rows have no value.
  package private(set) var nulls: [Int]
  /// For each column its first value, shortened; nil where there is none.
  package private(set) var examples: [String?]

  /// Characters of an example.
  private static let length = 60

  init(width: Int) {
    nulls = Array(repeating: 0, count: width)
    examples = Array(repeating: nil, count: width)
  }

  /// The share of rows without a value, from 0 to 1; nil for a table without rows.
  package func nullShare(of column: Int) -> Double? { rows == 0 ? nil : Double(nulls[column]) / Double(rows) }

  mutating func add(_ batch: borrowing RowBatch, of columns: [TableSchema.PhysicalColumn]) {
    rows += batch.count
    var place = 0
    for cell in batch.cells {
      if cell.kind == .null { nulls[place] += 1 }
      place += 1
      if place == batch.width { place = 0 }
    }
    for place in columns.indices where examples[place] == nil {
      let cells = stride(from: place, to: batch.cells.count, by: batch.width).lazy.map { [cells = batch.cells] in
        cells[$0]
      }
      guard let cell = cells.first(where: { $0.kind != .null }) else { continue }
      examples[place] = example(cell, of: batch, columns[place])
    }
  }

  private func example(
    _ cell: RowBatch.Cell, of batch: borrowing RowBatch, _ column: TableSchema.PhysicalColumn
  ) -> String {
    var bytes: [UInt8] = []
    switch cell.kind {
    case .null: break
    case .integer where column.storage == .boolean: return cell.bits == 0 ? "false" : "true"
    case .integer: append(Int64(bitPattern: cell.bits), to: &bytes)
    case .real: append(Double(bitPattern: cell.bits), to: &bytes)
    case .text, .plainText:
      return shortened(String(decoding: batch.text(cell).prefix(4 * Self.length + 4), as: UTF8.self))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One line of at most `length` characters.
  private func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > Self.length ? "\(line.prefix(Self.length - 1))…" : line
  }
}
