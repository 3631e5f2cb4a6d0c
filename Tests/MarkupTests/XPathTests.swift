import Testing

@testable import Markup

struct XPathTests {
  @Test(arguments: [
    ("", 1), ("//a[", 5), ("//a]", 4), ("//a)", 4), ("a) | (b", 2), ("//a[@href='x]", 11), ("//a/@*", 6),
    ("//@node()", 4), ("$x", 1), ("//a[$x]", 5), ("//DIV", 3), ("//a/@Href", 6), ("//o:p", 3), ("document('x')", 1),
    ("//a[matches(., 'x')]", 5), ("lang('en')", 1), ("//a[contains(.)]", 5), ("count()", 1), ("concat('a')", 1),
    ("//a[last(1)]", 5), ("count('x')", 1), ("//a //", 7), ("//a[]", 5), ("a b", 3), ("é/é/$x", 5),
    ("//a/namespace::x", 5), ("//a | 3", 1), ("id(//a)/$b", 9),
  ])
  func `says where an expression goes wrong`(text: String, column: Int) {
    let error = #expect(throws: SelectorError.self) { try XPath(parsing: text) }
    #expect(error?.column == column, "\(error?.message ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test(arguments: [
    ("//article", XPath.Kind.nodes, true), ("./@data-ref", .nodes, false), ("//p/text()", .nodes, false),
    ("//a[@href][text()]", .nodes, true), ("//a[contains(text(), 'x')]/..", .nodes, true), ("string(h3)", .text, false),
    ("count(//a) * 2 div 3", .number, false), ("//a and //b", .boolean, false),
    ("//div/div[div div 2 = 1]", .nodes, true),
    ("normalize-space(.//h3)", .text, false), ("id('x')", .nodes, true), ("*[@a]/* | //b", .nodes, true),
    ("//*[name()='o:p']", .nodes, true), ("preceding-sibling::h2[1]", .nodes, true),
  ])
  func `knows what an expression gives`(text: String, kind: XPath.Kind, givesElements: Bool) throws {
    let xpath = try XPath(parsing: text)
    #expect(xpath.kind == kind)
    #expect(xpath.givesElements == givesElements)
  }

  @Test func `lists the attributes a parse must keep`() throws {
    let xpath = try XPath(parsing: "//a[@data-x = '@no']/attribute :: data-y | b[ @ data-z]/c[attribute::d]/e")
    #expect(xpath.attributeNames == ["data-x", "data-y", "data-z", "d"])
  }

  @Test func `refuses what is too long or too deep`() {
    #expect(throws: SelectorError.self) { try XPath(parsing: String(repeating: "a/", count: 1500) + "a") }
    #expect(throws: SelectorError.self) {
      try XPath(parsing: String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60))
    }
  }
}
