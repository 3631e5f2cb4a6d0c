import Compression
import Foundation
import Synchronization
import TestSupport

/// A small site on this machine whose pages a test can change between two nights.
final class WebSite: Sendable {
  private struct Content {
    var replies: [String: LoopbackServer.Reply] = [:]
    /// Whether a page's validator is the same every night.
    var keepsTags = true
    var asked = 0
    /// After so many requests the host answers no more.
    var life = Int.max
  }

  let server: LoopbackServer
  private let content: ContentBox

  private final class ContentBox: Sendable {
    let value = Mutex(Content())
  }

  init() throws {
    let content = ContentBox()
    self.content = content
    server = try LoopbackServer { request in
      content.value.withLock { content in
        content.asked += 1
        guard content.asked <= content.life else {
          var reply = LoopbackServer.Reply.page("dead")
          reply.isCutOff = true
          return reply
        }
        guard var reply = content.replies[request.path] else { return .missing }
        guard reply.status == 200, reply.fields["Content-Type"]?.hasPrefix("text/html") == true else { return reply }
        let tag = content.keepsTags ? "\"\(reply.body.count)\"" : "\"\(content.asked)\""
        if request.fields["if-none-match"] == tag { return .init(status: 304, ["ETag": tag]) }
        reply.fields["ETag"] = tag
        return reply
      }
    }
  }

  /// Sets what a path answers.
  subscript(path: String) -> LoopbackServer.Reply? {
    get { content.value.withLock { $0.replies[path] } }
    set { content.value.withLock { $0.replies[path] = newValue } }
  }

  /// Gives every answer from now on a validator of its own.
  func changeTags() { content.value.withLock { $0.keepsTags = false } }

  /// Lets the host answer so many requests more, and then end every connection half-way.
  func die(after requests: Int) { content.value.withLock { $0.life = $0.asked + requests } }

  /// Lets the host answer again.
  func revive() { content.value.withLock { $0.life = .max } }

  /// Paths asked for since the last call, with how often.
  func askedSince() -> [String: Int] {
    defer { server.clearRequests() }
    return server.counts
  }

  /// A page with a title, some text and links.
  static func page(_ title: String, links: [String] = []) -> LoopbackServer.Reply {
    .page(html(title, links: links))
  }

  static func html(_ title: String, links: [String] = []) -> String {
    let text = "The harbour master of \(title) counted boats, ropes and barrels until the lamps were lit on the quay."
    let anchors = links.map { "<a href=\"\($0)\">\($0)</a>" }.joined(separator: " ")
    return """
      <!doctype html><html><head><meta charset="utf-8"><title>\(title)</title></head>
      <body><main><h1>\(title)</h1><p>\(text)</p><p>\(text)</p></main><nav>\(anchors)</nav></body></html>
      """
  }

  /// A site of every kind of thing that a crawl meets.
  static func whole() throws -> WebSite {
    let site = try WebSite()
    site["/robots.txt"] = .init(
      ["Content-Type": "text/plain"], body: Array("User-agent: *\nDisallow: /private/\n".utf8))
    site["/"] = page(
      "Start", links: ["/a.html", "/old.html", "/private/x.html", "/packed.html", "/latin.html", "/gone"])
    site["/a.html"] = page("Alpha", links: ["/b.html", "/a.html#top", "https://elsewhere.example/"])
    site["/b.html"] = page("Beta", links: ["/picture.png", "/"])
    site["/new.html"] = page("New")
    site["/private/x.html"] = page("Private")
    site["/old.html"] = .init(status: 301, ["Location": "/new.html"])
    site["/packed.html"] = .init(
      ["Content-Type": "text/html", "Content-Encoding": "gzip"], body: Gzip.deflate(Array(html("Packed").utf8)))
    let latin = html("Zürich").replacing("<meta charset=\"utf-8\">", with: "")
    site["/latin.html"] = .init(
      ["Content-Type": "text/html; charset=iso-8859-1"], body: Array(latin.data(using: .isoLatin1) ?? Data()))
    site["/picture.png"] = .init(["Content-Type": "image/png"], body: [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3, 0, 0])
    return site
  }

  /// The settings of `http` that let the program ask this site without waiting.
  func http(_ more: String = "") -> String {
    """
    { "contact": "https://science.example/bot", "allow_private": ["127.0.0.1:\(server.port)"], "delay": "0ms",
      "tries": 2, "longest_wait": "20ms", "timeouts": { "connect": "2s", "first_byte": "5s", "idle": "2s" }\(more) }
    """
  }

  /// A config over sources of this site; `{site}` stands for its address.
  func config(_ sources: String, http more: String = "") -> SampleConfig {
    var config = SampleConfig(top: "\"max_rejects\": \"60%\",")
    let address = "http://127.0.0.1:\(server.port)"
    config.sources = sources.replacing("{site}", with: address)
    config.fetch = ", \"http\": \(http(more))"
    config.clean = ""
    config.normalize = """
      , "tables": [{ "table": "pages", "from": "page", "columns": { "title": "text", "url": "url" } }]
      """
    config.dedupe = nil
    return config
  }
}
