/// A part of a page that gives a row: what was found, and where it stands in the page's text.
package struct PagePart: Hashable, Sendable {
  /// What each field says; a field that says nothing is absent.
  package var fields: PartFields
  /// Where it stands in the page's text, in bytes of UTF-8; nil for what isn't a part of the main text.
  package var range: Range<Int>?
  /// What tells it from others of its kind on the page where it has no range, a line for each.
  package var identity: [String]

  package init(_ fields: PartFields, range: Range<Int>? = nil, identity: [String] = []) {
    self.fields = fields
    self.range = range
    self.identity = identity
  }
}

/// What the fields of a part say: few of them, so that looking through all is faster than any table.
package struct PartFields: ExpressibleByDictionaryLiteral, Hashable, Sendable {
  /// The literal's own array, as a page may have thousands of parts; those without text count as absent.
  private var fields: [(name: String, text: String?)]

  /// A field without text is left out.
  package init(dictionaryLiteral fields: (String, String?)...) { self.fields = fields }

  /// The names of the fields that say something.
  package var names: [String] { fields.filter { $0.text != nil }.map(\.name) }

  package subscript(name: String) -> String? {
    get {
      for place in fields.indices where fields[place].name == name { return fields[place].text }
      return nil
    }
    set {
      fields.removeAll { $0.name == name }
      if let newValue { fields.append((name, newValue)) }
    }
  }

  package static func == (one: PartFields, other: PartFields) -> Bool {
    one.said.elementsEqual(other.said) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    for field in said {
      hasher.combine(field.name)
      hasher.combine(field.text)
    }
  }

  private var said: [(name: String, text: String?)] { fields.filter { $0.text != nil } }
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
