/// A cell's value as SQLite and CSV store it.
package enum Value: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case boolean(Bool)

  /// Whether it is no value; cheaper than a comparison.
  @inlinable package var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

/// One declared column of one record: its values and how they were read.
package struct Cell: Hashable, Sendable {
  /// Why a value deserves a second look.
  package enum Flag: String, Sendable, CaseIterable {
    /// Two readings are possible; the value is null.
    case ambiguous
    /// The value follows from something else than what was written.
    case inferred
    /// What was written can't be read as the column's type; the value is null.
    case invalid
  }

  /// One value for each of the column's physical columns, in their order.
  package var values: CellValues
  /// What was written; nil where the input had nothing.
  package var raw: String?
  /// The rule that read it, such as `date.iso`; nil where there was nothing to read.
  package var rule: String?
  package var flag: Flag?

  @inlinable package init(_ values: CellValues, raw: String? = nil, rule: String? = nil, flag: Flag? = nil) {
    self.values = values
    self.raw = raw
    self.rule = rule
    self.flag = flag
  }
}

/// One row of one declared table.
package struct Record: Hashable, Sendable {
  /// See `Identity.record`. Records with one id are the same thing.
  package var id: String
  /// The page it was read from.
  package var pageID: String
  /// 0-based place among the table's records of that page.
  package var ordinal: Int
  /// One cell for each declared column, in their order.
  package var cells: [Cell]
  package var provenance: Provenance

  @inlinable package init(id: String, pageID: String, ordinal: Int, cells: [Cell], provenance: Provenance) {
    self.id = id
    self.pageID = pageID
    self.ordinal = ordinal
    self.cells = cells
    self.provenance = provenance
  }
}

/// What was written in a row that doesn't fit its table, for a look before it is mended.
package struct QuarantinedRow: Hashable, Sendable {
  /// 0-based place among the table's quarantined rows of that page.
  package var ordinal: Int
  /// A JSON object: for each column what was written.
  package var written: String
  /// The code and summary of what is wrong with it.
  package var code: String
  package var reason: String
  package var provenance: Provenance

  package init(ordinal: Int, written: String, code: String, reason: String, provenance: Provenance) {
    self.ordinal = ordinal
    self.written = written
    self.code = code
    self.reason = reason
    self.provenance = provenance
  }
}

/// What one page gives to one declared table.
package struct TableRows: Hashable, Sendable {
  package var records: [Record]
  /// How many rows went to the rejects.
  package var rejected: Int
  /// What was written in those of them that are quarantined.
  package var quarantined: [QuarantinedRow]

  package init(records: [Record], rejected: Int, quarantined: [QuarantinedRow] = []) {
    self.records = records
    self.rejected = rejected
    self.quarantined = quarantined
  }
}
