import Testing

@testable import Markup

struct SelectorMatchingTests {
  private let page = """
    <body><main id=top><div class="card  big"><h3>1</h3><a href="/x/1.html" data-ref=r1>2</a></div>
    <div class=card><h3>3</h3><p><a href="/y/2.pdf" lang=en-GB rel="a nofollow">4</a></p></div></main>
    <div class=cards><h3>5</h3><x-note class="a:b">6</x-note></div>
    """

  @Test(arguments: [
    ("h3", "1 3 5"), ("H3", "1 3 5"), (".card h3", "1 3"), (".card > a", "2"), (".card a", "2 4"),
    ("#top h3", "1 3"),
    ("main > .card > h3", "1 3"), ("body > h3", ""), ("div.card.big h3", "1"), ("h3, a", "1 2 3 4 5"),
    ("a, .card a, a[href]", "2 4"), ("[data-ref]", "2"), ("a[data-ref=r1]", "2"), ("a[href^='/y']", "4"),
    ("a[href$=\".pdf\"]", "4"), ("a[href*='1.h']", "2"), ("a[rel~=nofollow]", "4"), ("a[lang|=en]", "4"),
    ("a[href^='']", ""), ("x-note", "6"), (".a\\:b", "6"), (".a\\3a b", "6"), ("* > x-note", "6"),
    ("nothing", ""), ("html h3", "1 3 5"), ("div div h3", ""), ("main a , x-note", "2 4 6"),
  ])
  func `finds what CSS finds, in document order`(text: String, expected: String) throws {
    let selector = try Selector(parsing: text)
    let tree = HTMLTree(parsing: Array(page.utf8), keeping: selector.attributeNames)
    #expect(
      tree.matches(selector, within: 0).map { tree.foldedText(of: $0) }.joined(separator: " ") == expected)
  }

  @Test func `looks only inside the node, though ancestors above it count`() throws {
    let tree = HTMLTree(parsing: Array(page.utf8))
    let card = try #require(tree.matches(Selector(parsing: ".card"), within: 0).last)
    #expect(
      try tree.matches(Selector(parsing: "main a"), within: card).map { tree.foldedText(of: $0) } == ["4"])
    #expect(try tree.matches(Selector(parsing: ".card"), within: card).isEmpty)
  }

  @Test func `stays linear however deep the page is`() throws {
    let depth = 100_000
    let tree = HTMLTree(parsing: Array(String(repeating: "<div class=b>", count: depth).utf8))
    #expect(try tree.matches(Selector(parsing: ".a .b"), within: 0).isEmpty)
    #expect(try tree.matches(Selector(parsing: ".b > .b .b"), within: 0).count == depth - 2)
  }
}
