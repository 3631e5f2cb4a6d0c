import Records
import WebAddress

/// Gives the rows of one table on one page their ids, in order.
struct RowIdentity {
  private let rule: TableRule
  private let page: ReadPage
  /// The address that relative links of the page start from.
  private let base: Address?
  /// How often each text that names a row was met so far.
  private var met: [String: Int] = [:]

  init(_ rule: TableRule, on page: ReadPage, base: Address?) {
    self.rule = rule
    self.page = page
    self.base = base
  }

  /// The id of a row: from its key, else its own address, else its page and text.
  mutating func id(of origin: Origin, cells: [Cell]) -> String {
    if case .row(let row) = origin { return id(of: row, origin, cells) }
    // Counted for every row, so that no id depends on what the rows before it are named by.
    let text = origin.identifyingText(on: page)
    let ordinal = met[text, default: 0]
    met[text] = ordinal + 1
    if let key = key(of: cells) { return Identity.record(table: rule.table, key: key) }
    if let address = address(of: origin) { return Identity.record(table: rule.table, address: address) }
    return Identity.record(table: rule.table, page: page.page.id, text: text, ordinal: ordinal)
  }

  /// The same for a row of a data file: what isn't named by a key or an address is by its file and all it says, so that
  /// neither its line nor the page that holds it matters.
  private func id(of row: DataFileRow, _ origin: Origin, _ cells: [Cell]) -> String {
    if let key = key(of: cells) { return Identity.record(table: rule.table, key: key) }
    if let address = address(of: origin) { return Identity.record(table: rule.table, address: address) }
    let file = Identity.document(address: page.page.provenance.address)
    return Identity.record(table: rule.table, page: file, text: row.identity, ordinal: row.repeats)
  }

  /// The key columns' values as text; nil where there is no key or all of it is null.
  private func key(of cells: [Cell]) -> [String?]? {
    let values = rule.key.flatMap { name in
      rule.columns.firstIndex { $0.name == name }.map { cells[$0].values } ?? []
    }
    let texts = values.map(\.keyText)
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
