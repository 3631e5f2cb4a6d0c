import Testing

@testable import Load

struct MarkupWriterTests {
  @Test func `closes elements and escapes texts and attributes`() {
    var page = MarkupWriter()
    page.element("p", ["title": "a \"b\" <c>"]) { body in
      body.write("1 < 2 & 3 > 2")
      body.empty("br")
      body.element("code", "</p>")
    }
    #expect(
      page.markup
        == "<p title=\"a &quot;b&quot; &lt;c&gt;\">1 &lt; 2 &amp; 3 &gt; 2<br/><code>&lt;/p&gt;</code></p>")
  }

  @Test func `control characters become replacement characters`() {
    #expect(MarkupWriter.escaped("a\u{0}b\u{1B}c\td\u{7F}") == "a\u{FFFD}b\u{FFFD}c\td\u{FFFD}")
  }
}
