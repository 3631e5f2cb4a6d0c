import Records
import WebAddress

/// Gives the rows of one table on one page their ids, in order.
struct RowIdentity {
  private let table: TableReader
  private let page: ReadPage
  private var texts: TextIdentity
  /// How often each text that names a row was met so far, by the id of the first row it names.
  private var met: [String: Int] = [:]

  init(_ table: TableReader, on page: ReadPage) {
    self.table = table
    self.page = page
    texts = Identity.texts(table: table.rule.table, page: page.page.id)
  }

  /// The id of a row: from its key, else its own address, else its page and text.
  mutating func id(of origin: Origin, cells: [Cell]) -> String {
    if case .row(let row) = origin { return id(of: row, origin, cells) }
    // Counted for every row, so that no id depends on what the rows before it are named by.
    let first = id(of: origin, ordinal: 0)
    let ordinal = count(first)
    if let key = key(of: cells) { return Identity.record(table: table.rule.table, key: key) }
    if let address = address(of: origin) { return Identity.record(table: table.rule.table, address: address) }
    return ordinal == 0 ? first : id(of: origin, ordinal: ordinal)
  }

  /// Makes room for as many rows more.
  mutating func reserve(_ rows: Int) { met.reserveCapacity(met.count + rows) }

  /// How often a row of that first id was met before this one.
  private mutating func count(_ first: String) -> Int {
    func counted(_ times: inout Int) -> Int {
      defer { times += 1 }
      return times
    }
    return counted(&met[first, default: 0])
  }

  /// The id by the text that names a row where nothing else does.
  private mutating func id(of origin: Origin, ordinal: Int) -> String {
    switch origin {
    case .page: texts.id(of: [""], ordinal: ordinal)
    case .part(let part, _):
      if let range = part.range {
        texts.id(of: page.text[range], ordinal: ordinal)
      } else {
        texts.id(of: part.identity, ordinal: ordinal)
      }
    case .item(let item): texts.id(of: [item.text], ordinal: ordinal)
    case .thing(let thing): texts.id(of: [thing.json], ordinal: ordinal)
    case .row(let row): texts.id(of: [row.identity], ordinal: ordinal)
    }
  }

  /// The same for a row of a data file: what isn't named by a key or an address is by its file and all it says, so that
  /// neither its line nor the page that holds it matters.
  private func id(of row: DataFileRow, _ origin: Origin, _ cells: [Cell]) -> String {
    if let key = key(of: cells) { return Identity.record(table: table.rule.table, key: key) }
    if let address = address(of: origin) { return Identity.record(table: table.rule.table, address: address) }
    let file = Identity.document(address: page.page.provenance.address)
    return Identity.record(table: table.rule.table, page: file, text: row.identity, ordinal: row.repeats)
  }

  /// The key columns' values as text; nil where there is no key or all of it is null.
  private func key(of cells: [Cell]) -> [String?]? {
    guard !table.key.isEmpty else { return nil }
    let texts = table.key.flatMap { cells[$0].values.map(\.keyText) }
    return texts.contains { $0 != nil } ? texts : nil
  }

  /// The address that names a row: a page's own, or that of the field `url` of an item or a described thing.
  ///
  /// An item that only leads to its own page, or to no page of the web, isn't named by that.
  private func address(of origin: Origin) -> String? {
    switch origin {
    case .page: return page.page.provenance.address
    case .part: return nil
    case .item, .thing, .row:
      let base = page.webAddress
      guard let written = origin.field("url", on: page), !written.isEmpty,
        let address = Address(parsing: written, base: base)?.canonical, address.isFetchable,
        address != base?.canonical
      else { return nil }
      return address.href
    }
  }
}

extension Value {
  /// The value in a key, as it is published.
  fileprivate var keyText: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .boolean(let flag): flag ? "true" : "false"
    }
  }
}
