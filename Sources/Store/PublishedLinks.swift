import GRDB
package import Records

/// A table of pairs as it is published, with the one that says why.
package struct PublishedLink: Hashable, Sendable {
  package var name: String

  package init(name: String) { self.name = name }

  /// What the table of pairs is.
  package var description: TableDescription {
    TableDescription(
      own: name, "Pairs of records of two tables that are the same thing.",
      [
        .init("a_id", .text, "The `id` in the first table."), .init("b_id", .text, "The `id` in the second table."),
        .init("probability", .real, "How likely they are the same thing, from 0 to 1."),
      ], primaryKey: ["a_id", "b_id"])
  }

  /// The name of the table that says why.
  package var evidenceName: String { "\(name)_evidence" }

  /// What that table is.
  package var evidenceDescription: TableDescription {
    TableDescription(
      own: evidenceName, "What speaks for each pair of `\(name)`, field by field.",
      [
        .init("a_id", .text, "The `id` in the first table."), .init("b_id", .text, "The `id` in the second table."),
        .init("field", .text, "The field compared."), .init("level", .text, "How well the two values agree, in words."),
        .init("weight", .real, "How much that speaks for the same thing; a pair's weights add up to its score."),
      ])
  }
}

extension PublishedDatabase {
  /// Makes and fills both tables of a link.
  package func add(_ link: PublishedLink) throws(Failure) {
    try writing { db in
      let name = quoted(link.name)
      try db.execute(sql: link.description.definition)
      try db.execute(sql: link.evidenceDescription.definition)
      try db.execute(
        sql: """
          INSERT INTO main.\(name) SELECT a_id, b_id, probability FROM groups.links WHERE table_name = ? ORDER BY a_id, b_id
          """, arguments: [link.name])
      try db.execute(
        sql: """
          INSERT INTO main.\(quoted(link.evidenceName)) SELECT a_id, b_id, field, level, weight
          FROM groups.link_evidence WHERE table_name = ? ORDER BY a_id, b_id, number
          """, arguments: [link.name])
    }
  }
}
