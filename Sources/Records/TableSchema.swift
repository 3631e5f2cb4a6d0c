/// A declared table: what an analyst sees, and what every store builds its table from.
package struct TableSchema: Hashable, Sendable {
  /// How SQLite stores a physical column.
  package enum Storage: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
    /// 0 or 1 in SQLite, true or false in CSV.
    case boolean = "BOOLEAN"
  }

  /// One column of the SQLite table.
  package struct PhysicalColumn: Hashable, Sendable {
    package var name: String
    package var storage: Storage

    package init(_ name: String, _ storage: Storage) {
      self.name = name
      self.storage = storage
    }
  }

  /// One column as the config declares it; a compound type has several physical columns.
  package struct Column: Hashable, Sendable {
    package var name: String
    /// The type's name in the config.
    package var type: String
    package var physical: [PhysicalColumn]
    package var description: String?

    package init(name: String, type: String, physical: [PhysicalColumn], description: String? = nil) {
      self.name = name
      self.type = type
      self.physical = physical
      self.description = description
    }
  }

  package var name: String
  package var columns: [Column]
  package var description: String?

  package init(name: String, columns: [Column], description: String? = nil) {
    self.name = name
    self.columns = columns
    self.description = description
  }

  /// Every declared column's physical columns, in order.
  package var physicalColumns: [PhysicalColumn] { columns.flatMap(\.physical) }

  /// The columns that follow the declared ones in every table.
  package static let provenanceColumns = [
    PhysicalColumn("source", .text), PhysicalColumn("source_address", .text),
    PhysicalColumn("fetched_at", .text), PhysicalColumn("content_sha256", .text),
  ]
}
