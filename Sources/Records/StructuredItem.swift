/// One thing a page describes for machines: a schema.org item or what its `meta` elements say for sharing.
package struct StructuredItem: Hashable, Sendable, Codable {
  /// The notation it was written in.
  package enum Syntax: String, Hashable, Sendable, Codable, CaseIterable {
    case jsonLD, microdata, rdfa, openGraph, twitter, dublinCore
  }

  package var syntax: Syntax
  /// Its types as written, those of schema.org by their term alone, such as `NewsArticle`.
  package var types: [String]
  /// What it is called by, often an address; nil where the page gives none.
  package var id: String?
  /// A JSON object as text, members in the order written: JSON-LD as it stands on the page, the other notations in the
  /// same form (`@type`, `@id`, nested objects, a list where a property stands more than once).
  package var properties: String

  package init(syntax: Syntax, types: [String], id: String? = nil, properties: String) {
    self.syntax = syntax
    self.types = types
    self.id = id
    self.properties = properties
  }
}
