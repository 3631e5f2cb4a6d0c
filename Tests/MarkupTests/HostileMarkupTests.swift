import Foundation
import Testing

@testable import Markup

@Suite(.serialized) struct HostileMarkupTests {
  private func tree(_ html: String) -> HTMLTree { HTMLTree(parsing: Array(html.utf8)) }

  @Test(arguments: [
    "<div>", "<b>", "<ul><li>", "<table><tr><td>", "<svg><g>", "<a href=x>", "<p><b><i>", "<template>",
  ])
  func `keeps text at any depth`(opening: String) {
    let tree = tree(
      String(repeating: opening, count: 100_000) + "<p>kept" + String(repeating: "</div>", count: 100_000))
    #expect(tree.foldedText(of: 0).hasSuffix("kept"))
  }

  @Test func `counts elements deeper than browsers go`() {
    let tree = tree(String(repeating: "<div>", count: 1000))
    #expect(tree.warnings == [MarkupWarning(.deepNesting, count: 489)])
  }

  @Test func `drops and counts attributes beyond the cap`() throws {
    let tree = tree("<p \((0..<20_000).map { "a\($0)=1" }.joined(separator: " ")) class=x>kept</p>")
    #expect(tree.warnings == [MarkupWarning(.attributesDropped, count: 19_745)])
    #expect(outline(tree) == "html(body(p(\"kept\")))")
  }

  @Test func `keeps a text of twenty megabytes`() {
    let tree = tree("<p>" + String(repeating: "word ", count: 4 << 20) + "<p>kept")
    #expect(tree.rows.contains { $0.kind == .text && $0.count == 20 << 20 })
    #expect(tree.foldedText(of: 0).hasSuffix("kept"))
  }

  @Test func `keeps an attribute of twelve megabytes`() throws {
    let tree = tree("<p title=\"" + String(repeating: "x", count: 12 << 20) + "\">kept")
    #expect(try tree.attribute(.title, of: #require(first(.p, in: tree)))?.count == 12 << 20)
    #expect(tree.foldedText(of: 0) == "kept")
  }

  @Test(arguments: [
    "</x>", "<b><p><i><a></b></p></i></a>", "</table></ul></li></td>", "<p></div>", "<title>", "<!--",
    "<a \"", "<iframe>",
    "<noscript><iframe>", "<textarea>", "&amp", "&#", "<", "<![CDATA[", "<svg><![CDATA[", "<script>",
    "<table><a><div></a>",
  ])
  func `stays linear over fifty thousand odd pieces`(piece: String) {
    let tree = tree(
      "<div>" + String(repeating: "<i>", count: 10_000) + "<p>kept" + String(repeating: piece, count: 50_000)
    )
    #expect(tree.foldedText(of: 0).hasPrefix("kept"))
  }

  @Test func `reads any bytes`() {
    var state: UInt64 = 7
    for round in 0..<300 {
      let bytes = (0..<2000).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let letters = Array("<>/=\"'& abdivp!-?[]#;x\0\r\n".utf8)
        return round % 2 == 0
          ? UInt8(truncatingIfNeeded: state >> 33) : letters[Int(state >> 33) % letters.count]
      }
      let tree = HTMLTree(parsing: bytes)
      #expect(
        (1..<tree.count).allSatisfy { Int(tree.rows[$0].parent) < $0 && tree.end(of: $0) <= tree.count })
    }
  }

  @Test func `ends at every byte of a page without harm`() {
    let page = Array(
      "<!doctype html><title>a&amp;b</title><p class='x y'>c<!-- d --><b>e</b>&#8364;<script>f</script>g".utf8
    )
    for count in 0...page.count {
      #expect(HTMLTree(parsing: Array(page[..<count])).count >= 1)
    }
  }

  @Test func `gives back all memory`() throws {
    let page = Array(
      "<!doctype html><title>t</title><p class=a>b<ul><li>c</ul><a href='/x?a=1&amp;b'>d</a>&hellip;".utf8)
    for _ in 0..<2000 { _ = HTMLTree(parsing: page) }
    let before = try residentBytes()
    for _ in 0..<20_000 { _ = HTMLTree(parsing: page) }
    #expect(try residentBytes() - before < 4 << 20)
  }

  @Test func `lets libxml2 print nothing`() throws {
    let path = NSTemporaryDirectory() + "stderr-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let saved = dup(2)
    let file = unsafe open(path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
    dup2(file, 2)
    for html in [
      "<meta charset=x-none>\u{80}", "<p &bad; <<>", "&#xFFFFFFFF;<a b='", "<section></wrong>\u{1}",
    ] {
      _ = tree(html)
      _ = HTMLTree(parsing: Array(html.utf8) + [0xFF, 0xFE, 0x00, 0xC0])
    }
    dup2(saved, 2)
    close(saved)
    close(file)
    #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("error"))
  }

  /// The process's resident memory, from Linux's /proc/self/statm.
  private func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
  }
}
