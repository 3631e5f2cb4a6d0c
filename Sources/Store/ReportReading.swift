import GRDB
package import Records

/// A published table as a report speaks of it.
package struct ReportedTable: Hashable, Sendable {
  /// One of its columns, as `_columns` has it.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var type: String
    package var meaning: String
    /// From 0 to 1; nil for a table without rows, or one whose rows were not read.
    package var nullShare: Double?
    package var example: String?

    package init(_ name: String, type: String, meaning: String = "", nullShare: Double? = nil, example: String? = nil) {
      self.name = name
      self.type = type
      self.meaning = meaning
      self.nullShare = nullShare
      self.example = example
    }
  }

  package var name: String
  package var rows: Int
  package var columns: [Column]

  package init(name: String, rows: Int, columns: [Column]) {
    self.name = name
    self.rows = rows
    self.columns = columns
  }
}

/// One reason for rejects or warnings, how often it occurred, and some of those it met.
package struct ReportedReason: Hashable, Sendable {
  /// One thing that was left out or warned of.
  package struct Sample: Hashable, Sendable {
    package var summary: String
    package var source: String?
    package var address: String?
    package var line: Int?
    package var record: String?

    package init(summary: String, source: String?, address: String?, line: Int?, record: String?) {
      self.summary = summary
      self.source = source
      self.address = address
      self.line = line
      self.record = record
    }
  }

  package var stage: String
  package var severity: String
  package var code: String
  package var count: Int
  package var remedy: String
  package var samples: [Sample]

  package init(stage: String, severity: String, code: String, count: Int, remedy: String, samples: [Sample]) {
    self.stage = stage
    self.severity = severity
    self.code = code
    self.count = count
    self.remedy = remedy
    self.samples = samples
  }
}

/// How a published check came out, with some of the rows that fail it.
package struct ReportedCheck: Hashable, Sendable {
  /// A row that fails.
  package struct Sample: Hashable, Sendable {
    package var id: String?
    package var value: String?
  }

  package var table: String
  package var columns: String?
  package var kind: String
  package var status: String
  package var failing: Int
  package var rows: Int
  package var says: String
  package var samples: [Sample]
}

extension PublishedDatabase {
  /// Ends the reading of a published file.
  package func close() throws(Failure) { try database.close() }

  /// Every table that `_columns` speaks of, by name.
  package func reportedTables() throws(Failure) -> [ReportedTable] {
    try reading { db in
      var tables: [ReportedTable] = []
      let columns = try Row.fetchAll(
        db, sql: "SELECT table_name, column_name, type, meaning, null_share, example FROM _columns ORDER BY 1, position"
      )
      for row in columns {
        let name: String = row[0]
        if tables.last?.name != name {
          let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM main.\(quoted(name))") ?? 0
          tables.append(ReportedTable(name: name, rows: rows, columns: []))
        }
        tables[tables.count - 1].columns.append(
          .init(row[1], type: row[2] ?? "", meaning: row[3] ?? "", nullShare: row[4], example: row[5]))
      }
      return tables
    }
  }

  /// The reasons in `_rejects`, the most frequent first, each with its first `most` samples.
  package func reportedReasons(samples most: Int) throws(Failure) -> [ReportedReason] {
    try reading { db in
      let reasons = try Row.fetchAll(
        db,
        sql: """
          SELECT stage, severity, code, count(*), max(remedy) FROM _rejects GROUP BY stage, severity, code
          ORDER BY severity, count(*) DESC, stage, code
          """)
      return try reasons.map { row in
        let samples = try Row.fetchAll(
          db,
          sql: """
            SELECT summary, source, address, line, record FROM _rejects
            WHERE stage = ? AND severity = ? AND code = ? ORDER BY rowid LIMIT ?
            """, arguments: [row[0] as String, row[1] as String, row[2] as String, most])
        return ReportedReason(
          stage: row[0], severity: row[1], code: row[2], count: row[3], remedy: row[4] ?? "",
          samples: samples.map {
            .init(summary: $0[0] ?? "", source: $0[1], address: $0[2], line: $0[3], record: $0[4])
          })
      }
    }
  }

  /// What `_checks` says, with the first `most` failing rows of each.
  package func reportedChecks(samples most: Int) throws(Failure) -> [ReportedCheck] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM _checks ORDER BY number").map { row in
        let samples = try Row.fetchAll(
          db, sql: "SELECT id, value FROM _check_failures WHERE number = ? ORDER BY rowid LIMIT ?",
          arguments: [row["number"] as Int, most])
        return ReportedCheck(
          table: row["table_name"] ?? "", columns: row["column_name"], kind: row["kind"] ?? "",
          status: row["status"] ?? "", failing: row["failing"] ?? 0, rows: row["rows"] ?? 0, says: row["says"] ?? "",
          samples: samples.map { .init(id: $0[0], value: $0[1]) })
      }
    }
  }
}
