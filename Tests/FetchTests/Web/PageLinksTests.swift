import Testing
import WebAddress

@testable import Fetch

struct PageLinksTests {
  private func links(_ html: String) throws -> PageLinks {
    PageLinks(Array(html.utf8), charset: nil, at: try #require(Address(parsing: "https://a.example/x/")))
  }

  @Test func `links are resolved against the base, each once`() throws {
    let found = try links(
      """
      <base href="/y/"><a href="1.html">1</a> <a href="1.html#top">1</a> <a href="mailto:ann@a.example">mail</a>
      <a href="https://b.example/">b</a> <a rel="external nofollow" href="2.html">2</a>
      """)
    #expect(found.links.map(\.href) == ["https://a.example/y/1.html", "https://b.example/"])
  }

  @Test func `a page may ask that none of its links is followed`() throws {
    #expect(try links("<meta name=\"robots\" content=\"noindex, nofollow\"><a href=\"1.html\">1</a>").links == [])
  }

  @Test func `finds the canonical address`() throws {
    #expect(try links("<link rel=\"canonical\" href=\"/c\">").canonical?.href == "https://a.example/c")
    #expect(try links("<link rel=\"canonical\" href=\"javascript:x\">").canonical == nil)
  }
}
