import Markup
import Text

/// A page's `meta` elements.
struct MetaElements {
  /// A name (or property, itemprop, http-equiv) in lower case, with its content folded.
  struct Entry {
    var name: String
    var content: String
  }

  /// Those with a name and content, in document order.
  let entries: [Entry]
  private let places: [String: [Int]]

  init(_ tree: HTMLTree) {
    let entries = tree.nodes(tagged: [.meta]).flatMap { node -> [Entry] in
      let content = nfc(foldingWhiteSpace(tree.text(ofAttribute: .content, of: node) ?? ""))
      guard !content.isEmpty else { return [] }
      return [AttributeName.name, .property, .itemprop, .httpEquiv].compactMap { attribute in
        tree.text(ofAttribute: attribute, of: node).map {
          Entry(name: foldingWhiteSpace($0).lowercased(), content: content)
        }
      }
    }
    self.entries = entries
    places = Dictionary(grouping: entries.indices) { entries[$0].name }
  }

  /// The contents of all entries of that name.
  func all(_ name: String) -> [String] { (places[name] ?? []).map { entries[$0].content } }

  /// The first entry of the first name that has one.
  func first(_ names: [String]) -> Entry? {
    for name in names {
      if let place = places[name]?.first { return entries[place] }
    }
    return nil
  }
}
