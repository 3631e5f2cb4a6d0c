import Records
import Testing

@testable import Normalize

struct OriginTests {
  @Test func `a page offers every field it names`() throws {
    let fields = try #require(Origin.fields(of: "page"))
    var page = samplePage()
    page.authors = [.init("Ada Assam", rule: "rel author"), .init("Olga Oolong", rule: "rel author")]
    page.siteName = .init("The Tea Shop", rule: "meta og:site_name")
    page.image = .init("https://shop.example/tea.png", rule: "meta og:image")
    page.kind = .init("article", rule: "jsonLD Article")
    page.licence = .init("https://licence.example/by", rule: "rel license")
    page.tags = [.init("tea", rule: "meta keywords"), .init("leaves", rule: "meta keywords")]
    let origin = Origin.page(page)
    #expect(
      fields.map { origin.field($0) } == [
        "Tea", "Tea\nLeaves and water.", "https://shop.example/tea/", "https://shop.example/tea/",
        "Ada Assam; Olga Oolong", "2026-03-01T09:00:00Z", "2026-03-02", "en", "All about tea", "The Tea Shop",
        "https://shop.example/tea.png", "article", "https://licence.example/by", "tea; leaves", "4",
      ])
    #expect(origin.field("titel") == nil)
  }

  @Test func `a page without authors, site or tags offers none`() {
    let origin = Origin.page(samplePage())
    for field in ["authors", "site", "image", "kind", "licence", "tags"] { #expect(origin.field(field) == nil) }
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
