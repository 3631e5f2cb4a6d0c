import Records
import Testing

@testable import Clean

struct CleanerTests {
  @Test func `carries id and provenance`() throws {
    let page = try #require(cleaned("<p>\(prose)").page)
    #expect(page.id == "d1")
    #expect(page.provenance.source == "site")
    #expect(page.provenance.address == "https://site.example/a/page.html")
  }

  @Test(arguments: [
    "", " \n\t ", "<", "<!doctype html>", "<nav><a href=/x>y</a></nav>", "<script>text</script>",
    "<p>— • —</p>",
  ])
  func `rejects a page without text`(html: String) {
    let result = cleaned(html)
    #expect(result.page == nil)
    #expect(result.diagnostics.map(\.code) == ["clean.no-main-text"])
    #expect(result.diagnostics.allSatisfy { $0.severity == .reject })
    #expect(result.diagnostics.first?.location.address == "https://site.example/a/page.html")
  }

  @Test func `keeps a page of items alone`() throws {
    let result = cleaned("<aside class=card><a href=/x>y</a></aside>", items: [try rule("cards", ".card")])
    #expect(result.page?.items.map(\.text) == ["y"])
  }

  @Test func `warns of characters that could not be read`() throws {
    let result = cleaned(bytes: Array("<meta charset=utf-8><p>\(prose)".utf8) + [0xFF, 0x20, 0xFE])
    #expect(result.page != nil)
    #expect(result.diagnostics.map(\.code) == ["clean.replaced-characters"])
    #expect(result.diagnostics.first?.severity == .warn)
    #expect(result.diagnostics.first?.summary.hasPrefix("2 ") == true)
  }

  @Test func `hands on what the markup's reader warns of`() {
    let result = cleaned("<p>\(prose)\0" + String(repeating: "<div>", count: 600))
    #expect(result.diagnostics.map(\.code) == ["clean.deep-nesting", "clean.nuls-removed"])
    #expect(result.page?.text == prose)
  }

  @Test func `reads the encoding the page declares`() {
    let html = "<meta charset=iso-8859-1><p>caf\u{E9} " + prose
    let bytes = html.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(cleaned(bytes: bytes).page?.text.hasPrefix("café The") == true)
  }

  @Test func `composes characters`() {
    #expect(
      cleaned("<title>cafe\u{301}</title><p>cafe\u{301} \(prose)").page?.text.hasPrefix("caf\u{E9} ") == true)
    #expect(
      cleaned("<title>cafe\u{301}</title><p>\(prose)").page?.title.map { Array($0.utf8) }
        == Array("caf\u{E9}".utf8))
  }

  @Test func `gives the same page every time`() {
    let html = "<title>t</title>" + (0..<200).map { "<p>\(prose) \($0) <a href=/\($0)>link</a>" }.joined()
    let first = cleaned(html)
    for _ in 0..<3 { #expect(cleaned(html) == first) }
  }

  @Test(arguments: [
    "<header>x", "<h1>x<div>", "<table><tr><td><a href=/x>x", "<main><time>x", "<ul><li>x", "<table><tr><td>x<td>",
    "<blockquote><pre>x", "<nav class=menu><div id=nav>x",
  ])
  func `goes through elements of any depth`(piece: String) {
    let result = cleaned("<body>" + String(repeating: piece, count: 5000) + "<p>" + prose)
    #expect(result.page?.text.contains("The lake behind the old mill") == true)
  }
}
