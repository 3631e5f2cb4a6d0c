import JSONText
import TestSupport
import Testing

@Suite(.enabled(if: sluiceBinary != nil))
struct StatusCommandTests {
  @Test func `before the first run there is little to say`() throws {
    let project = try SampleProject()
    let status = try project.sluice("status")
    #expect(status.status == 0)
    #expect(status.output == "published nothing yet\n")
    let old = try project.sluice("status", "--max-age", "26h")
    #expect(old.status == 1)
    #expect(old.errors.contains("status.too-old: no run has published yet"))
    #expect(!project.exists("out"))
  }

  @Test func `says what is published, how the last run ended, and how many rows came`() throws {
    var config = SampleConfig()
    config.top = "\"max_rejects\": \"100%\","
    let project = try SampleProject(config)
    try project.write("", to: "site/empty.html")
    try project.publish()
    try project.write(SampleSite.page("A whale", "It went home."), to: "site/whale.html")
    try project.publish()
    let status = try project.sluice("status", "--now", "2026-03-01T05:00:00Z")
    #expect(status.status == 0)
    #expect(status.outputLines[0].hasPrefix("published 20260301T020000Z-"))
    #expect(status.outputLines[0].hasSuffix("begun 2026-03-01T02:00:00Z, 3 h ago"))
    #expect(status.outputLines[1] == "last run  2, published, status 0, begun 2026-03-01T02:00:00Z, 3 h ago")
    #expect(status.output.contains("table     articles  4 rows (+1)\n"))
    #expect(status.output.contains("checks    0 hold, 0 fail\n"))
    #expect(status.output.contains("reject    1 fetch.empty\n"))
    let json = try project.json("status")
    #expect(json["last_status"]?.text == "published")
    #expect(json["tables"]?.elements.first?["rows"]?.integer == 4)
    #expect(json["rejects"]?.elements.first?["code"]?.text == "fetch.empty")
  }

  @Test(
    arguments: [
      ("2026-03-02T03:00:00Z", "26h", 0), ("2026-03-02T05:00:00Z", "26h", 1), ("2026-03-02T05:00:00Z", "2d", 0),
      ("2026-03-01T02:01:00Z", "30s", 1),
    ] as [(String, String, Int32)])
  func `ends with 1 where the last good run is too old`(now: String, age: String, exit: Int32) throws {
    let project = try SampleProject(copying: try Self.published.get())
    let status = try project.sluice("status", "--quiet", "--max-age", age, "--now", now)
    #expect(status.status == exit)
    #expect(status.output.isEmpty)
    #expect(status.errors.contains("status.too-old") == (exit == 1))
  }

  @Test func `a night with nothing new is a good one, a refused one isn't`() throws {
    let project = try SampleProject(copying: try Self.published.get())
    try project.sluice("run", "--now", "2026-03-02T02:00:00Z")
    #expect(try project.sluice("status", "--max-age", "26h", "--now", "2026-03-03T03:00:00Z").status == 0)
    try project.folder.remove("site")
    #expect(try project.sluice("run", "--now", "2026-03-03T02:00:00Z").status == 4)
    let status = try project.sluice("status", "--max-age", "26h", "--now", "2026-03-03T05:00:00Z")
    #expect(status.status == 1)
    #expect(status.output.contains("last run  3, refused, status 4"))
  }

  @Test func `refuses an age that is none`() throws {
    #expect(try SampleProject().sluice("status", "--max-age", "soon").status == 2)
  }

  private static let published = Result {
    let project = shared(try SampleProject())
    try project.publish()
    return project
  }
}
