package import Records
package import Store

/// A way to write a table's rows as text; each has a file of its own.
package protocol RowFormat: Sendable {
  /// The folder of its files below a run's folder.
  var folder: String { get }
  /// How its files' names end, after the dot.
  var ending: String { get }
  /// Adds what stands before the first row.
  func append(header columns: [TableSchema.PhysicalColumn], to bytes: inout [UInt8])
  /// Adds rows with these columns.
  func append(_ rows: borrowing RowBatch, of columns: [TableSchema.PhysicalColumn], to bytes: inout [UInt8])
}

/// How the cells of a column are written, beside what they are.
enum CellStyle: UInt8 {
  case plain, truth, timestamp, json

  init(_ column: TableSchema.PhysicalColumn) {
    self =
      column.storage == .boolean
      ? .truth : column.form == .timestamp ? .timestamp : column.form == .json ? .json : .plain
  }
}
