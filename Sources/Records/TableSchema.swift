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

  /// How the texts of a column are written, where all are written in one way.
  package enum Form: String, Sendable {
    /// ISO 8601 to the precision that is known: `2026`, `2026-03` or `2026-03-01`.
    case date
    /// ISO 8601 in UTC to the second: `2026-03-01T10:00:00Z`.
    case timestamp
    /// A JSON value.
    case json
  }

  /// One column of the SQLite table.
  package struct PhysicalColumn: Hashable, Sendable {
    package var name: String
    package var storage: Storage
    /// What it holds, in one sentence; empty where the declared column's description says it alone.
    package var meaning: String
    /// nil for free text, numbers and truths.
    package var form: Form?
    /// What its numbers count, such as `%`, or the column that says it; nil where nothing is to be said.
    package var unit: String?

    package init(
      _ name: String, _ storage: Storage, _ meaning: String = "", form: Form? = nil, unit: String? = nil
    ) {
      self.name = name
      self.storage = storage
      self.meaning = meaning
      self.form = form
      self.unit = unit
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
    /// What the type reads and gives, for the data dictionary.
    package var typeMeaning: String
    /// The fields it is read from, the first that says something readable; none where that isn't known.
    package var from: [String]

    package init(
      name: String, type: String, physical: [PhysicalColumn], extras: [String] = [], description: String? = nil,
      typeMeaning: String = "", from: [String] = []
    ) {
      self.name = name
      self.type = type
      self.physical = physical
      self.extras = extras
      self.description = description
      self.typeMeaning = typeMeaning
      self.from = from
    }

    /// What is published beside the value, as columns.
    package var extraColumns: [PhysicalColumn] {
      extras.map { PhysicalColumn("\(name)_\($0)", .text, Column.extraMeanings[$0] ?? "") }
    }

    private static let extraMeanings = [
      "raw": "What was written.", "rule": "The rule that read it.",
      "flag": "`ambiguous`, `inferred` or `invalid` where the value deserves a second look.",
    ]
  }

  package var name: String
  package var columns: [Column]
  package var description: String?
  /// What its rows are made of, such as `page` or the name of items; none where that isn't known.
  package var from: [String]

  package init(name: String, columns: [Column], description: String? = nil, from: [String] = []) {
    self.name = name
    self.columns = columns
    self.description = description
    self.from = from
  }

  /// Every declared column's own physical columns, in order.
  package var valueColumns: [PhysicalColumn] { columns.flatMap(\.physical) }

  /// Every declared column's published columns, in order: its own and what is shown beside them.
  package var physicalColumns: [PhysicalColumn] {
    columns.flatMap { $0.physical + $0.extraColumns }
  }

  /// The columns that follow the declared ones in every table.
  package static let provenanceColumns = [
    PhysicalColumn("source", .text, "The source's name in pipeline.json."),
    PhysicalColumn("source_address", .text, "The address of the document the row was read from."),
    PhysicalColumn("fetched_at", .text, "When the document's bytes were first seen, in UTC.", form: .timestamp),
    PhysicalColumn("content_sha256", .text, "The SHA-256 of the document's bytes, in hexadecimal."),
  ]
}
