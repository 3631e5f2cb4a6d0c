/// A cell's value as SQLite and CSV store it.
package enum Value: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case boolean(Bool)
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
  package var values: [Value]
  /// What was written; nil where the input had nothing.
  package var raw: String?
  /// The rule that read it, such as `date.iso`; nil where there was nothing to read.
  package var rule: String?
  package var flag: Flag?

  package init(_ values: [Value], raw: String? = nil, rule: String? = nil, flag: Flag? = nil) {
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

  package init(id: String, pageID: String, ordinal: Int, cells: [Cell], provenance: Provenance) {
    self.id = id
    self.pageID = pageID
    self.ordinal = ordinal
    self.cells = cells
    self.provenance = provenance
  }
}
