package import Records

/// A table as it is published.
package struct PublishedTable: Hashable, Sendable {
  package var schema: TableSchema
  /// Declared key columns, for an index.
  package var key: [String]
  /// Whether dedupe has decided which of its records survive.
  package var isDeduped: Bool

  /// What it keeps of earlier publishes.
  package var mode: TableMode
  /// The declared columns that are redacted: what was published before they were is shown no more.
  package var redacted: Set<String>
  /// Whether it is published why records are in one cluster.
  package var hasEvidence = false
  /// Whether records may be variants of others.
  package var hasVariants = false
  /// The declared columns that take the best value of a cluster's members.
  package var chosenColumns: [String] = []
  /// The column whose texts are published without what their site repeats.
  package var strippedColumn: String?

  package init(
    schema: TableSchema, key: [String], isDeduped: Bool, mode: TableMode = .replace, redacted: Set<String> = []
  ) {
    self.schema = schema
    self.key = key
    self.isDeduped = isDeduped
    self.mode = mode
    self.redacted = redacted
  }

  /// The published columns in their order.
  package var columns: [TableSchema.PhysicalColumn] {
    [Self.id] + rememberedColumns + mode.columns
  }

  /// Those that a version of a row holds: all but the id and what tells when it was seen.
  var rememberedColumns: [TableSchema.PhysicalColumn] {
    schema.physicalColumns + TableSchema.provenanceColumns + (isDeduped ? [Self.copies] + variantColumns : [])
  }

  /// Those that make another version of a row when they differ.
  var comparedColumns: [TableSchema.PhysicalColumn] { schema.physicalColumns }

  /// Those whose earlier values are shown no more.
  package var redactedColumns: [TableSchema.PhysicalColumn] {
    schema.columns.filter { redacted.contains($0.name) }.flatMap { $0.physical + $0.extraColumns }
  }

  private static let id = TableSchema.PhysicalColumn(
    "id", .text, "Names the row, the same in every run as long as the thing is the same.")
  private static let copies = TableSchema.PhysicalColumn(
    "copies", .integer, "How many equal rows were left out for this one.")

  /// What is read of the records `r` for all columns but `copies`.
  var selection: String {
    let values = schema.columns.map(\.selection)
    let provenance = TableSchema.provenanceColumns.map { "r.\(quoted($0.name))" }
    return (["r.\(quoted("id"))"] + values + provenance).joined(separator: ", ")
  }

  /// The name of the table that holds the members of this one's clusters.
  package var duplicatesName: String { "\(schema.name)_duplicates" }

  /// The columns of that table in their order.
  package var duplicatesColumns: [TableSchema.PhysicalColumn] {
    [Self.id] + schema.physicalColumns + TableSchema.provenanceColumns + [
      .init("cluster_id", .text, "Names the group: the smallest id among its members."),
      .init("survivor_id", .text, "The `id` of the row that stands for the group."),
      .init("rule", .text, "What joined the row to the group; `survivor` for the row that stands for it."),
      .init("similarity", .real, "How alike the rows are, from 0 to 1; 1 for equal keys."),
    ] + variantColumns
  }

  /// What the table is.
  package var description: TableDescription {
    TableDescription(
      name: schema.name, meaning: meaning, columns: described(columns), primaryKey: ["id"])
  }

  /// What the table of its duplicates is.
  package var duplicatesDescription: TableDescription {
    TableDescription(
      name: duplicatesName,
      meaning: "Every member of every group of equal rows of `\(schema.name)`, the one that stands for it among them.",
      columns: described(duplicatesColumns),
      foreignKeys: [.init(column: "survivor_id", table: schema.name, referenced: "id")])
  }

  /// The name of the table that holds every version of this one's rows.
  package var historyName: String { "\(schema.name)_history" }

  /// What that table is; `remembered` are its columns behind those that tell of versions.
  func historyDescription(_ remembered: [TableSchema.PhysicalColumn]) -> TableDescription {
    TableDescription(
      name: historyName,
      meaning: "Every version of every row of `\(schema.name)`, with when it was so and why it changed.",
      columns: HistoryTable.shownColumns.map { .init(own: $0, origin: "load") } + described(remembered))
  }

  private var meaning: String {
    if let description = schema.description { return description }
    let origins = schema.from.map { "`\($0)`" }.joined(separator: ", ")
    return origins.isEmpty ? "The rows of `\(schema.name)`." : "One row for each of \(origins)."
  }

  private func described(_ columns: [TableSchema.PhysicalColumn]) -> [TableDescription.Column] {
    let declared = schema.columns.flatMap { column in
      column.physical.map { TableDescription.Column($0, of: column) }
        + column.extraColumns.map { .init(own: $0, origin: "`\(column.name)`") }
    }
    let byName = Dictionary(declared.map { ($0.name, $0) }) { first, _ in first }
    return columns.map { byName[$0.name] ?? .init(own: $0, origin: origin(of: $0.name)) }
  }

  private func origin(of column: String) -> String {
    switch column {
    case "id" where !key.isEmpty: "a hash of \(key.map { "`\($0)`" }.joined(separator: ", "))"
    case "id": "a hash of the row's own address, else of its page and text"
    case "source", "source_address", "fetched_at", "content_sha256": "fetch"
    case "first_seen", "last_seen", "times_seen", "is_present": "load"
    default: "dedupe"
    }
  }
}
