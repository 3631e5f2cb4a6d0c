package import Records
package import Store

/// Writes a published table's rows into its files, one in each format, in one pass that also profiles its columns.
package struct TableExport {
  private let table: TableDescription
  private let formats: [any RowFormat]
  private let folder: String

  /// `folder` is the run's, in which the formats' folders are already.
  package init(table: TableDescription, formats: [any RowFormat], folder: String) {
    self.table = table
    self.formats = formats
    self.folder = folder
  }

  /// Throws `file.disk-full` and `file.unwritable`.
  package func write(from database: PublishedDatabase) throws(Failure) -> TableProfile {
    let columns = table.columns.map(\.physical)
    var files: [TableFile] = []
    for format in formats {
      files.append(try TableFile("\(folder)/\(format.folder)/\(table.name).\(format.ending)", format, columns))
    }
    var profile = TableProfile(width: columns.count)
    try database.eachBatch(of: table.name, columns: columns.map(\.name)) { batch in
      profile.add(batch, of: columns)
      for file in files { try file.append(batch) }
    }
    for file in files { try file.finish() }
    return profile
  }
}

/// A file of one table in one format.
private final class TableFile {
  private let format: any RowFormat
  private let columns: [TableSchema.PhysicalColumn]
  private var writer: FileWriter
  private var bytes: [UInt8] = []

  init(_ path: String, _ format: any RowFormat, _ columns: [TableSchema.PhysicalColumn]) throws(Failure) {
    self.format = format
    self.columns = columns
    writer = try FileWriter(path)
    format.append(header: columns, to: &bytes)
  }

  func append(_ batch: borrowing RowBatch) throws(Failure) {
    format.append(batch, of: columns, to: &bytes)
    try writer.append(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  func finish() throws(Failure) {
    try writer.append(bytes)
    try writer.finish()
  }
}
