import Markup
import Records
import Testing

@testable import Clean

struct ItemReaderTests {
  @Test func `cuts out items with their fields`() throws {
    let html = """
      <article><p>\(prose)</p></article><div class=related>
      <div class=card data-ref=7><h3>First  job</h3><a href="../jobs/1?x=1&amp;y">apply</a></div>
      <div class=card><h3> </h3><a>apply</a></div></div>
      """
    let cards = try rule(
      "cards", ".related .card", ["title": "h3", "url": "a::attr(href)", "ref": "::attr(data-ref)"])
    let page = try #require(cleaned(html, items: [cards]).page)
    #expect(page.items.map(\.name) == ["cards", "cards"])
    #expect(page.items.map(\.ordinal) == [0, 1])
    #expect(page.items.map(\.text) == ["First job apply", "apply"])
    #expect(
      page.items[0].fields == ["title": "First job", "url": "https://site.example/jobs/1?x=1&y", "ref": "7"])
    #expect(page.items[1].fields.isEmpty)
  }

  @Test func `cuts out items by XPath`() throws {
    let html = """
      <article><p>\(prose)</p></article>
      <div class=card data-ref=7><h3>First  job</h3><a href="../jobs/1?x=1&amp;y">apply</a> soon</div>
      <div class=card><h3> </h3><h3>Second</h3></div>
      """
    let fields = [
      ("title", "h3"), ("url", "a/@href"), ("ref", "./@data-ref"), ("note", "a/following-sibling::text()"),
      ("links", "count(a)"), ("none", "string(i)"),
    ]
    let cards = ItemRule(
      name: "cards", each: try ItemSelector(xpath: "//div[h3]"),
      fields: try fields.map { ItemRule.Field(name: $0.0, selector: .xpath(try XPath(parsing: $0.1))) })
    let page = try #require(cleaned(html, items: [cards]).page)
    #expect(page.items.map(\.text) == ["First job apply soon", "Second"])
    #expect(
      page.items[0].fields == [
        "title": "First job", "url": "https://site.example/jobs/1?x=1&y", "ref": "7", "note": "soon", "links": "1",
      ])
    #expect(page.items[1].fields == ["title": "Second", "links": "0"])
  }

  @Test func `counts the XPaths that a page is too large for`() throws {
    let html = String(repeating: "<b></b>", count: 100_000) + prose
    let tree = HTMLTree(parsing: Array(html.utf8))
    let rule = ItemRule(name: "cards", each: try ItemSelector(xpath: "//b"), fields: [])
    let found = ItemReader(tree, PageBase(tree, documentAddress: "https://site.example/")).read([rule])
    #expect(found.items.isEmpty)
    #expect(found.stopped == 1)
  }

  @Test func `counts each rule's items from 0, rule by rule`() throws {
    let html = "<p>\(prose)<b>1</b><i>2</i><b>3</b>"
    let page = try #require(cleaned(html, items: [rule("i", "i"), rule("b", "b")]).page)
    #expect(page.items.map { "\($0.name)\($0.ordinal)=\($0.text)" } == ["i0=2", "b0=1", "b1=3"])
  }

  @Test func `stops at items in items that would cost the square of the page`() throws {
    let html = String(repeating: "<div>", count: 20_000) + prose
    let result = cleaned(html, items: [try rule("divs", "div")])
    #expect(result.diagnostics.map(\.code) == ["clean.deep-nesting", "clean.items-cut"])
    #expect((result.page?.items.count ?? 0) > 100)
  }
}
