import Records
import Testing

@testable import Clean

struct AuthorsTests {
  private static let cases: [(String, [String], String?)] = [
    (
      #"<script type=application/ld+json>{"@graph":[{"@type":"NewsArticle","author":[{"@id":"t"},{"name":"Otto Eis"}]},{"@type":"Person","@id":"t","name":"Tamara Tide"}]}</script>"#
        + "<meta name=author content=Other>", ["Tamara Tide", "Otto Eis"], "jsonLD author"
    ),
    (
      "<div itemscope itemtype=http://schema.org/Article><b itemprop=author>Tamara Tide</b></div>", ["Tamara Tide"],
      "microdata author"
    ),
    ("<meta name=author content='Tamara Tide'>", ["Tamara Tide"], "meta author"),
    (
      "<meta name=citation_author content='Tide, Tamara'><meta name=citation_author content='Eis, Otto'>",
      ["Tamara Tide", "Otto Eis"], "meta citation_author"
    ),
    (
      "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Tamara Tide'>", ["Tamara Tide"],
      "meta twitter:data1"
    ),
    (
      "<meta property=og:site_name content=Lake><meta name=author content=Lake><body><a rel=author href=/t>Tamara Tide</a>",
      ["Tamara Tide"], "rel author"
    ),
    ("<body><p class='post-author'>By <a href=/t>Tamara Tide</a>, 3 May</p>", ["Tamara Tide"], "class author"),
    ("<body><p>By Tamara Tide</p>", ["Tamara Tide"], "text By"),
    ("<body><p>By and by the ice went.</p>", [], nil),
    ("<meta property=og:site_name content=Lake><meta name=author content=Lake>", ["Lake"], "meta author"),
  ]

  @Test(arguments: cases)
  func `names the authors by the strongest rule`(head: String, names: [String], rule: String?) {
    let page = cleaned("\(head)<p>\(prose)").page
    #expect(page?.authors.map(\.value) == names)
    #expect(page?.authors.first?.rule == rule)
  }
}
