package import Records
import Text
package import WebAddress

/// A way to read what was written into typed values; each has a file of its own in `ColumnTypes`.
package protocol ColumnType: Sendable {
  /// The type's name in the config.
  static var name: String { get }
  /// One sentence for the documentation: what it reads and what it gives.
  static var meaning: String { get }
  /// Something written and the values it becomes, separated by commas.
  static var example: (written: String, becomes: String) { get }
  /// What a column has to tell the type for the example; nothing for most.
  static var exampleOptions: ColumnOptions { get }
  /// Whether its first physical column may hold any text, such as what stands in the place of personal data.
  static var takesAnyText: Bool { get }
  /// The columns a declared column of that name has in a store and in a table.
  static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn]
  /// Reads what was written, which isn't blank and has no white space at its ends; nil where that can't be done.
  static func read(_ written: String, in context: ReadingContext) -> Reading?
}

/// What a column tells its type.
package struct ColumnOptions: Hashable, Sendable {
  /// The BCP 47 tag that dates, numbers and places are written by, such as `en-GB`; nil where the page or its source
  /// tells.
  package var locale: String?
  /// The currency of amounts that name none, as its ISO 4217 code.
  package var currency: String?
  /// The values that an `enum` takes and what else may be written for each.
  package var values: [Choice]

  /// One value of an `enum`.
  package struct Choice: Hashable, Sendable {
    package var value: String
    package var synonyms: [String]

    package init(_ value: String, synonyms: [String] = []) {
      self.value = value
      self.synonyms = synonyms
    }
  }

  package init(locale: String? = nil, currency: String? = nil, values: [Choice] = []) {
    self.locale = locale
    self.currency = currency
    self.values = values
  }
}

/// What a type may know beside what was written.
package struct ReadingContext: Sendable {
  /// The page's address, where it is one that links can be relative to.
  package var base: Address?
  /// The BCP 47 tag of the column, the source or the page, the first of them that is known.
  package var locale: String?
  /// What relative times count from: the page's date, else when it was fetched.
  package var reference: Timestamp?
  package var options: ColumnOptions

  package init(
    base: Address? = nil, locale: String? = nil, reference: Timestamp? = nil,
    options: ColumnOptions = ColumnOptions()
  ) {
    self.base = base
    self.locale = locale
    self.reference = reference
    self.options = options
  }
}

/// What a type made of what was written.
package struct Reading: Hashable, Sendable {
  /// One for each physical column.
  package var values: CellValues
  /// The rule that read it, as `type.form`.
  package var rule: String
  package var flag: Cell.Flag?

  package init(_ values: CellValues, by rule: String, flag: Cell.Flag? = nil) {
    self.values = values
    self.rule = rule
    self.flag = flag
  }
}

extension ColumnType {
  package static var exampleOptions: ColumnOptions { ColumnOptions() }
  package static var takesAnyText: Bool { false }

  /// The cell for what was written: null without a flag where that is nothing, null and `invalid` where it can't be
  /// read.
  package static func cell(_ written: String?, in context: ReadingContext) -> Cell {
    let nulls = CellValues(nulls: physicalColumns(named: "").count)
    return written.map { cell($0, in: context, nulls: nulls) } ?? Cell(nulls)
  }

  /// The same for a column whose nulls are at hand.
  static func cell(_ written: String, in context: ReadingContext, nulls: CellValues) -> Cell {
    let trimmed = hasPlainEnds(written) ? written : trimmingWhiteSpace(written)
    guard !trimmed.isEmpty else { return Cell(nulls) }
    guard let reading = read(trimmed, in: context) else { return Cell(nulls, raw: written, flag: .invalid) }
    return Cell(reading.values, raw: written, rule: reading.rule, flag: reading.flag)
  }
}

/// Whether the text begins and ends with a character of ASCII that is seen.
private func hasPlainEnds(_ text: String) -> Bool {
  let bytes = text.utf8Span.span
  guard !bytes.isEmpty else { return false }
  let (first, last) = (bytes[0], bytes[bytes.count - 1])
  return first > 0x20 && first < 0x7F && last > 0x20 && last < 0x7F
}

/// The text without white space, zero-width characters and NULs at its ends.
private func trimmingWhiteSpace(_ text: String) -> String {
  func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar.value == 0x20 || (9...13).contains(scalar.value) || scalar.value == 0
      : scalar.value == 0x200B || scalar.value == 0xFEFF || scalar.properties.isWhitespace
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(scalars[first...last])
}
