/// A CSS selector of the kinds `Selector.supported` names.
package struct Selector: Hashable, Sendable, CustomStringConvertible {
  /// How an attribute's value is compared.
  enum Comparison: Hashable, Sendable {
    case exists, equals, word, prefix, suffix, substring, dash
  }

  /// How an element stands to the one that the compound before it matches.
  enum Combinator: Hashable, Sendable {
    case descendant, child
    /// `+`: the next sibling.
    case next
    /// `~`: any later sibling.
    case later
  }

  /// Which places among siblings count: those that are a·n + b for some n of 0 or more, the first being 1.
  struct Places: Hashable, Sendable {
    var a: Int
    var b: Int
    /// Whether the last sibling is the first place.
    var isFromEnd = false
    /// Whether only siblings of the same name count.
    var isOfType = false

    /// Whether the 1-based `place` counts.
    func contain(_ place: Int) -> Bool {
      a == 0 ? place == b : (place - b).isMultiple(of: a) && (place - b) / a >= 0
    }
  }

  /// One demand on an element besides its name.
  indirect enum Condition: Hashable, Sendable {
    case id([UInt8])
    case hasClass([UInt8])
    case attribute(name: String, Comparison, value: [UInt8], ignoresCase: Bool)
    case root
    case empty
    case places(Places)
    /// Places among those siblings that the list matches.
    case placesOf(Places, [Complex])
    /// `:is` and `:where`.
    case any([Complex])
    case not([Complex])
    /// Elements that stand to this one as each alternative's own combinator says.
    case has([Complex])
  }

  /// What one element must be, such as `a.button[href]`.
  struct Compound: Hashable, Sendable {
    /// In lower case; nil for any.
    var name: String?
    var conditions: [Condition] = []
  }

  /// One alternative of a comma list: compounds from the outermost to the one that is matched.
  struct Complex: Hashable, Sendable {
    /// A compound and how it stands to the one before; the first one's combinator counts in `:has` alone.
    struct Step: Hashable, Sendable {
      var combinator: Combinator
      var compound: Compound
    }
    var steps: [Step]
  }

  /// What can be written, for messages.
  package static let supported =
    "Supported are names, *, #id, .class, [attr], [attr=v], ~=, ^=, $=, *=, |= (with i or s), the combinators space, "
    + "> + ~, comma lists, :is, :where, :not, :has, :nth-child and its kin, :first-child, :last-child, :only-child "
    + "(and -of-type), :empty and :root."

  /// How many compounds a selector may have, over all its alternatives and lists inside: one bit each while matching.
  static let mostCompounds = 64
  /// How deep lists may stand in lists.
  static let mostNesting = 8

  /// As written.
  package let description: String
  /// The comma list; an element matches that matches any of them.
  let alternatives: [Complex]

  /// Reads a selector; throws with the place of the first thing that isn't supported.
  package init(parsing text: String) throws(SelectorError) {
    var parser = SelectorParser(text)
    alternatives = try parser.parse()
    description = text
  }

  /// The attributes it looks at besides `id` and `class`, which a parse must keep for it.
  package var attributeNames: Set<String> { Selector.attributeNames(alternatives) }

  private static func attributeNames(_ list: [Complex]) -> Set<String> {
    var names: Set<String> = []
    for condition in list.flatMap(\.steps).flatMap(\.compound.conditions) {
      switch condition {
      case .attribute(let name, _, _, _): names.insert(name)
      case .placesOf(_, let list), .any(let list), .not(let list), .has(let list):
        names.formUnion(attributeNames(list))
      case .id, .hasClass, .root, .empty, .places: break
      }
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
