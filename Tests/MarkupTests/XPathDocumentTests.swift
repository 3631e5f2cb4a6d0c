import Foundation
import Testing

@testable import Markup

struct XPathDocumentTests {
  private static let page = """
    <body><article data-ref=r1 id=one><h3>First <b>job</b></h3><a href="/x?a=1&amp;b=2">more</a> tail</article>
    <article data-ref=r2><h3>Second</h3><p>3</p><p>4</p></article><x-note>end</x-note>
    """

  private func evaluate(_ text: String, _ html: String = page, at wanted: String? = nil) throws -> XPathDocument.Value {
    let xpath = try XPath(parsing: text)
    let tree = HTMLTree(parsing: Array(html.utf8), keeping: xpath.attributeNames.union(["data-ref"]))
    let document = try #require(XPathDocument(tree))
    let node = try wanted.map { try #require(tree.matches(Selector(parsing: $0)).nodes.first) } ?? 0
    return try document.evaluate(xpath, at: node)
  }

  @Test(arguments: [
    ("string(//h3)", "First job"), ("count(//article)", "2"), ("count(//p) = 2", "true"),
    ("string(//article[2]/@data-ref)", "r2"), ("string(//a/@href)", "/x?a=1&b=2"), ("sum(//p)", "7"),
    ("normalize-space(//article[2])", "Second34"), ("name(//article[2]/*[last()])", "p"),
    ("string(id('one')//b)", "job"), ("name(/*)", "html"), ("string(//x-note/preceding::h3[1])", "Second"),
    ("translate('aBc', 'abc', 'ABC')", "ABC"), ("count(//text()[. = 'end'])", "1"), ("string(//nothing)", ""),
    ("count(//article/ancestor::node())", "3"),
  ])
  func `evaluates XPath's values`(text: String, expected: String) throws {
    #expect(try evaluate(text) == .text(expected))
  }

  @Test func `gives elements, texts and attributes in document order`() throws {
    let tree = HTMLTree(parsing: Array(Self.page.utf8), keeping: ["data-ref"])
    let articles = try tree.matches(Selector(parsing: "article")).nodes
    #expect(try evaluate("//p/.. | //article") == .nodes(articles.map { .element($0) }))
    #expect(try evaluate("./@data-ref", at: "article + article") == .nodes([.attribute(name: "data-ref", value: "r2")]))
    #expect(try evaluate(".//p/text()", at: "article + article") == .nodes([.text("3"), .text("4")]))
    #expect(try evaluate("./p", at: "article") == .nodes([]))
  }

  @Test(arguments: [
    ("//h3", "h3"), ("//article/p", "article > p"), ("//article//b", "article b"),
    ("//h3/following-sibling::*", "h3 ~ *"),
    ("//*[@href]", "[href]"), ("//*[not(node())]", ":empty"), ("//p[1]", "p:first-of-type"), ("//*", "*"),
    ("//article[a]", "article:has(> a)"),
  ])
  func `sees the shape that selectors see`(xpath: String, css: String) throws {
    for html in [
      Self.page, "<p><b>1<i>2</b>3<a href=x>4</i></p><table>5<tr><td>6", "<article><a><article><p>x</a>y<br>",
    ] {
      let tree = HTMLTree(parsing: Array(html.utf8))
      let selected = try tree.matches(Selector(parsing: css)).nodes
      #expect(try evaluate(xpath, html) == .nodes(selected.map { .element($0) }))
    }
  }

  @Test func `stops an expression that takes too many steps`() throws {
    let html = String(repeating: "<b><i></i></b>", count: 5000)
    let error = #expect(throws: XPathFailure.self) { try evaluate("//*[//*[//*[not(self::u)]]]", html) }
    #expect(error?.isLimit == true)
  }

  @Test func `takes a page of any depth, and none that is beyond measure`() throws {
    let deep = String(repeating: "<div>", count: 50_000)
    #expect(try evaluate("count(//div)", deep) == .text("50000"))
    #expect(throws: XPathFailure.self) { try evaluate("count(//div//div)", deep) }
    #expect(XPathDocument(HTMLTree(parsing: Array((deep + String(repeating: "text ", count: 600)).utf8))) == nil)
    let wide = String(repeating: "<b></b>", count: XPathDocument.mostNodes + 1)
    #expect(XPathDocument(HTMLTree(parsing: Array(wide.utf8))) == nil)
  }

  @Test func `leaves no memory behind`() throws {
    let xpath = try XPath(parsing: "//article[h3]/p[contains(., '4')] | //a/@href")
    let wrong = "//a[count('x') = 1]"
    let tree = HTMLTree(parsing: Array((Self.page + String(repeating: "<p>some text</p>", count: 500)).utf8))
    func work(_ times: Int) throws {
      for _ in 0..<times {
        let document = try #require(XPathDocument(tree))
        for _ in 0..<200 { _ = try document.evaluate(xpath, at: 0) }
        #expect(throws: XPathFailure.self) { try document.kind(of: wrong) }
      }
    }
    try work(20)
    let growth = try (0..<9).map { _ in
      let before = residentKilobytes()
      try work(20)
      return residentKilobytes() - before
    }
    // Whatever one evaluation or document kept would add some 400 kB or more to each round; what other tests take at
    // the same time shows in some.
    #expect(growth.min() ?? 0 < 200, "\(growth)")
  }

  private func residentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return status.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4 } ?? 0
  }
}
