package import Records

/// What one page gives to the declared tables.
package struct Normalized: Hashable, Sendable {
  /// The rows of each table, in the order of the tables and of the page; each rejected one has a diagnostic.
  package var tables: [TableRows]
  package var diagnostics: [Diagnostic]
}

/// The third stage: a function from one page to typed records.
package struct Normalizer: Sendable {
  /// Goes up whenever the same page and settings give something else.
  package static let version = 3

  private let tables: [TableReader]
  private let redacts: Bool
  /// The language tag that a source's values are written by.
  private let locales: [String: String]
  private let hash: KeyedHash?

  /// - Parameter locales: for each source that has one the language tag its values are written by.
  /// - Parameter redactKey: what keyed hashes of personal data are made with.
  package init(tables: [TableRule], locales: [String: String] = [:], redactKey: String? = nil) {
    self.tables = tables.map(TableReader.init)
    redacts = tables.contains(where: \.redacts)
    self.locales = locales
    hash = redactKey.map { KeyedHash(key: Array($0.utf8)) }
  }

  /// The page's records, in the order of the tables.
  ///
  /// - Throws: `Failure` for an unreadable cell of a column whose `onError` is `stop`.
  package func normalize(_ page: Page) throws(Failure) -> Normalized {
    var normalized = Normalized(tables: [], diagnostics: [])
    let read = ReadPage(page)
    defer { read.analysis.forget() }
    let redactor = redacts ? Redactor(hash, on: read) : nil
    for table in tables {
      var reader = RowReader(table, on: read, locale: locales[page.provenance.source], redactor)
      let isMeant = table.rule.sources?.contains(page.provenance.source) ?? true
      if isMeant { normalized.diagnostics += try MissingFields(of: read).problems(of: table.rule) }
      for name in isMeant ? table.origins : [] { try reader.read(name) }
      normalized.tables.append(
        TableRows(records: reader.records, rejected: reader.rejectedRows, quarantined: reader.quarantined))
      normalized.diagnostics += reader.diagnostics
    }
    return normalized
  }
}
