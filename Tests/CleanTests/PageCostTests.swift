import Markup
import Records
import Testing

@testable import Clean

struct PageCostTests {
  private func cost(_ html: String, parts: Int = 0) -> PageCost {
    let tree = HTMLTree(parsing: Array(html.utf8))
    return PageCost(tree, MarkedNodes(tree), selectorParts: parts)
  }

  @Test func `counts a property's text for each property it stands in`() {
    #expect(cost("<p itemprop=a>four<b itemprop=b>five5</b></p><p>more</p>").propertyBytes == 9 + 5)
    #expect(cost("<p property=a>four</p>").propertyBytes == 4)
    #expect(cost("<p>four</p>").propertyBytes == 0)
  }

  @Test func `counts the elements and names that selectors look at`() {
    let once = cost("<p class=abc>x</p>", parts: 1).selectorSteps
    #expect(once > 3)
    #expect(cost("<p class=abc>x</p>", parts: 7).selectorSteps == 7 * once)
    #expect(cost("<p class=abc>x</p>").selectorSteps == 0)
  }

  @Test func `rejects a page whose properties stand in each other beyond measure`() {
    let nested = { (count: Int) in
      "<div itemscope itemtype=https://schema.org/Thing>"
        + String(repeating: "<div itemprop=name>some words of text", count: count)
    }
    let rejected = cleaned(nested(4000))
    #expect(rejected.page == nil)
    #expect(rejected.diagnostics.last?.code == "clean.too-costly")
    #expect(rejected.diagnostics.last?.severity == .reject)
    #expect(cleaned(nested(400)).page != nil)
  }

  @Test func `cuts items off when their fields look through too many empty elements`() throws {
    let html = String(repeating: "<div class=item> ", count: 3000) + "<p>\(prose)"
    let result = cleaned(html, items: [try rule("items", ".item", ["a": "div:empty", "b": "span"])])
    #expect(result.diagnostics.map(\.code).contains("clean.items-cut"))
  }

  @Test(arguments: [
    "<a href=/x>" + String(repeating: "<b>words words words", count: 20_000),
    "<div vocab=https://schema.org/ typeof=A>" + String(repeating: "<div typeof=B property=b>x", count: 20_000),
    "<div typeof=A>"
      + (0..<5000).map { "<div prefix='p\($0): https://p\($0).example/' property=a>" }.joined() + "x",
    "<meta name=author content='\((0..<20_000).map { "Ada\($0) Lake" }.joined(separator: ", "))'><p>words",
    "<script type=application/ld+json>" + String(repeating: "{\"a\":[", count: 100_000) + "</script><p>words",
    String(repeating: "<div itemscope itemref='a b c'></div>", count: 3000)
      + "<div id=a>" + String(repeating: "<p itemprop=x>y</p>", count: 3000),
  ])
  func `comes to an end on pages that are made to be hard`(html: String) {
    let result = cleaned(html)
    #expect(result.page != nil || result.diagnostics.last?.severity == .reject)
  }
}
