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
    /// What is published beside the value: `raw`, `rule` or `flag`, each as a text column of that ending.
    package var extras: [String]
    package var description: String?

    package init(
      name: String, type: String, physical: [PhysicalColumn], extras: [String] = [], description: String? = nil
    ) {
      self.name = name
      self.type = type
      self.physical = physical
      self.extras = extras
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

  /// Every declared column's own physical columns, in order.
  package var valueColumns: [PhysicalColumn] { columns.flatMap(\.physical) }

  /// Every declared column's published columns, in order: its own and what is shown beside them.
  package var physicalColumns: [PhysicalColumn] {
    columns.flatMap { column in
      column.physical + column.extras.map { PhysicalColumn("\(column.name)_\($0)", .text) }
    }
  }

  /// The columns that follow the declared ones in every table.
  package static let provenanceColumns = [
    PhysicalColumn("source", .text), PhysicalColumn("source_address", .text),
    PhysicalColumn("fetched_at", .text), PhysicalColumn("content_sha256", .text),
  ]
}
