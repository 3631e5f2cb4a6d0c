/// How the config has items cut out of pages: one item for each element, or line of a plain text, that `each` matches.
package struct ItemRule: Hashable, Sendable {
  /// One field of the items.
  package struct Field: Hashable, Sendable {
    package var name: String
    package var selector: ItemFieldSelector

    package init(name: String, selector: ItemFieldSelector) {
      self.name = name
      self.selector = selector
    }
  }

  /// The items' name in the config.
  package var name: String
  package var each: ItemSelector
  package var fields: [Field]

  package init(name: String, each: ItemSelector, fields: [Field]) {
    self.name = name
    self.each = each
    self.fields = fields
  }

  /// How many parts its CSS selectors have at most: each has a name, sign or bracket of its own.
  var selectorParts: Int {
    fields.reduce(each.parts) { $0 + $1.selector.parts }
  }

  /// The names of the items' fields, in their order.
  package var fieldNames: [String] {
    if case .lines(let split) = each { return split.fieldNames }
    return fields.map(\.name)
  }

  /// The attributes a parse must keep for it.
  var attributeNames: Set<String> {
    fields.reduce(each.attributeNames) { $0.union($1.selector.attributeNames) }
  }
}
