package import Records

/// What becomes of a cell whose text can't be read as its column's type.
package enum OnError: String, CaseIterable, Sendable {
  /// The value is null and a warning says so.
  case null
  /// The row goes to the rejects.
  case reject
  /// The run stops.
  case stop
}

/// One column of a declared table.
package struct ColumnRule: Hashable, Sendable {
  package var name: String
  package var type: RegisteredColumnType
  /// The field of the origin it is read from.
  package var from: String
  package var onError: OnError
  /// Whether a row without a value here is dropped.
  package var required: Bool
  /// What it means, for the data dictionary.
  package var description: String?

  /// - Parameter from: the field's name where it isn't the column's.
  package init(
    name: String, type: RegisteredColumnType, from: String? = nil, onError: OnError = .null,
    required: Bool = false,
    description: String? = nil
  ) {
    self.name = name
    self.type = type
    self.from = from ?? name
    self.onError = onError
    self.required = required
    self.description = description
  }
}

/// A declared table: which of a page's things are its rows, and how its columns are read.
package struct TableRule: Hashable, Sendable {
  package var table: String
  /// The origins of its rows: `page`, `links`, or the name of items.
  package var from: [String]
  /// The sources whose pages count, nil for all.
  package var sources: [String]?
  /// The names of the columns that name a row; none where its text or address does.
  package var key: [String]
  package var columns: [ColumnRule]
  /// What a row is, for the data dictionary.
  package var description: String?

  package init(
    table: String, from: [String], sources: [String]? = nil, key: [String] = [], columns: [ColumnRule],
    description: String? = nil
  ) {
    self.table = table
    self.from = from
    self.sources = sources
    self.key = key
    self.columns = columns
    self.description = description
  }

  /// The table as stores and analysts see it.
  package var schema: TableSchema {
    let columns = columns.map { column in
      TableSchema.Column(
        name: column.name, type: column.type.type.name,
        physical: column.type.type.physicalColumns(named: column.name), description: column.description)
    }
    return TableSchema(name: table, columns: columns, description: description)
  }
}
