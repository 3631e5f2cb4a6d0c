/// The attributes that every parse keeps, since readers of pages look at them.
package enum AttributeName: UInt16, CaseIterable, Sendable {
  case id, `class`, href, src, rel, name, property, content, httpEquiv, charset, lang, datetime, itemprop,
    itemscope
  case itemtype, alt, title, hidden, ariaHidden, role, colspan, rowspan, type
  case itemid, itemref, vocab, typeof, resource, about, prefix, value, data
  case srcset, width, height, dataSrc, dataSrcset

  /// The name in lower case, as markup writes it.
  package var name: String {
    switch self {
    case .httpEquiv: "http-equiv"
    case .ariaHidden: "aria-hidden"
    case .dataSrc: "data-src"
    case .dataSrcset: "data-srcset"
    default: String(describing: self)
    }
  }

  /// These names by their number.
  static let table = NameTable(allCases.map(\.name))

  /// These names and `extra` ones after them, in a fixed order.
  static func table(adding extra: Set<String>) -> NameTable {
    var table = table
    for name in extra.sorted() {
      let bytes = Array(name.utf8)
      _ = table.insert(bytes, 0, bytes.count)
    }
    return table
  }
}
