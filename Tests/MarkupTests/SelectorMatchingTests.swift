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

  private let list = """
    <body><section id=s><h2>A</h2><p>1</p><p class=x>2</p><i>3</i><p class=x>4<b>5</b></p><hr></section>
    <section id=t><p>6</p><u> </u><h2>B</h2><p>7</p></section><section id=u><p>8</p></section>
    """

  @Test(arguments: [
    ("h2 + p", "1 7"), ("h2 ~ p", "1 2 45 7"), ("p+p", "2"), ("p ~ .x", "2 45"), ("i + .x b", "5"),
    ("section + section > p", "6 7 8"), ("h2 ~ i + p > b", "5"), ("section ~ section h2 + p", "7"),
    ("p:first-child", "6 8"), ("p:last-child", "7 8"), ("p:only-child", "8"), ("p:first-of-type", "1 6 8"),
    ("p:last-of-type", "45 7 8"), ("p:only-of-type", "8"), ("#s > :nth-child(2)", "1"),
    ("#s > :nth-child(odd)", "A 2 45"), ("#s > :nth-last-child(2)", "45"), ("#s > :nth-child(-n+2)", "A 1"),
    ("#s > p:nth-of-type(2)", "2"), ("#s > p:nth-last-of-type(3)", "1"), ("#s > :nth-child(1 of .x)", "2"),
    ("#s > :nth-last-child(1 of p.x)", "45"), ("p:nth-child(even of p)", "2 7"), ("section > :empty", ""),
    ("#s p:not(.x)", "1"), ("#s > :not(p, h2, hr)", "3"), ("p:not(section:first-child > p)", "6 7 8"),
    (":is(h2, u) + p", "1 7"), (":where(#s, #t) > h2", "A B"), ("p:is(section:nth-child(3) *)", "8"),
    ("p:has(b)", "45"), ("section:has(> i) h2", "A"), ("h2:has(+ p)", "A B"), ("p:has(~ i)", "1 2"),
    ("p:has(+ p)", "1"), ("p:has(~ h2 + p)", "6"), ("section:has(.x > b) i", "3"), (":has(> .x) > i", "3"),
    ("section:not(:has(h2)) p", "8"), ("i:has(+ .x b)", "3"), ("p:has(+ i, b)", "2 45"),
    (":root > body > section:last-child p", "8"), ("#u p:not(:root p)", ""), ("i:not(nothing)", "3"),
    ("i:not([nothing])", "3"), ("p:not(:is(.x, :has(b))):first-of-type", "1 6 8"),
    ("[class=X i]", "2 45"), ("[class=X s]", ""), ("[class=X]", ""), ("[id^=S I] h2", "A"),
  ])
  func `finds siblings, places and lists as CSS does`(text: String, expected: String) throws {
    let selector = try Selector(parsing: text)
    let tree = HTMLTree(parsing: Array(list.utf8), keeping: selector.attributeNames)
    #expect(tree.matches(selector).nodes.map { tree.foldedText(of: $0) }.joined(separator: " ") == expected)
  }

  @Test func `knows the root and elements without anything in them`() throws {
    let tree = HTMLTree(parsing: Array("<p></p><p>1</p><p><br></p>".utf8))
    #expect(try tree.matches(Selector(parsing: ":root")).nodes == [0])
    #expect(try tree.matches(Selector(parsing: "p:empty")).nodes.count == 1)
    #expect(try tree.matches(Selector(parsing: "br:empty")).nodes.count == 1)
  }

  @Test func `an element that a misplaced end tag cuts in two is one sibling`() throws {
    let tree = HTMLTree(parsing: Array("<p><b>1<i>2</b>3</i><u>4</u>".utf8))
    #expect(try tree.matches(Selector(parsing: "b + u")).nodes.count == 1)
    #expect(try tree.matches(Selector(parsing: "p > :nth-child(2)")).nodes.map(tree.name(of:)) == ["u"])
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
    #expect(try tree.matches(Selector(parsing: ".b:has(.b > .b):not(:only-child .x)"), within: 0).count == depth - 2)
  }

  @Test(arguments: [("b + b", 99_999), ("b ~ b", 99_999), ("b:has(~ b)", 99_999), ("b:nth-last-child(2n)", 50_000)])
  func `stays linear however many siblings there are`(text: String, count: Int) throws {
    let tree = HTMLTree(parsing: Array(String(repeating: "<b></b>", count: 100_000).utf8))
    #expect(try tree.matches(Selector(parsing: text)).nodes.count == count)
  }
}
