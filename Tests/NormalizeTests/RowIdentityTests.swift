import Records
import Testing

@testable import Normalize

private func ids(_ rule: TableRule, on page: Page = samplePage()) throws -> [String] {
  try Normalizer(tables: [rule]).normalize(page).tables[0].records.map(\.id)
}

private func cards(key: [String] = []) throws -> TableRule {
  TableRule(
    table: "teas", from: ["cards"], key: key,
    columns: [
      ColumnRule(name: "title", type: try type("text")), ColumnRule(name: "price", type: try type("integer")),
    ])
}

struct RowIdentityTests {
  private let page = Identity.document(address: "https://shop.example/tea/")

  @Test func `two equal cards on one page have ids of their own`() throws {
    let ids = try ids(cards())
    #expect(
      ids[..<2] == [
        Identity.record(table: "teas", page: page, text: "Green tea 3 EUR", ordinal: 0),
        Identity.record(table: "teas", page: page, text: "Green tea 3 EUR", ordinal: 1),
      ])
  }

  @Test func `a card that is put before others leaves their ids as they are`() throws {
    let before = try ids(cards())
    let after = try ids(cards(), on: samplePage(items: [card(0, "New", [:])] + sampleCards))
    #expect(Array(after.dropFirst()) == before)
  }

  @Test func `a card's own address names it, without tracking parameters`() throws {
    #expect(try ids(cards())[2] == Identity.record(table: "teas", address: "https://shop.example/black"))
  }

  @Test(arguments: ["#", "", "javascript:void(0)", "./", "https://shop.example/tea/?utm_source=x"])
  func `an address that leads nowhere else names no card`(url: String) throws {
    let items = [card(0, "a", ["url": url]), card(1, "b", ["url": url])]
    #expect(
      try ids(cards(), on: samplePage(items: items)) == [
        Identity.record(table: "teas", page: page, text: "a", ordinal: 0),
        Identity.record(table: "teas", page: page, text: "b", ordinal: 0),
      ])
  }

  @Test func `the declared key names a row by its published values`() throws {
    let ids = try ids(cards(key: ["title", "price"]))
    #expect(ids[0] == Identity.record(table: "teas", key: ["Green tea", "3"]))
    #expect(ids[1] == ids[0])
    #expect(ids[2] == Identity.record(table: "teas", key: ["Black tea", nil]))
  }

  @Test func `a key that is null names nothing`() throws {
    #expect(
      try ids(cards(key: ["price"]))[2]
        == Identity.record(table: "teas", address: "https://shop.example/black"))
  }

  @Test func `a page is named by its address, a link by its address and text`() throws {
    let columns = [ColumnRule(name: "text", type: try type("text"))]
    #expect(
      try ids(TableRule(table: "pages", from: ["page"], columns: columns)) == [
        Identity.record(table: "pages", address: "https://shop.example/tea/")
      ])
    let text = "https://shop.example/a\nA"
    #expect(
      try ids(TableRule(table: "links", from: ["links"], columns: columns)) == [
        Identity.record(table: "links", page: page, text: text, ordinal: 0),
        Identity.record(table: "links", page: page, text: text, ordinal: 1),
      ])
  }
}
