import Records
import Testing

@testable import Clean

struct SharingMetasTests {
  @Test func `makes an item of each vocabulary that a page shares by`() {
    let page = cleaned(
      """
      <meta property="og:type" content="article"><meta property="og:image" content="a.png">
      <meta property="og:image" content="b.png"><meta name="twitter:card" content="summary">
      <meta name="DC.title" content="Ice"><meta name="description" content="x"><p>\(prose)
      """
    ).page
    #expect(page?.structured.map(\.syntax) == [.openGraph, .twitter, .dublinCore])
    #expect(page?.structured.map(\.types) == [["article"], ["summary"], []])
    #expect(
      page?.structured.first?.properties
        == #"{"@type":"article","og:type":"article","og:image":["a.png","b.png"]}"#)
  }
}
