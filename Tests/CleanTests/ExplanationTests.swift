import Markup
import Records
import Testing

@testable import Clean

struct ExplanationTests {
  private func explain(_ html: String, items: [ItemRule] = [], kind: Document.Kind = .html) -> Explanation {
    let bytes = Array(html.utf8)
    let document = Document(
      id: "d1", source: "site", address: "https://site.example/a/page.html", path: "page.html", kind: kind,
      contentHash: ContentHash(of: bytes), byteCount: bytes.count, fetchedAt: Timestamp(seconds: 0))
    return Cleaner(items: items).explain(document, bytes: bytes)
  }

  @Test func `tells what was kept of the whole page, in its order`() throws {
    let explanation = explain(
      """
      <title>Lake</title><nav><a href=/>Front page</a></nav><main class=lead><h1>The lake</h1><p>\(prose)</p></main>
      <footer id=end>Printed here. <a href=/more>And there</a></footer>
      """)
    let texts = explanation.blocks.map { "\($0.isKept ? "+" : "-") \($0.text.prefix(13))" }
    #expect(
      texts.suffix(4)
        == ["- Front page", "+ The lake", "+ The lake behi", "- Printed here."].map {
          String($0.prefix(15))
        })
    let footer = try #require(explanation.blocks.last)
    #expect(
      footer.reasons.filter { !["probability", "decided by"].contains($0.name) } == [
        .init("stands in", "html > body > footer#end"), .init("bytes", "20"), .init("in links", "40 %"),
      ])
    #expect(explanation.metadata.first { $0.name == "title" }?.rule == "h1")
  }

  @Test func `tells how probable the classifier held a paragraph to be main text`() throws {
    let explanation = explain("<main><h1>The lake</h1><p>\(prose)</p></main><footer>Printed here.</footer>")
    let paragraph = try #require(explanation.blocks.first { $0.text.hasPrefix("The lake behi") })
    let probability = try #require(paragraph.reasons.first { $0.name == "probability" })
    #expect(try #require(Double(probability.value)) > 0.5)
    let decided = try #require(paragraph.reasons.first { $0.name == "decided by" })
    #expect(decided.value.split(separator: ", ").count == 3)
  }

  @Test func `tells items and messages`() throws {
    let explanation = explain("<p>\(prose)</p><div class=card>One</div>", items: [try rule("cards", ".card")])
    #expect(explanation.items == [.init("cards", "One")])
    let empty = explain("<nav><a href=/>Front page</a></nav>")
    #expect(empty.diagnostics.map(\.code) == ["clean.no-main-text"])
    #expect(empty.blocks.map(\.isKept) == [false])
  }

  @Test func `tells who wrote what`() {
    let comments = ["ada", "tom"].map {
      "<li class=comment><b class=fn>\($0)</b><time datetime=2026-01-03>3 Jan</time><p>A word on the lake by \($0).</p></li>"
    }.joined()
    let explanation = explain("<main><h1>The lake</h1><p>\(prose)</p></main><ol class=comments>\(comments)</ol>")
    #expect(explanation.people.map(\.text).first == "ada, 2026-01-03: A word on the lake by ada.")
    #expect(explanation.people.map(\.rule) == ["class comment", "class comment"])
  }

  @Test func `takes all of a plain text`() {
    let explanation = explain("One line.\n\nAnother line.", kind: .text)
    #expect(!explanation.blocks.isEmpty)
    #expect(explanation.blocks.count { !$0.isKept } == 0)
  }
}
