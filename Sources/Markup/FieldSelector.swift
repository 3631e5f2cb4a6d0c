/// What one field of an item is read from: an element's text, its own text, or an attribute.
package struct FieldSelector: Hashable, Sendable, CustomStringConvertible {
  /// What is read from the element.
  package enum Reading: Hashable, Sendable {
    /// The whole text, folded.
    case text
    /// `::text`: the element's own texts, without those of elements in it.
    case ownText
    /// `::attr(name)`.
    case attribute(String)
  }

  /// As written.
  package let description: String
  /// Which element inside the item; nil for the item's own element.
  package let selector: Selector?
  package let reading: Reading

  /// What can be written, for messages.
  package static let supported = Selector.supported + " A field may end in ::text or ::attr(name)."

  /// Reads `SELECTOR`, `SELECTOR::text`, `SELECTOR::attr(name)`, `::text` or `::attr(name)`.
  package init(parsing text: String) throws(SelectorError) {
    description = text
    guard let cut = FieldSelector.pseudoElement(in: text) else {
      selector = try FieldSelector.parse(text)
      reading = .text
      return
    }
    reading = try FieldSelector.reading(
      text[cut...], column: text.distance(from: text.startIndex, to: cut) + 1)
    let element = text[..<cut]
    selector = element.allSatisfy(\.isWhitespace) ? nil : try FieldSelector.parse(String(element))
  }

  /// The attributes a parse must keep for it.
  package var attributeNames: Set<String> {
    var names = selector?.attributeNames ?? []
    if case .attribute(let name) = reading { names.insert(name) }
    return names
  }

  /// The field's value: of the first match inside `item` that has one; nil where there is none.
  ///
  /// - Parameter matches: what `selector` matches in the whole tree, for callers with many items; nil if not known.
  package func value(
    in tree: HTMLTree, item: HTMLTree.Node, matches: SelectorMatches? = nil
  ) -> String? {
    guard let selector else { return value(in: tree, of: item) }
    for node in (matches ?? tree.matches(selector)).within(item, of: tree) {
      if let value = value(in: tree, of: node) { return value }
    }
    return nil
  }

  private func value(in tree: HTMLTree, of node: HTMLTree.Node) -> String? {
    let text =
      switch reading {
      case .text: tree.foldedText(of: node)
      case .ownText: tree.foldedOwnText(of: node)
      case .attribute(let name): tree.text(ofAttributeNamed: name, of: node) ?? ""
      }
    return text.isEmpty ? nil : text
  }

  private static func parse(_ text: String) throws(SelectorError) -> Selector {
    do {
      return try Selector(parsing: text)
    } catch {
      throw SelectorError(error.message, column: error.column, remedy: supported)
    }
  }

  /// Where `::` begins outside quotes and brackets.
  private static func pseudoElement(in text: String) -> String.Index? {
    var depth = 0
    var quote: Character?
    var last: Character?
    for index in text.indices {
      let character = text[index]
      defer { last = character }
      if let open = quote {
        if character == open, last != "\\" { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "[" || character == "(" {
        depth += 1
      } else if character == "]" || character == ")" {
        depth -= 1
      } else if character == ":", depth == 0, last == ":" {
        return text.index(before: index)
      }
    }
    return nil
  }

  private static func reading(_ text: Substring, column: Int) throws(SelectorError) -> Reading {
    let written = text.drop { $0 == ":" }.filter { !$0.isWhitespace }
    if written == "text" { return .ownText }
    if written.hasPrefix("attr("), written.hasSuffix(")") {
      let name = written.dropFirst(5).dropLast().lowercased()
      let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      if isName { return .attribute(name) }
    }
    throw SelectorError("\(text) is not understood", column: column, remedy: supported)
  }
}
