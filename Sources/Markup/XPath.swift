import CLibXML2

/// An XPath 1.0 expression over a page's elements, attributes and texts.
///
/// Its functions are those of XPath 1.0's core but `lang`. It reaches nothing outside the page.
package struct XPath: Hashable, Sendable, CustomStringConvertible {
  /// What an expression gives.
  package enum Kind: Sendable {
    case nodes, text, number, boolean
  }

  /// What can be written, for messages.
  package static let supported = "XPath 1.0 is supported, with lower-case names and the functions of its core."

  /// As written.
  package let description: String
  package let kind: Kind
  /// The attributes it looks at, which a parse must keep for it.
  package let attributeNames: Set<String>
  /// Whether what it gives can hold elements: its last step is no attribute and no text.
  package let givesElements: Bool

  /// The most characters an expression may have.
  static let mostCharacters = 2000

  /// Reads an expression; throws with the place of the first thing that isn't right.
  package init(parsing text: String) throws(SelectorError) {
    var scanner = XPathScanner(text)
    try scanner.scan()
    description = text
    attributeNames = scanner.attributeNames
    kind = try XPath.kind(of: text)
    givesElements = kind == .nodes && !scanner.endsInAttributeOrText
  }

  /// Compiles the expression and evaluates it over an empty page, which finds what only evaluation finds.
  private static func kind(of text: String) throws(SelectorError) -> Kind {
    guard let document = XPathDocument(HTMLTree(parsing: [])) else {
      throw SelectorError("memory is short", column: 1, remedy: "Try again.")
    }
    do throws(XPathFailure) { return try document.kind(of: text) } catch {
      let before = String(decoding: text.utf8.prefix(error.offset ?? 0), as: UTF8.self)
      throw SelectorError(error.message, column: before.count + 1, remedy: supported)
    }
  }
}

/// Why an expression gave nothing.
package struct XPathFailure: Error, Hashable, Sendable {
  package var message: String
  /// Whether the expression took more steps than a page may cost.
  package var isLimit: Bool
  /// 0-based byte of the expression, for a fault in how it is written.
  var offset: Int?

  /// The page has more nodes or text than expressions may cost.
  package static let tooLarge = XPathFailure(message: "the page is too large for an XPath", isLimit: true)
}
