import Records
import Testing

@testable import Clean

struct PageKindTests {
  @Test(arguments: [
    (#"<script type=application/ld+json>{"@type":"BlogPosting"}</script>"#, "article", "jsonLD BlogPosting"),
    (
      #"<script type=application/ld+json>{"@type":"DiscussionForumPosting"}</script>"#, "forum",
      "jsonLD DiscussionForumPosting"
    ),
    (
      "<div itemscope itemtype=https://schema.org/Product><b itemprop=name>Skates</b></div>", "product",
      "microdata Product"
    ),
    ("<meta property=og:type content=video.movie>", "video", "meta og:type"),
    ("<meta property=og:type content=website>", nil, nil),
    ("", nil, nil),
  ])
  func `tells the kind of page`(head: String, kind: String?, rule: String?) {
    let page = cleaned("\(head)<p>\(prose)").page
    #expect(page?.kind?.value == kind)
    #expect(page?.kind?.rule == rule)
  }
}
