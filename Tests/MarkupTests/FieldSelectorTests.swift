import Testing

@testable import Markup

struct FieldSelectorTests {
  @Test(arguments: [
    ("h3", "Title of 1"), ("h3::text", "Title"), ("a::attr(href)", "/x?a=1&b=2"),
    ("a::attr( HREF )", "/x?a=1&b=2"),
    ("::attr(data-ref)", "r1"), ("::text", "tail"), ("a[href*='::']::attr(href)", nil), ("p", nil),
    ("a", "more"),
    ("i, a::attr(href)", "/x?a=1&b=2"), ("h3 ~ a:not(p a)::attr(href)", "/x?a=1&b=2"),
    (":is(h3, p):has(b)", "Title of 1"),
  ])
  func `reads a field of an item`(text: String, expected: String?) throws {
    let field = try FieldSelector(parsing: text)
    let each = try Selector(parsing: ".card")
    let html = """
      <div class=card data-ref=r1><i></i><h3>Title <b>of 1</b></h3><p> </p>
      <a href="/x?a=1&amp;b=2">more</a> tail</div>
      """
    let tree = HTMLTree(parsing: Array(html.utf8), keeping: field.attributeNames.union(each.attributeNames))
    let card = try #require(tree.matches(each, within: 0).first)
    #expect(field.value(in: tree, item: card) == expected)
  }

  @Test(arguments: [
    ("a::href", 2), ("a::attr()", 2), ("::attr(a b", 1), ("a:first", 2), ("", 1), ("a::text b", 2),
  ])
  func `says where a field goes wrong`(text: String, column: Int) {
    let error = #expect(throws: SelectorError.self) { try FieldSelector(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.remedy.contains("::attr(name)") == true)
  }
}
