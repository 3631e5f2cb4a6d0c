/// How a CSV file is written, beyond what RFC 4180 says.
package struct CSVDialect: Hashable, Sendable {
  /// What stands between cells: a comma, a semicolon, a tab or a vertical bar.
  package var delimiter: UInt8
  /// What stands around cells that hold delimiters, line ends or itself.
  package var quote: UInt8
  /// Whether `\"` stands for a quote, beside the doubled one.
  package var escapesWithBackslash: Bool
  /// Whether blanks before a cell are no part of it.
  package var skipsBlanks: Bool
  /// What ends a row: LF, before which a CR is dropped, or CR in files without any LF.
  package var lineEnd: UInt8

  /// The dialect of RFC 4180, or one that differs from it as said.
  package init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""), escapesWithBackslash: Bool = false,
    skipsBlanks: Bool = false, lineEnd: UInt8 = UInt8(ascii: "\n")
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escapesWithBackslash = escapesWithBackslash
    self.skipsBlanks = skipsBlanks
    self.lineEnd = lineEnd
  }

  /// The delimiters that files are written with, the likeliest first.
  package static let delimiters = Array(",;\t|".utf8)
}
