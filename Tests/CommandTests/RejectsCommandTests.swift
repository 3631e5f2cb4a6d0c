import JSONText
import TestSupport
import Testing

@Suite struct RejectsCommandTests {
  private func project() throws -> SampleProject {
    var config = SampleConfig(top: "\"max_rejects\": \"50%\",")
    config.normalize = config.normalize.replacing(
      "\"posted\": \"date\"", with: "\"posted\": { \"type\": \"date\", \"on_error\": \"null\" }")
    let project = try SampleProject(config)
    try project.write("", to: "site/empty.html")
    try project.write(
      SampleSite.page(
        "A late lamp", "It came on at noon.",
        cards: [SampleSite.card("Lamplighter", "Cork", "Lights lamps.", posted: "some day")]), to: "site/lamp.html")
    return project
  }

  @Test func `before the first run there is nothing to list`() throws {
    let project = try project()
    let list = try project.sluice("rejects")
    #expect(list.status == 0)
    #expect(list.output.isEmpty)
    #expect(try project.json("rejects").elements.isEmpty)
    #expect(!project.exists("out"))
  }

  @Test func `lists each reject with place, reason and remedy`() throws {
    let project = try project()
    try project.publish()
    let list = try project.sluice("rejects")
    #expect(list.status == 0)
    #expect(
      list.output == "fetch     reject: fetch.empty: this file has no bytes (source site, site/empty.html). "
        + "Bring it in again, or delete it.\n")
  }

  @Test func `lists warnings too when asked`() throws {
    let project = try project()
    try project.publish()
    let list = try project.json("rejects", "--warnings")
    #expect(list.elements.map { $0["code"]?.text } == ["fetch.empty", "normalize.unreadable"])
    #expect(list.elements.last?["severity"]?.text == "warn")
    #expect(list.elements.last?["record"]?.text == "posts.posted")
    #expect(list.elements.last?["address"]?.text == "https://gazette.example/lamp.html")
    #expect(list.elements.first?["first_run"]?.integer == 1)
  }

  @Test func `lists what an earlier run rejected, also after it was mended`() throws {
    let project = try project()
    try project.publish()
    try project.folder.remove("site/empty.html")
    try project.sluice("run")
    #expect(try project.sluice("rejects").output.isEmpty)
    #expect(try project.json("rejects", "1").elements.count == 1)
    let unknown = try project.sluice("rejects", "9")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there is no run \"9\""))
  }
}
