import Normalize
import Records

/// The cell's values as a table shows them, separated by commas.
func shown(_ cell: Cell) -> String { cell.values.map(shown).joined(separator: ", ") }

/// A value as a table shows it.
func shown(_ value: Value) -> String {
  switch value {
  case .null: "null"
  case .text(let text): text
  case .integer(let number): "\(number)"
  case .real(let number): "\(number)"
  case .boolean(let flag): "\(flag)"
  }
}

extension ColumnType {
  /// What the type makes of some text: the values, the rule and the flag.
  static func outcome(_ written: String, base: ReadingContext = .init()) -> String {
    let cell = cell(written, in: base)
    return ([shown(cell), cell.rule, cell.flag?.rawValue] as [String?]).compactMap(\.self).joined(
      separator: " | ")
  }
}

/// A page of a fictional shop with two equal cards, a link and a date.
func samplePage(
  address: String = "https://shop.example/tea/", source: String = "shop", items: [Page.Item] = sampleCards
) -> Page {
  Page(
    id: Identity.document(address: address),
    provenance: Provenance(
      source: source, address: address, fetchedAt: Timestamp(year: 2026, month: 3, day: 1),
      contentHash: ContentHash(of: "bytes")),
    title: "Tea", description: "All about tea", canonicalAddress: nil, language: "en",
    dates: [
      .init(.modified, "2026-03-02", rule: "meta"), .init(.published, "2026-03-01T09:00:00Z", rule: "meta"),
      .init(.published, "1999", rule: "time"),
    ],
    blocks: [.init(.heading, level: 1, "Tea"), .init(.paragraph, "Leaves and water.")],
    links: [
      .init(address: "https://shop.example/a", text: "A", inMainText: true),
      .init(address: "https://shop.example/a", text: "A", inMainText: false),
    ],
    items: items)
}

/// Two cards that are equal, and one that isn't.
let sampleCards = [
  card(0, "Green tea 3 EUR", ["title": "Green tea", "price": "3"]),
  card(1, "Green tea 3 EUR", ["title": "Green tea", "price": "3"]),
  card(2, "Black tea cheap", ["title": "Black tea", "price": "cheap", "url": "/black?utm_source=x"]),
]

/// One card.
func card(_ ordinal: Int, _ text: String, _ fields: [String: String]) -> Page.Item {
  Page.Item(name: "cards", ordinal: ordinal, text: text, fields: fields)
}
