import Fetch
import Records
import Testing
import WebAddress

struct PageKindTests {
  private func kind(_ type: String?, _ body: String, accepted: [String] = MediaType.pages) throws -> String {
    let address = try #require(Address(parsing: "http://a.example/"))
    let response = HTTPResponse(address: address, status: 200, body: Array(body.utf8))
    switch PageKind(response, MediaType(type), accepted: accepted) {
    case .page(let kind): return kind.rawValue
    case .refused(let failure): return failure.code
    }
  }

  private static let page = "<!doctype html><html><body><p>Boats</p></body></html>"

  @Test(
    arguments: [
      ("text/html", page, "html"), ("text/plain", page, "html"), (nil, page, "html"), ("application/pdf", page, "html"),
      ("text/plain", "Boats and ropes.", "text"), (nil, "Boats and ropes.", "text"), ("text/html", "Boats.", "html"),
      ("text/css", "a { color: red }", "fetch.media-type"), ("application/json", "{\"a\":1}", "fetch.media-type"),
      ("text/html", "%PDF-1.7 \u{0}\u{1}\u{2}\u{3}\u{4}", "fetch.not-text"), ("text/html", "", "fetch.empty"),
    ] as [(String?, String, String)])
  func `the bytes decide where they contradict the server`(type: String?, body: String, expected: String) throws {
    #expect(try kind(type, body) == expected)
  }

  @Test func `only accepted types are taken`() throws {
    #expect(try kind("text/plain", "Boats.", accepted: ["text/html"]) == "fetch.media-type")
    #expect(try kind("text/html", Self.page, accepted: ["text/plain"]) == "fetch.media-type")
  }
}
