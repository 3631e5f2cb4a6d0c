/// A CSS selector of the kinds `Selector.supported` names.
package struct Selector: Hashable, Sendable, CustomStringConvertible {
  /// How an attribute's value is compared.
  enum Comparison: Hashable, Sendable {
    case exists, equals, word, prefix, suffix, substring, dash
  }

  /// One demand on an element besides its name.
  enum Condition: Hashable, Sendable {
    case id([UInt8])
    case hasClass([UInt8])
    case attribute(name: String, Comparison, value: [UInt8])
  }

  /// What one element must be, such as `a.button[href]`.
  struct Compound: Hashable, Sendable {
    /// In lower case; nil for any.
    var name: String?
    var conditions: [Condition] = []
    /// Whether the compound before it must be the parent, not just an ancestor.
    var isChild = false
    /// Whether it stands first, with nothing demanded of ancestors.
    var isFirst = false
    /// Whether an element it matches is a match of the selector.
    var isLast = false
  }

  /// What can be written, for messages.
  package static let supported =
    "Supported are names, *, #id, .class, [attr], [attr=v], ~=, ^=, $=, *=, |=, descendants, child >, and comma lists."

  /// How many compounds a selector may have, over all its alternatives: one bit each while matching.
  static let mostCompounds = 64

  /// As written.
  package let description: String
  /// The alternatives' compounds, one alternative after the other.
  let compounds: [Compound]

  /// Reads a selector; throws with the place of the first thing that isn't supported.
  package init(parsing text: String) throws(SelectorError) {
    var parser = SelectorParser(text)
    compounds = try parser.parse()
    description = text
  }

  /// The attributes it looks at besides `id` and `class`, which a parse must keep for it.
  package var attributeNames: Set<String> {
    var names: Set<String> = []
    for condition in compounds.flatMap(\.conditions) {
      if case .attribute(let name, _, _) = condition { names.insert(name) }
    }
    return names
  }
}

/// What is wrong with a selector.
package struct SelectorError: Error, Hashable, Sendable {
  package var message: String
  /// 1-based character in the selector.
  package var column: Int
  package var remedy: String

  package init(_ message: String, column: Int, remedy: String = Selector.supported) {
    self.message = message
    self.column = column
    self.remedy = remedy
  }
}
