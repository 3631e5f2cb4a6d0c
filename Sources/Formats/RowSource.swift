package import JSONText

/// What reads rows out of a file whose bytes come piece by piece.
package protocol RowSource {
  /// Adds UTF-8 that follows what came before.
  mutating func append(_ bytes: [UInt8])
  /// Says that no more bytes follow.
  mutating func finish()
  /// The next row, or why there is none.
  mutating func next() -> RowStep
  /// The names of the columns, where a header tells them.
  var fields: [String]? { get }
  /// What was passed over as no row.
  var notes: RowNotes { get }
}

/// How asking for a row ends.
package enum RowStep: Hashable, Sendable {
  /// A row below a header: a cell for each column, nil where it is empty.
  case row(DataRow)
  /// A row that names its fields itself.
  case object(line: Int, [JSON.Member])
  /// What can't be read; the rows after it can.
  case fault(RowFault)
  /// It takes more bytes, or the word that there are none.
  case needsBytes
  case end
}

/// A row below a header.
package struct DataRow: Hashable, Sendable {
  /// The 1-based line on which it begins.
  package var line: Int
  package var cells: [String?]

  package init(line: Int, _ cells: [String?]) {
    self.line = line
    self.cells = cells
  }
}

/// A row, or the rest of a file, that can't be read.
package struct RowFault: Error, Hashable, Sendable {
  /// The 1-based line on which it begins.
  package var line: Int
  /// The 1-based column, in characters, where that is known.
  package var column: Int?
  /// What is wrong, without a capital and a full stop.
  package var message: String

  package init(line: Int, column: Int? = nil, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// Lines of a file that are no rows.
package struct RowNotes: Hashable, Sendable {
  /// Lines above the header.
  package var titles = 0
  /// Lines that begin with `#` and are not as wide as the header.
  package var comments = 0

  package init() {}
}
