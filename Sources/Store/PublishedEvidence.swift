import GRDB
import Records

extension PublishedTable {
  /// The name of the table that says why records are in one cluster, or variants of each other.
  package var evidenceName: String { "\(schema.name)_evidence" }

  /// What that table is.
  package var evidenceDescription: TableDescription {
    TableDescription(
      own: evidenceName, "Why records of `\(schema.name)` are in one cluster, are variants, or gave a value.",
      [
        .init("id", .text, "The record."), .init("partner_id", .text, "The record it was compared with."),
        .init(
          "relation", .text,
          "`same`: in one cluster; `variant`: alike but kept apart; `value`: the partner gave the field's value."),
        .init("rule", .text, "The rule of pipeline.json: exact, near, linkage or a decision."),
        .init("field", .text, "The column compared; empty where the records were compared as a whole."),
        .init("level", .text, "How well the two values agree, in words."),
        .init("weight", .real, "How much that speaks for the same thing; a pair's weights add up to its score."),
        .init("similarity", .real, "The shared share of both texts, from 0 to 1."),
        .init("containment", .real, "The share of the shorter text that the longer one holds, from 0 to 1."),
      ])
  }

  /// The column that names the record a row is a variant of, where there are variants.
  var variantColumns: [TableSchema.PhysicalColumn] {
    guard hasVariants else { return [] }
    return [
      .init(
        "variant_of", .text,
        "The `id` of the row that this one is a variant of: alike, but different in a column that counts.")
    ]
  }

  /// What is read for it of the row whose id is `id`.
  func variantSelection(of id: String) -> String {
    guard hasVariants else { return "" }
    return """
      , (SELECT v.variant_of FROM groups.variants v WHERE v.table_name = '\(schema.name)' AND v.record_id = \(id))
      """
  }
}

extension PublishedDatabase {
  /// Puts the values of other members into survivors' rows, where the rule asks for it.
  func takeChosenValues(_ db: Database, _ table: PublishedTable) throws {
    let name = quoted(table.schema.name)
    for column in table.schema.columns where table.chosenColumns.contains(column.name) {
      let targets = column.published.map { quoted($0.name) }.joined(separator: ", ")
      try db.execute(
        sql: """
          UPDATE main.\(name) SET (\(targets)) = (
            SELECT \(column.selection) FROM groups.chosen_values g
            JOIN records.\(name) r ON r.page_id = g.giver_page_id AND r.ordinal = g.giver_ordinal
            WHERE g.table_name = ?1 AND g.column_name = ?2 AND g.record_id = main.\(name).id)
          WHERE id IN (SELECT record_id FROM groups.chosen_values WHERE table_name = ?1 AND column_name = ?2)
          """, arguments: [table.schema.name, column.name])
    }
  }

  /// Takes the blocks that sites repeat out of the texts of survivors, whoever gave them.
  func stripTexts(_ db: Database, _ table: PublishedTable) throws {
    guard let column = table.strippedColumn else { return }
    let name = quoted(table.schema.name)
    try db.execute(
      sql: """
        WITH given AS (
          SELECT s.page_id, s.ordinal, s.text, coalesce(g.record_id, c.survivor_id, s.record_id) AS id
          FROM groups.stripped_texts s
          LEFT JOIN groups.clusters c ON c.table_name = s.table_name AND c.page_id = s.page_id AND c.ordinal = s.ordinal
          LEFT JOIN groups.chosen_values g ON g.table_name = s.table_name AND g.column_name = s.column_name
            AND g.giver_page_id = s.page_id AND g.giver_ordinal = s.ordinal
          WHERE s.table_name = ?1 AND (g.record_id IS NOT NULL OR c.survives IS NOT 0 AND NOT EXISTS (
            SELECT 1 FROM groups.chosen_values o WHERE o.table_name = ?1 AND o.column_name = s.column_name
              AND o.record_id = s.record_id)))
        UPDATE main.\(name) SET \(quoted(column)) = given.text FROM given WHERE given.id = main.\(name).id
        """, arguments: [table.schema.name])
  }

  /// Makes and fills the table that says why.
  func addEvidence(_ db: Database, _ table: PublishedTable) throws {
    guard table.hasEvidence else { return }
    let name = quoted(table.evidenceName)
    try db.execute(sql: table.evidenceDescription.definition)
    let names = table.evidenceDescription.columns.map { $0.name == "id" ? "record_id" : $0.name }
    let columns = names.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO main.\(name) SELECT \(columns) FROM groups.evidence
        WHERE table_name = ? ORDER BY record_id, relation, page_id, ordinal, number
        """, arguments: [table.schema.name])
    for column in ["id", "partner_id"] {
      try db.execute(
        sql: "CREATE INDEX \(quoted("\(table.evidenceName)_by_\(column)")) ON \(name) (\(column))")
    }
  }
}

extension TableSchema.Column {
  /// What is published of the column: its values, and what is shown beside them.
  var published: [TableSchema.PhysicalColumn] { physical + extraColumns }

  /// What is read of the record `r` for it.
  var selection: String {
    let values = physical.map { "r.\(quoted($0.name))" }
    let beside = extras.map { extra in
      let name = "r.\(quoted("\(self.name)_\(extra)"))"
      // What was written is stored only where it isn't the value itself.
      let isOwnRaw = extra == "raw" && physical.count == 1 && physical[0].storage == .text
      return isOwnRaw ? "coalesce(\(name), r.\(quoted(self.name)))" : name
    }
    return (values + beside).joined(separator: ", ")
  }
}
