import Testing

@testable import Markup

struct TokenizerTests {
  @Test(arguments: [
    ("a<!-- x -->b", "\"ab\""),
    ("a<!-->b", "\"ab\""),
    ("a<!--->b", "\"ab\""),
    ("a<!-- x --!>b", "\"ab\""),
    ("a<!-- -- > -->b", "\"ab\""),
    ("a<!-- x", "\"a\""),
    ("a<!doctype html public \"x\">b", "\"ab\""),
    ("a<!bogus>b", "\"ab\""),
    ("a<?php echo 1 ?>b", "\"ab\""),
    ("a</3>b", "\"ab\""),
    ("a</>b", "\"ab\""),
    ("a<![CDATA[x]]>b", "\"ab\""),
    ("1 < 2 <3 << 4", "\"1 < 2 <3 << 4\""),
    ("a<", "\"a<\""),
    ("a</", "\"a</\""),
  ])
  func `ends comments and declarations where the standard does`(html: String, expected: String) {
    #expect(body(html) == expected)
  }

  @Test(arguments: [
    ("<script>if (a<b) '</p>'</script>x", "script \"x\""),
    ("<script><!-- <script> </script> --></script>x", "script \"x\""),
    ("<script><!-- </script>x", "script \"x\""),
    ("<SCRIPT>'</scripty>'</ScRiPt >x", "script \"x\""),
    ("<style>p::after { content: '<b>' }</style>x", "style \"x\""),
    ("<textarea><b>&amp;</textarea>x", "textarea(\"<b>&\") \"x\""),
    ("<xmp><b>&amp;</xmp>x", "xmp(\"<b>&amp;\") \"x\""),
    ("<iframe><p>fallback</iframe>x", "iframe \"x\""),
    ("<iframe src=a>x", "iframe \"x\""),
    ("<noscript><iframe src=a /></noscript>x", "noscript(iframe) \"x\""),
    ("x<plaintext><b>&amp;</plaintext>", "\"x\" plaintext(\"<b>&amp;</plaintext>\")"),
  ])
  func `reads raw text by its element`(html: String, expected: String) {
    #expect(body("<body>" + html) == expected)
  }

  @Test func `keeps scripts that hold data`() {
    let html = """
      <p>x</p><script type="application/LD+JSON; charset=utf-8">{"a": "</p>"}</script>
      <script type=text/javascript>1</script><script type=application/json>[]</script>
      """
    let tree = HTMLTree(parsing: Array(html.utf8))
    #expect(tree.embedded.map(\.type) == ["application/ld+json", "application/json"])
    #expect(tree.embedded.first?.text == Array("{\"a\": \"</p>\"}".utf8))
    #expect(tree.embedded.first.map { Array(html.utf8)[$0.offset] } == UInt8(ascii: "{"))
    #expect(!tree.foldedText(of: 0).contains("["))
  }

  @Test func `leaves the attributes of a tag that counts for nothing out of the text`() {
    #expect(body("one<html class=x> two") == "\"one\" \" two\"")
    #expect(body("<form><p>one<form class=y> two</form>") == "form(p(\"one\" \" two\"))")
  }

  @Test func `keeps what a title that never ends would swallow`() {
    let tree = HTMLTree(parsing: Array("<title>never closed<p>text".utf8))
    #expect(outline(tree) == "html(head(title(\"never closed\")) body(p(\"text\")))")
    #expect(tree.warnings == [MarkupWarning(.unclosed, count: 1)])
  }

  @Test func `ends a quote that never ends at the tag's end`() {
    let tree = HTMLTree(parsing: Array("<p>a<a href=\"x>b</a><p>c".utf8))
    #expect(outline(tree) == "html(body(p(\"a\" a(\"b\")) p(\"c\")))")
    #expect(tree.warnings == [MarkupWarning(.unclosed, count: 1)])
  }

  @Test func `leaves out a tag the file's end cuts off`() {
    #expect(body("<p>text<b class=x") == "p(\"text\")")
    #expect(body("<p>text</b") == "p(\"text\")")
  }

  @Test(arguments: [
    ("<p class=one>", "one"),
    ("<p CLASS = 'o\"ne' >", "o\"ne"),
    ("<p class=\"a&amp;b&lt;\">", "a&b<"),
    ("<p class=/x/ id=y>", "/x/"),
    ("<p class=a class=b>", "a"),
    ("<p/class=a/>", "a/"),
    ("<p a=\"b\"class=c>", "c"),
    ("<p class>", ""),
    ("<p class=>", ""),
    ("<p ==x class=y>", "y"),
  ])
  func `reads attributes as the standard does`(html: String, expected: String) throws {
    let tree = HTMLTree(parsing: Array(html.utf8))
    let p = try #require(first(.p, in: tree))
    #expect(tree.text(ofAttribute: .class, of: p) == expected)
  }

  @Test func `drops attributes nobody reads and keeps those asked for`() throws {
    let html = Array("<p style=x data-ref=y onclick=z>".utf8)
    let plain = HTMLTree(parsing: html)
    #expect(plain.attributes.isEmpty)
    let asked = HTMLTree(parsing: html, keeping: ["data-ref"])
    #expect(try asked.text(ofAttributeNamed: "data-ref", of: #require(first(.p, in: asked))) == "y")
    #expect(asked.attributes.count == 1)
  }

  @Test func `takes out NULs, controls and carriage returns`() {
    let tree = HTMLTree(parsing: Array("<p>a\0b\u{1}c\r\nd\re</p>".utf8))
    #expect(outline(tree) == "html(body(p(\"abc\nd\ne\")))")
    #expect(tree.warnings == [MarkupWarning(.nulsRemoved, count: 1)])
  }

  @Test func `reads titles and character data inside SVG as SVG`() {
    let html = "<svg><title>a<g/>b</title><path/><![CDATA[1<2]]></svg>c"
    #expect(body(html) == "svg(title(\"a\" g \"b\") path \"1<2\") \"c\"")
  }
}
