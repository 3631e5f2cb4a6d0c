import Testing

@testable import Clean

struct MatchCountTests {
  private let page = Array("<div class=card data-a=1><h3>1</h3></div><div class=card></div>".utf8)

  @Test func `counts by CSS and by XPath`() throws {
    #expect(try MatchCount(css: ".card[data-a]").count(onPage: page) == (1, ""))
    #expect(try MatchCount(xpath: "//div[@class='card']").count(onPage: page) == (2, ""))
    #expect(try MatchCount(xpath: "//div/@data-a").count(onPage: page) == (1, ""))
    #expect(try MatchCount(css: "p").count(onPage: []) == (0, ""))
  }

  @Test func `says why a page could not be counted`() throws {
    let result = try MatchCount(xpath: "//b").count(onPage: Array(String(repeating: "<b></b>", count: 70_000).utf8))
    #expect(result.count == nil)
    #expect(result.problem.contains("too large"))
  }

  @Test(arguments: [("p:hover", false, 2), ("//p[", true, 5), ("count(//p)", true, 1)])
  func `says where a selector is wrong`(text: String, isXPath: Bool, column: Int) {
    let fault = #expect(throws: MatchCount.Fault.self) {
      _ = isXPath ? try MatchCount(xpath: text) : try MatchCount(css: text)
    }
    #expect(fault?.column == column)
  }
}
