import Testing

@testable import Markup

struct SelectorTests {
  @Test(arguments: [
    ("", 1), ("a,", 3), ("a:hover", 2), ("a + b", 3), ("a ~ b", 3), ("a~b", 2), ("//a", 1), ("a[", 3),
    ("a[x", 4),
    ("a[x=", 5), ("a[x=\"y]", 5), ("a[x!=y]", 4), ("a.", 3), ("#", 2), ("a >", 4), ("> a", 1),
    ("a[x=y i]", 7),
    ("p::text", 2), ("a > > b", 5), ("a b )", 5), ("[x~y]", 4),
  ])
  func `says where a selector goes beyond what is supported`(text: String, column: Int) {
    let error = #expect(throws: SelectorError.self) { try Selector(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func `lists the attributes a parse must keep`() throws {
    let selector = try Selector(parsing: "a[href^='/x'][DATA-ref], .b #c [data-id]")
    #expect(selector.attributeNames == ["href", "data-ref", "data-id"])
  }

  @Test func `refuses more parts than it has bits for`() {
    let long = Array(repeating: "a", count: 65).joined(separator: " ")
    #expect(throws: SelectorError.self) { try Selector(parsing: long) }
  }
}
