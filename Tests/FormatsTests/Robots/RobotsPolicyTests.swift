import Formats
import Testing

struct RobotsPolicyTests {
  private static let closed = Array("User-agent: *\nDisallow: /\nCrawl-delay: 3".utf8)

  @Test(arguments: [
    (RobotsOutcome.body([]), true), (.status(404), true), (.status(401), true), (.tooManyRedirects, true),
    (.status(429), false), (.status(500), false), (.status(503), false), (.unreachable, false),
    (.body(RobotsPolicyTests.closed), false),
  ])
  func `knows what each outcome means`(outcome: RobotsOutcome, allowed: Bool) {
    #expect(RobotsPolicy.following(outcome).allow("https://birds.example/", agent: "Heron") == allowed)
  }

  @Test func `opens a site again whose rules can't be had for a month, by its earlier rules where there are some`() {
    let month = RobotsPolicy.patienceSeconds
    #expect(RobotsPolicy.following(.unreachable, failingSeconds: month) == .disallowAll)
    #expect(RobotsPolicy.following(.unreachable, failingSeconds: month + 1) == .allowAll)
    let earlier = Robots(Self.closed)
    #expect(RobotsPolicy.following(.status(500), failingSeconds: month + 1, earlier: earlier) == .rules(earlier))
  }

  @Test func `hands on the crawl delay`() {
    #expect(RobotsPolicy.following(.body(Self.closed)).crawlDelay(agent: "Heron") == 3)
    #expect(RobotsPolicy.allowAll.crawlDelay(agent: "Heron") == nil)
  }
}
