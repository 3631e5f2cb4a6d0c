import JSONText
import Markup
import Records

/// Everything a page describes for machines.
struct StructuredData {
  /// JSON-LD first, then microdata, RDFa and what `meta` elements say, each in document order.
  let items: [TypedItem]
  /// How many JSON-LD scripts held nothing that could be read.
  let unreadable: Int
  /// The nodes of JSON-LD that others may refer to.
  private let byID: [String: JSON]

  init(_ tree: HTMLTree, _ marked: MarkedNodes, _ metas: MetaElements, _ base: PageBase) {
    let scripts = JSONLD(tree.embedded)
    items =
      scripts.items + Microdata.items(tree, base, marked: marked.microdata)
      + RDFa.items(tree, base, marked: marked.rdfa)
      + sharingItems(metas)
    unreadable = scripts.unreadable
    byID = Dictionary(
      scripts.items.compactMap { item in item.json["@id"]?.text.map { ($0, item.json) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The object a value refers to by `@id` alone, else the value itself.
  func resolved(_ value: JSON) -> JSON {
    guard value.members.count == 1, let id = value["@id"]?.text, let node = byID[id] else { return value }
    return node
  }
}
