import Markup
import Records
import Testing

@testable import Clean

struct DescribedPostsTests {
  private func described(_ json: String) -> DescribedPosts {
    let tree = HTMLTree(parsing: Array("<script type=application/ld+json>\(json)</script>".utf8))
    let base = PageBase(tree, documentAddress: "https://site.example/")
    return DescribedPosts(StructuredData(tree, MarkedNodes(tree), MetaElements(tree), base))
  }

  @Test func `reads question and answers, and the comments of an article, to any depth`() {
    let question = described(
      """
      {"@type":"QAPage","mainEntity":{"@type":"Question","text":"<p>Why?</p>","author":{"name":"ada"},
      "acceptedAnswer":{"text":"So.","author":{"name":"tom"},"dateCreated":"2026-01-02"},
      "suggestedAnswer":[{"text":"No idea.","datePublished":"2026-01-03"},{"text":"Nobody wrote this."}]}}
      """)
    #expect(
      question.posts == [
        .init(author: "ada", date: nil, text: "Why?", rule: "jsonLD Question"),
        .init(author: "tom", date: "2026-01-02", text: "So.", rule: "jsonLD text"),
        .init(author: nil, date: "2026-01-03", text: "No idea.", rule: "jsonLD text"),
      ])
    let article = described(
      """
      {"@graph":[{"@type":"NewsArticle","text":"Long","author":"ada","comment":[{"@type":"Comment","text":"One\\nTwo",
      "author":"kim","comment":{"@type":"Comment","text":"Three","author":"lee"}}]}]}
      """)
    #expect(article.posts.isEmpty)
    #expect(article.comments.map(\.text) == ["One\nTwo", "Three"])
  }

  @Test func `ends at depths that no page has`() {
    let depth = 500
    let json =
      String(repeating: #"{"@type":"Comment","text":"a","author":"b","comment":"#, count: depth) + "{}"
      + String(repeating: "}", count: depth)
    #expect(described(#"{"@type":"Article","comment":\#(json)}"#).comments.count < 100)
  }
}
