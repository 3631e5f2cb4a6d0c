import Normalize
import Testing
import WebAddress

struct URLColumnTests {
  private let context = ReadingContext(base: Address(parsing: "https://shop.example/tea/index.html"))

  @Test(arguments: [
    ("HTTPS://Shop.example:443/a?b=1#c", "https://shop.example/a?b=1"),
    ("mailto:a@shop.example", "mailto:a@shop.example"),
    ("https://shop.example/%7Ea", "https://shop.example/~a"),
  ])
  func `reads an address that stands alone`(written: String, expected: String) {
    #expect(URLColumn.outcome(written) == "\(expected) | url.absolute")
  }

  @Test(arguments: [
    ("green", "https://shop.example/tea/green"), ("//cdn.example/x", "https://cdn.example/x"),
    ("/b?utm_source=mail", "https://shop.example/b"),
  ])
  func `reads one that is relative to the page`(written: String, expected: String) {
    #expect(URLColumn.outcome(written, base: context) == "\(expected) | url.relative")
  }

  @Test(arguments: ["green", "/b", "http://", "http://a b/"])
  func `refuses what isn't one`(written: String) {
    #expect(URLColumn.outcome(written) == "null | invalid")
  }
}
