import GRDB
package import Records

/// The tables that every published database has beside the declared ones.
extension PublishedDatabase {
  /// `_rejects`.
  package static let rejects = TableDescription(
    own: "_rejects", "What was left out, and what was kept with a warning, each with its reason.",
    [
      .init("stage", .text, "The stage that found it."),
      .init("severity", .text, "`reject`: it was left out; `warn`: it was kept."),
      .init("code", .text, "The reason, stable from run to run, such as `clean.no-main-text`."),
      .init("summary", .text, "The reason in one sentence."),
      .init("source", .text, "The source's name in pipeline.json."),
      .init("address", .text, "The document's address, or a file's path."),
      .init("line", .integer, "The line there, from 1."),
      .init("column", .integer, "The character in the line, from 1."),
      .init("record", .text, "The row's id, or `table.column`."),
      .init("remedy", .text, "What to do about it; empty where nothing can be done."),
    ])

  /// `_quarantine`.
  package static let quarantine = TableDescription(
    own: "_quarantine", "What was written in rows that don't fit their table, for a look before they are mended.",
    [
      .init("table_name", .text, "The table it was meant for."),
      .init("code", .text, "The reason, stable from run to run."),
      .init("reason", .text, "The reason in one sentence."),
      .init("written", .text, "For each column what was written.", form: .json),
    ] + TableSchema.provenanceColumns)

  /// `_runs`.
  package static let runs = TableDescription(
    own: "_runs", "What each stage of the run that made these tables did.",
    [
      .init("run_id", .text, "The run, which is its folder's name."),
      .init("started_at", .text, "When it began, in UTC.", form: .timestamp),
      .init("stage", .text, "The stage, from fetch to load."),
      .init("inputs", .integer, "What it had to read: files, pages or records."),
      .init("outputs", .integer, "What it made of them."),
      .init("rejected", .integer, "What it left out with a reason in `_rejects`."),
      .init("dropped", .integer, "What it left out by a rule, such as pages without rows."),
      .init("warnings", .integer, "What it kept with a warning in `_rejects`."),
      .init("worked", .integer, "How many inputs were new or changed."),
      .init("seconds", .real, "How long it took.", unit: "s"),
    ], primaryKey: ["run_id", "stage"], isExported: false)

  /// `_columns`.
  package static let columns = TableDescription(
    own: "_columns", "What every column of every table means.",
    [
      .init("table_name", .text, "The table."),
      .init("position", .integer, "The column's place in it, from 1."),
      .init("column_name", .text, "The column."),
      .init("type", .text, "The type that pipeline.json declares, else how it is stored."),
      .init("meaning", .text, "What it holds."),
      .init("unit", .text, "What its numbers count, or in backticks the column that says it."),
      .init("origin", .text, "What it is read or made from: fields of pages or items, or the stage that adds it."),
      .init("example", .text, "A value, shortened."),
      .init("null_share", .real, "The share of rows without a value, from 0 to 1; empty for a table without rows."),
    ], primaryKey: ["table_name", "position"], isExported: false)

  /// Makes `_columns`; `profile` gives a column's example and share of nulls.
  package func addColumns(
    of tables: [TableDescription],
    profile: (_ table: String, _ place: Int) -> (example: String?, nullShare: Double?)
  ) throws(Failure) {
    try writing { db in
      try db.execute(sql: Self.columns.definition)
      let insert = try db.makeStatement(sql: "INSERT INTO _columns VALUES (?,?,?,?,?,?,?,?,?)")
      for table in tables.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
        for (place, column) in table.columns.enumerated() {
          let found = profile(table.name, place)
          try insert.execute(arguments: [
            table.name, place + 1, column.name, column.shownType, column.meaning, column.physical.unit, column.origin,
            found.example, found.nullShare,
          ])
        }
      }
    }
  }
}
