/// How the config has items cut out of pages: one item for each element that `each` matches.
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

  /// The attributes a parse must keep for it.
  var attributeNames: Set<String> {
    fields.reduce(each.attributeNames) { $0.union($1.selector.attributeNames) }
  }
}
