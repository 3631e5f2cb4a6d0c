import Markup
import Records
import Text

/// What a page says of itself.
struct Metadata {
  /// The title and the rule that found it.
  let title: (text: String, rule: String)?
  let description: String?
  let canonicalAddress: String?
  let language: String?

  init(_ tree: HTMLTree, _ metas: MetaElements, _ base: PageBase) {
    title = PageTitle(tree, metas).choose()
    description =
      metas.first(["description", "og:description", "twitter:description", "dc.description"])?.content
    let linked = Metadata.canonicalLink(tree).flatMap(base.absolute)
    canonicalAddress = linked ?? metas.first(["og:url"]).flatMap { base.absolute($0.content) }
    language = Metadata.language(tree, metas)
  }

  private static func canonicalLink(_ tree: HTMLTree) -> String? {
    for node in 0..<tree.count where tree.tag(of: node) == .link {
      let relations = tree.text(ofAttribute: .rel, of: node)?.lowercased().split(
        whereSeparator: \.isWhitespace)
      if relations?.contains("canonical") == true { return tree.text(ofAttribute: .href, of: node) }
    }
    return nil
  }

  private static func language(_ tree: HTMLTree, _ metas: MetaElements) -> String? {
    let declared = tree.text(ofAttribute: .lang, of: 0).map { foldingWhiteSpace($0) }
    if let declared, !declared.isEmpty { return declared }
    let written = metas.first(["content-language", "language", "dc.language", "og:locale"])?.content
    return written?.split(separator: ",").first.map { String($0).replacing("_", with: "-") }
  }
}

/// A page's `meta` elements.
struct MetaElements {
  /// A name (or property, itemprop, http-equiv) in lower case, with its content folded.
  struct Entry {
    var name: String
    var content: String
  }

  /// Those with a name and content, in document order.
  let entries: [Entry]

  init(_ tree: HTMLTree) {
    entries = (0..<tree.count).filter { tree.tag(of: $0) == .meta }.flatMap { node -> [Entry] in
      let content = nfc(foldingWhiteSpace(tree.text(ofAttribute: .content, of: node) ?? ""))
      guard !content.isEmpty else { return [] }
      return [AttributeName.name, .property, .itemprop, .httpEquiv].compactMap { attribute in
        tree.text(ofAttribute: attribute, of: node).map {
          Entry(name: foldingWhiteSpace($0).lowercased(), content: content)
        }
      }
    }
  }

  /// The contents of all entries of that name.
  func all(_ name: String) -> [String] { entries.filter { $0.name == name }.map(\.content) }

  /// The first entry of the first name that has one.
  func first(_ names: [String]) -> Entry? {
    for name in names {
      if let entry = entries.first(where: { $0.name == name }) { return entry }
    }
    return nil
  }
}
