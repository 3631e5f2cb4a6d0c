package import Records

/// What one page gives to the declared tables.
package struct Normalized: Hashable, Sendable {
  /// The records of each table, in the order of the tables and of the page.
  package var records: [[Record]]
  package var diagnostics: [Diagnostic]
  /// How many rows of each table went to the rejects, each with a diagnostic of that severity.
  package var rejectedRows: [Int]
}

/// The third stage: a function from one page to typed records.
package struct Normalizer: Sendable {
  /// Goes up whenever the same page and settings give something else.
  package static let version = 1

  private let tables: [TableRule]

  package init(tables: [TableRule]) { self.tables = tables }

  /// The page's records, in the order of the tables.
  ///
  /// - Throws: `Failure` for an unreadable cell of a column whose `onError` is `stop`.
  package func normalize(_ page: Page) throws(Failure) -> Normalized {
    var normalized = Normalized(records: [], diagnostics: [], rejectedRows: [])
    for table in tables {
      var reader = RowReader(table, on: page)
      let isMeant = table.sources?.contains(page.provenance.source) ?? true
      for name in isMeant ? table.from : [] {
        for origin in Origin.all(named: name, on: page) { try reader.read(origin) }
      }
      normalized.records.append(reader.records)
      normalized.diagnostics += reader.diagnostics
      normalized.rejectedRows.append(reader.rejectedRows)
    }
    return normalized
  }
}
