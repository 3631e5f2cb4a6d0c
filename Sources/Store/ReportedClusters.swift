import GRDB
package import Records

/// The groups of equal rows of one table: how many there are of each size, by which rules, and the largest.
package struct ReportedClusters: Hashable, Sendable {
  /// A number of rows or groups under a name.
  package struct Count: Hashable, Sendable {
    package var name: String
    package var count: Int

    package init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// A row of a group.
  package struct Member: Hashable, Sendable {
    package var id: String
    /// What the row is called; nil where no column says it.
    package var label: String?
    package var address: String?
    package var rule: String
    package var similarity: Double?
  }

  /// One group with its first members, the row that stands for it first.
  package struct Example: Hashable, Sendable {
    package var id: String
    package var size: Int
    package var members: [Member]
  }

  /// Groups by their number of members, the smallest first.
  package var sizes: [Count]
  /// Copies by the rule that joined them, the most frequent first.
  package var rules: [Count]
  /// The largest groups first.
  package var examples: [Example]

  package init(sizes: [Count], rules: [Count], examples: [Example]) {
    self.sizes = sizes
    self.rules = rules
    self.examples = examples
  }
}

extension PublishedDatabase {
  /// The groups of a table that dedupe has worked on, the `examples` largest with `members` rows each; `label` is the
  /// column that says what a row is called.
  package func reportedClusters(
    of table: String, label: String?, examples: Int, members: Int
  ) throws(Failure) -> ReportedClusters {
    try reading { db in
      let duplicates = "main.\(quoted("\(table)_duplicates"))"
      let sizes = try Row.fetchAll(
        db,
        sql: """
          SELECT size, count(*) FROM (SELECT count(*) AS size FROM \(duplicates) GROUP BY cluster_id)
          GROUP BY size ORDER BY size
          """)
      let rules = try Row.fetchAll(
        db,
        sql: "SELECT rule, count(*) FROM \(duplicates) WHERE rule <> 'survivor' GROUP BY rule ORDER BY 2 DESC, 1")
      let largest = try Row.fetchAll(
        db,
        sql: "SELECT cluster_id, count(*) FROM \(duplicates) GROUP BY cluster_id ORDER BY 2 DESC, 1 LIMIT ?",
        arguments: [examples])
      let title = label.map { "substr(\(quoted($0)), 1, 200)" } ?? "NULL"
      return ReportedClusters(
        sizes: sizes.map { .init("\($0[0] as Int)", $0[1]) }, rules: rules.map { .init($0[0] ?? "", $0[1]) },
        examples: try largest.map { cluster in
          let rows = try Row.fetchAll(
            db,
            sql: """
              SELECT id, \(title), source_address, rule, similarity FROM \(duplicates) WHERE cluster_id = ?
              ORDER BY rule <> 'survivor', id, source_address LIMIT ?
              """, arguments: [cluster[0] as String, members])
          return .init(
            id: cluster[0], size: cluster[1],
            members: rows.map {
              .init(id: $0[0] ?? "", label: $0[1], address: $0[2], rule: $0[3] ?? "", similarity: $0[4])
            })
        })
    }
  }
}
