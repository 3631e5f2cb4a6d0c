package import Markup

/// What says which elements of a page are items.
package enum ItemSelector: Hashable, Sendable, CustomStringConvertible {
  case css(Selector)
  /// It gives elements.
  case xpath(XPath)

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
    }
  }

  /// The attributes a parse must keep for it.
  package var attributeNames: Set<String> {
    switch self {
    case .css(let selector): selector.attributeNames
    case .xpath(let xpath): xpath.attributeNames
    }
  }
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
