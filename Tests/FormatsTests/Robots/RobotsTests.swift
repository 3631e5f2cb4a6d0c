import FormatScores
import Formats
import TestSupport
import Testing

struct RobotsTests {
  private static let site = Robots(
    Array(
      """
      # the rules of a small site
      User-agent: Heron
      User-agent: Otter
      Disallow: /drafts/
      Allow: /drafts/open
      Crawl-delay: 2.5

      User-agent: *
      Disallow: /
      Allow: /$
      Allow: /*.txt$

      User-agent: heron
      Disallow: /nests
      Crawl-delay: 4
      Sitemap: https://birds.example/map.xml
      """.utf8))

  @Test(arguments: [
    ("Heron", "https://birds.example/drafts/a", false), ("Heron", "/drafts/open-day", true), ("heron", "/nests", false),
    ("Otter", "/nests", true), ("Otter", "/drafts", true), ("Finch", "/", true), ("Finch", "/notes.txt", true),
    ("Finch", "/notes.txt?page=2", false), ("Finch", "/about", false),
  ])
  func `lets the longest pattern of the crawler's own groups decide`(agent: String, address: String, allowed: Bool) {
    #expect(Self.site.rules(for: agent).allow(address) == allowed)
  }

  @Test func `takes the longest delay of a crawler's groups, and the sitemaps`() {
    #expect(Self.site.rules(for: "Heron").crawlDelay == 4)
    #expect(Self.site.rules(for: "Otter").crawlDelay == 2.5)
    #expect(Self.site.rules(for: "Finch").crawlDelay == nil)
    #expect(Self.site.sitemaps == ["https://birds.example/map.xml"])
  }

  @Test(arguments: ["", "\u{FEFF}", "<html><body>Not found</body></html>", "Disallow: /", "User-agent: *\nDisallow:"])
  func `allows all where no rule says otherwise`(file: String) {
    #expect(Robots(Array(file.utf8)).rules(for: "Heron").allow("/any"))
  }

  @Test func `compares what is percent-encoded with what should have been`() {
    let robots = Robots(Array("User-agent: *\nDisallow: /a b<ä".utf8))
    #expect(!robots.rules(for: "Heron").allow("https://birds.example/a%20b%3c%C3%a4"))
  }

  @Test func `reads no further than the limit`() {
    let filler =
      [UInt8](repeating: UInt8(ascii: "#"), count: Robots.byteLimit) + Array("\nUser-agent: *\nDisallow: /".utf8)
    #expect(Robots(filler).groups.isEmpty)
  }

  @Test func `stays quick on a pattern of many stars`() {
    let robots = Robots(Array("User-agent: *\nDisallow: /\(String(repeating: "*a", count: 500))b".utf8))
    #expect(robots.rules(for: "Heron").allow("/" + String(repeating: "a", count: 2000)))
  }

  @Test func `finds the product token of a User-Agent header`() {
    #expect(Robots.productToken(of: "Heron/1.2 (+https://birds.example/bot)") == "Heron")
  }

  @Test(.enabled(if: BenchData.has("robots/match.jsonl")))
  func `answers as Google's matcher where others agree`() throws {
    let score = try scoreRobots(try #require(BenchData.folder))
    #expect(score.right == score.of)
    #expect(score.of > 300)
  }
}
