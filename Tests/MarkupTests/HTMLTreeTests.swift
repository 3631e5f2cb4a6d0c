import Testing

@testable import Markup

struct HTMLTreeTests {
  @Test func `tells line and column of a tag in the source`() throws {
    let tree = HTMLTree(parsing: Array("<!-- é\n-->\n  é<p>a</p>\n<style>\n</style><h1>b</h1>".utf8))
    let p = try tree.position(of: #require(first(.p, in: tree)))
    #expect(p.line == 3 && p.column == 4)
    let h1 = try tree.position(of: #require(first(.h1, in: tree)))
    #expect(h1.line == 5 && h1.column == 9)
  }

  @Test func `knows parents, ends and children`() throws {
    let tree = HTMLTree(parsing: Array("<body><p>a<b>b</b>c</p><p>d".utf8))
    let p = try #require(first(.p, in: tree))
    #expect(tree.children(of: p).map { outline(tree, $0) } == ["\"a\"", "b(\"b\")", "\"c\""])
    #expect(tree.tag(of: tree.end(of: p)) == .p)
    #expect(tree.parent(of: p).map(tree.tag(of:)) == .body)
    #expect(tree.parent(of: 0) == nil)
  }

  @Test func `reads many pages at once`() async {
    let html = Array(String(repeating: "<div class=a><p>text &amp; more</p>", count: 200).utf8)
    let expected = outline(HTMLTree(parsing: html))
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { outline(HTMLTree(parsing: html)) } }
      for await result in group { #expect(result == expected) }
    }
  }

  @Test func `starts after a byte order mark`() {
    #expect(outline("\u{FEFF}<p>a") == "html(body(p(\"a\")))")
  }

  @Test func `counts what lies beyond the size limit`() {
    var limits = MarkupLimits()
    limits.bytes = 8
    let tree = HTMLTree(parsing: Array("<p>12345678".utf8), limits: limits)
    #expect(outline(tree) == "html(body(p(\"12345\")))")
    #expect(tree.warnings == [MarkupWarning(.cut, count: 3)])
  }
}
