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
    let read = ReadPage(page)
    let expected = [
      page.id, "Tea", "Tea\nLeaves and water.", "https://shop.example/tea/", "https://shop.example/tea/",
      "Ada Assam; Olga Oolong", "2026-03-01T09:00:00Z", "2026-03-02", "en", "All about tea", "The Tea Shop",
      "https://shop.example/tea.png", "article", "https://licence.example/by", "tea; leaves", "4",
    ]
    #expect(fields.map { Origin.page.field($0, on: read) } == expected)
    let item = Origin.item(card(0, "whole", ["title": "Own"]))
    #expect(fields.map { item.field("page.\($0)", on: read) } == expected)
    #expect(item.field("title", on: read) == "Own")
    #expect(Origin.page.field("titel", on: read) == nil)
  }

  @Test func `a page without authors, site or tags offers none`() {
    for field in ["authors", "site", "image", "kind", "licence", "tags"] {
      #expect(Origin.page.field(field, on: ReadPage(samplePage())) == nil)
    }
  }

  @Test func `a page's url is the one it calls its own, and none for a file`() {
    var page = samplePage()
    page.canonicalAddress = "https://shop.example/tea"
    #expect(Origin.page.field("url", on: ReadPage(page)) == "https://shop.example/tea")
    let file = ReadPage(samplePage(address: "shop:a/b.html"))
    #expect(Origin.page.field("url", on: file) == nil)
    #expect(Origin.page.field("address", on: file) == "shop:a/b.html")
  }

  @Test func `an item offers its fields and its text, unless a field is named so`() {
    let page = ReadPage(samplePage())
    #expect(Origin.fields(of: "cards") == nil)
    #expect(Origin.item(card(0, "whole", ["a": "1"])).field("text", on: page) == "whole")
    #expect(Origin.item(card(0, "whole", ["text": "part"])).field("text", on: page) == "part")
    #expect(Origin.item(card(0, "whole", ["a": "1"])).field("b", on: page) == nil)
    #expect(Origin.all(.item("cards"), on: page).count == 3)
    #expect(Origin.all(.item("boxes"), on: page).isEmpty)
  }

  @Test func `a part offers its place on the page and in its text, counted in characters`() {
    var page = samplePage()
    page.blocks = [.init(.paragraph, "Thé vert."), .init(.paragraph, "Thé noir, 茶.")]
    let read = ReadPage(page)
    let range = read.blocks[1]
    let part = Origin.part(PagePart(["what": "x"], range: range), place: 2)
    #expect(["what", "position", "start", "end"].map { part.field($0, on: read) } == ["x", "3", "10", "22"])
    let elsewhere = Origin.part(PagePart([:], identity: ["y"]), place: 0)
    #expect(elsewhere.field("start", on: read) == nil)
  }
}
