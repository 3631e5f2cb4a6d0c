import Markup
import Records
import Testing

@testable import Clean

struct DiscussionPageTests {
  private func evidence(_ html: String, _ address: String) -> DiscussionEvidence {
    let tree = HTMLTree(parsing: Array(html.utf8))
    let base = PageBase(tree, documentAddress: address)
    let metas = MetaElements(tree)
    let things = DescribedThings(StructuredData(tree, MarkedNodes(tree), metas, base))
    let page = cleaned(html + "<p>\(prose)", at: address).page
    return page.map { discussionEvidence(things, metas, $0, address: address) } ?? .none
  }

  @Test(arguments: [
    ("", "https://forum.lake.example/x", DiscussionEvidence.strong),
    ("", "https://lake.example/threads/ice.7/", .strong),
    ("", "https://lake.example/topic/ice", .weak), ("", "https://lake.example/news/forums-close", .none),
    ("<meta name=generator content='phpBB 3'>", "https://lake.example/", .strong), ("", "site:forum/page.html", .none),
    (
      "<script type=application/ld+json>{\"@type\":\"DiscussionForumPosting\"}</script>", "https://lake.example/",
      .strong
    ),
    ("<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>", "https://lake.example/", .none),
  ])
  func `tells a discussion by its address, its maker and what it describes`(
    html: String, address: String, expected: DiscussionEvidence
  ) {
    #expect(evidence(html, address) == expected)
  }
}
