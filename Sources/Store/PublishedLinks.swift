import GRDB
package import Records

/// A table of pairs as it is published, with the one that says why.
package struct PublishedLink: Hashable, Sendable {
  package var name: String

  package init(name: String) { self.name = name }

  /// The columns of the pairs in their order.
  package static let columns: [TableSchema.PhysicalColumn] = [
    .init("a_id", .text), .init("b_id", .text), .init("probability", .real),
  ]

  /// The name of the table that says why.
  package var evidenceName: String { "\(name)_evidence" }

  /// Its columns in their order.
  package static let evidenceColumns: [TableSchema.PhysicalColumn] = [
    .init("a_id", .text), .init("b_id", .text), .init("field", .text), .init("level", .text), .init("weight", .real),
  ]
}

extension PublishedDatabase {
  /// Makes and fills both tables of a link.
  package func add(_ link: PublishedLink) throws(Failure) {
    try writing { db in
      let name = quoted(link.name)
      try db.execute(
        sql: """
          CREATE TABLE \(name) (\(definitions(PublishedLink.columns, key: nil)), PRIMARY KEY (a_id, b_id)) STRICT;
          CREATE TABLE \(quoted(link.evidenceName)) (\(definitions(PublishedLink.evidenceColumns, key: nil))) STRICT;
          """)
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
