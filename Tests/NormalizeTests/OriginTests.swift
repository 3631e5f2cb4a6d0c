import Records
import Testing

@testable import Normalize

struct OriginTests {
  @Test func `a page offers every field it names`() throws {
    let fields = try #require(Origin.fields(of: "page"))
    let origin = Origin.page(samplePage())
    #expect(
      fields.map { origin.field($0) } == [
        "Tea", "Tea\nLeaves and water.", "https://shop.example/tea/", "https://shop.example/tea/",
        "2026-03-01T09:00:00Z", "2026-03-02", "en", "All about tea", "4",
      ])
    #expect(origin.field("titel") == nil)
  }

  @Test func `a page's url is the one it calls its own, and none for a file`() {
    var page = samplePage()
    page.canonicalAddress = "https://shop.example/tea"
    #expect(Origin.page(page).field("url") == "https://shop.example/tea")
    #expect(Origin.page(samplePage(address: "shop:a/b.html")).field("url") == nil)
    #expect(Origin.page(samplePage(address: "shop:a/b.html")).field("address") == "shop:a/b.html")
  }

  @Test func `a link offers every field it names`() throws {
    let fields = try #require(Origin.fields(of: "links"))
    let links = Origin.all(named: "links", on: samplePage())
    #expect(links.count == 2)
    #expect(fields.map { links[1].field($0) } == ["https://shop.example/a", "A", "false"])
  }

  @Test func `an item offers its fields and its text, unless a field is named so`() {
    #expect(Origin.fields(of: "cards") == nil)
    #expect(Origin.item(card(0, "whole", ["a": "1"])).field("text") == "whole")
    #expect(Origin.item(card(0, "whole", ["text": "part"])).field("text") == "part")
    #expect(Origin.item(card(0, "whole", ["a": "1"])).field("b") == nil)
    #expect(Origin.all(named: "cards", on: samplePage()).count == 3)
    #expect(Origin.all(named: "boxes", on: samplePage()).isEmpty)
  }
}
