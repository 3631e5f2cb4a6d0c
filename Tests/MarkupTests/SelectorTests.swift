import Testing

@testable import Markup

struct SelectorTests {
  @Test(arguments: [
    ("", 1), ("a,", 3), ("a:hover", 2), ("a +", 4), ("~ b", 1), ("+b", 1), ("a + > b", 5), ("//a", 1), ("a[", 3),
    ("a[x", 4), ("a[x=", 5), ("a[x=\"y]", 5), ("a[x!=y]", 4), ("a.", 3), ("#", 2), ("a >", 4), ("> a", 1),
    ("a[x=y z]", 7), ("p::text", 2), ("a > > b", 5), ("a b )", 5), ("[x~y]", 4), ("a:", 3), ("a:not", 6),
    ("a:not(", 7), ("a:not()", 7), ("a:not(b", 8), ("a:is(b,)", 8), ("a:has(>)", 8), ("a:has(b:has(c))", 8),
    ("a:nth-child(x)", 13), ("a:nth-child(2n+)", 13), ("a:nth-child(2 from b)", 15), ("a:nth-of-type(2 of b)", 17),
    ("a:nth-child(99999999999)", 13), ("p:contains(x)", 2), ("a:first-line", 2), ("é é:x", 4),
    ("a:not(:not(:not(:not(:not(:not(:not(:not(:not(b)))))))))", 42),
  ])
  func `says where a selector goes beyond what is supported`(text: String, column: Int) {
    let error = #expect(throws: SelectorError.self) { try Selector(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test(arguments: [
    ("odd", [1, 3, 5]), ("EVEN", [2, 4, 6]), ("3", [3]), ("n", [1, 2, 3, 4, 5, 6]), ("2n+1", [1, 3, 5]),
    ("-n+2", [1, 2]), ("+3n - 1", [2, 5]), ("n + 5", [5, 6]), ("0n+4", [4]), ("-3", []), ("-2n+5", [1, 3, 5]),
  ])
  func `counts places as CSS does`(formula: String, expected: [Int]) throws {
    let selector = try Selector(parsing: "a:nth-child( \(formula) )")
    guard case .places(let places) = selector.alternatives[0].steps[0].compound.conditions[0] else {
      Issue.record("no places in \(selector)")
      return
    }
    #expect((1...6).filter(places.contain) == expected)
  }

  @Test func `lists the attributes a parse must keep`() throws {
    let selector = try Selector(
      parsing: "a[href^='/x'][DATA-ref], .b #c [data-id], :not([data-n]):has(> [data-h]) :nth-child(1 of [data-c])")
    #expect(
      selector.attributeNames == ["href", "data-ref", "data-id", "data-n", "data-h", "data-c"])
  }

  @Test func `refuses more parts than it has bits for`() {
    let long = Array(repeating: "a", count: 65).joined(separator: " ")
    #expect(throws: SelectorError.self) { try Selector(parsing: long) }
    let nested = ":is(" + Array(repeating: "a", count: 64).joined(separator: ",") + ")"
    #expect(throws: SelectorError.self) { try Selector(parsing: nested) }
  }
}
