package import Records

/// What becomes of a cell whose text can't be read as its column's type.
package enum OnError: String, CaseIterable, Sendable {
  /// The value is null and a warning says so.
  case null
  /// The value is null, and nothing says so.
  case ignore
  /// The row goes to the rejects.
  case reject
  /// The row goes to the rejects, and what was written in it is published in `_quarantine`.
  case quarantine
  /// The run stops.
  case stop
}

/// What can be published beside a value.
package enum ColumnExtra: String, CaseIterable, Sendable {
  case raw, rule, flag
}

/// One column of a declared table.
package struct ColumnRule: Hashable, Sendable {
  package var name: String
  package var type: RegisteredColumnType
  /// The fields it is read from: the first that says something readable counts.
  package var from: [String]
  /// What a type may be told beside its name.
  package var options: ColumnOptions
  /// What is published beside the value.
  package var shows: [ColumnExtra]
  package var onError: OnError
  /// Whether a row without a value here is dropped.
  package var required: Bool
  /// What becomes of personal data in it; nil where it stays.
  package var redaction: Redaction?
  /// What it means, for the data dictionary.
  package var description: String?

  /// - Parameter from: the fields' names; the column's own where there are none.
  package init(
    name: String, type: RegisteredColumnType, from: [String] = [], options: ColumnOptions = ColumnOptions(),
    shows: [ColumnExtra] = [], onError: OnError = .null, required: Bool = false,
    redaction: Redaction? = nil, description: String? = nil
  ) {
    self.name = name
    self.type = type
    self.redaction = redaction
    self.from = from.isEmpty ? [name] : from
    self.options = options
    self.shows = shows
    self.onError = onError
    self.required = required
    self.description = description
  }
}

extension ColumnRule {
  /// What it means, and that personal data is missing from it.
  fileprivate var described: String? {
    let sentences = [description, redaction?.way.note].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

/// A declared table: which of a page's things are its rows, and how its columns are read.
package struct TableRule: Hashable, Sendable {
  package var table: String
  /// The origins of its rows: `page`, a kind of part, `data.TYPE`, or the name of items.
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

  /// Whether personal data is taken out of any of its columns.
  package var redacts: Bool { columns.contains { $0.redaction != nil } }

  /// Whether rows of it may be quarantined.
  package var quarantines: Bool { columns.contains { $0.onError == .quarantine } }

  /// The table as stores and analysts see it.
  package var schema: TableSchema {
    let columns = columns.map { column in
      // Rows of several origins have no one meaning.
      let ofField = column.from.first.flatMap { from.count == 1 ? Origin.meaning(of: $0, in: from[0]) : nil }
      return TableSchema.Column(
        name: column.name, type: column.type.type.name,
        physical: column.type.type.physicalColumns(named: column.name),
        extras: ColumnExtra.allCases.filter(column.shows.contains).map(\.rawValue),
        description: column.described ?? ofField,
        typeMeaning: column.type.type.meaning, from: column.from)
    }
    return TableSchema(name: table, columns: columns, description: description, from: from)
  }
}
