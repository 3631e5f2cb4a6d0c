/// A part of a page that gives a row: what was found, and where it stands in the page's text.
package struct PagePart: Hashable, Sendable {
  /// What each field says; a field that says nothing is absent.
  package var fields: [String: String]
  /// Where it stands in the page's text, in bytes of UTF-8; nil for what isn't a part of the main text.
  package var range: Range<Int>?
  /// What tells it from others of its kind on the page where it has no range.
  package var identity: String

  package init(_ fields: [String: String], range: Range<Int>? = nil, identity: String = "") {
    self.fields = fields
    self.range = range
    self.identity = identity
  }
}

/// A kind of part that every page is looked through for where a table asks for it; each has a file in `Origins`.
package protocol OriginKind: Sendable {
  /// What a table's `from` calls it.
  static var name: String { get }
  /// One sentence for the documentation: what a row is.
  static var meaning: String { get }
  /// The fields it offers beside `start`, `end` and `position`, with one phrase each for the documentation.
  static var fields: [(name: String, meaning: String)] { get }
  /// The parts of a page, in the order of the page.
  static func parts(of page: ReadPage) -> [PagePart]
}

extension OriginKind {
  /// The fields of every kind of part.
  package static var commonFields: [(name: String, meaning: String)] {
    [
      ("position", "its place among its kind on the page, from 1"),
      ("start", "where it begins in the page's text, in characters (Unicode code points) from 0"),
      ("end", "where it ends there"),
    ]
  }
}
