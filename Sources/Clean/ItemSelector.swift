package import Markup
import Text

/// What says which elements of a page, or lines of a plain text, are items.
package enum ItemSelector: Hashable, Sendable, CustomStringConvertible {
  case css(Selector)
  /// It gives elements.
  case xpath(XPath)
  /// Lines of plain texts, never elements.
  case lines(TextSplit)

  /// Takes an XPath that can give elements; throws for any other.
  package init(xpath text: String) throws(SelectorError) {
    let xpath = try XPath(parsing: text)
    guard xpath.givesElements else {
      throw SelectorError(
        "this gives no elements", column: 1, remedy: "Items are elements: leave off a last @name or text().")
    }
    self = .xpath(xpath)
  }

  /// As written.
  package var description: String {
    switch self {
    case .css(let selector): selector.description
    case .xpath(let xpath): xpath.description
    case .lines(let split): split.opening.description
    }
  }

  /// The attributes a parse must keep for it.
  package var attributeNames: Set<String> {
    switch self {
    case .css(let selector): selector.attributeNames
    case .xpath(let xpath): xpath.attributeNames
    case .lines: []
    }
  }
}

extension ItemSelector {
  /// How many parts a CSS selector has at most; XPaths have limits of their own.
  var parts: Int {
    if case .css(let selector) = self { return partCount(selector.description) }
    return 0
  }
}

extension ItemFieldSelector {
  /// How many parts a CSS selector has at most; XPaths have limits of their own.
  var parts: Int {
    if case .css(let field) = self { return partCount(field.description) }
    return 0
  }
}

/// How many tests a selector can have, told by the signs that begin them.
private func partCount(_ selector: String) -> Int {
  1 + selector.utf8.count { " >+~,.#[:(*".utf8.contains($0) }
}

/// What says which text of an item is a field's.
package enum ItemFieldSelector: Hashable, Sendable {
  case css(FieldSelector)
  /// With the item as its context.
  case xpath(XPath)

  /// The attributes a parse must keep for it.
  var attributeNames: Set<String> {
    switch self {
    case .css(let selector): selector.attributeNames
    case .xpath(let xpath): xpath.attributeNames
    }
  }
}
