import JSONText
import TestSupport
import Testing

@Suite struct PlanCommandTests {
  @Test func `before the first run everything is new, and nothing is written`() throws {
    let project = try SampleProject()
    let plan = try project.sluice("plan")
    #expect(plan.status == 0)
    #expect(plan.outputLines.first == "fetch     4 (4 new), 0 up to date")
    #expect(plan.output.contains("What fetch changes, the stages after it will work on too."))
    #expect(!project.exists("out"))
  }

  @Test func `after a run everything is up to date`() throws {
    let project = try SampleProject()
    try project.publish()
    let plan = try project.sluice("plan")
    #expect(
      plan.outputLines == [
        "fetch     up to date: 4", "clean     up to date: 4", "normalize up to date: 4", "dedupe    up to date: 2",
        "load      up to date: 3",
      ])
  }

  @Test func `names an edited, a new and a removed page`() throws {
    let project = try SampleProject()
    try project.publish()
    try project.write(
      SampleSite.page("The harbour clock", "It stopped again."), to: "site/harbour.html", modified: 1_767_300_000)
    try project.write(SampleSite.page("A new lamp", "It burns all night."), to: "site/lamp.html")
    try project.folder.remove("site/news/ferry.html")
    let plan = try project.sluice("plan")
    #expect(plan.outputLines.first == "fetch     3 (1 new, 1 input changed, 1 gone), 2 up to date")
  }

  @Test func `another selector makes clean's pages stale, another budget nothing`() throws {
    var config = SampleConfig()
    let project = try SampleProject(config)
    try project.publish()
    config.top = "\"max_rejects\": \"20%\", \"retain\": { \"runs\": 3 },"
    try project.write(config)
    #expect(try project.sluice("plan").output.contains("up to date: 4"))
    #expect(try !project.sluice("plan").output.contains("settings changed"))
    config.clean = config.clean.replacing(".body", with: "p.body")
    try project.write(config)
    let plan = try project.sluice("plan")
    #expect(plan.outputLines.dropFirst().first == "clean     4 (4 settings changed), 0 up to date")
  }

  @Test func `formatting the config makes nothing stale`() throws {
    let project = try SampleProject()
    try project.publish()
    let text = try project.folder.read("pipeline.json")
    try project.folder.write("// Laid out anew.\n" + text.replacing(",", with: "\n ,"), to: "pipeline.json")
    let plan = try project.json("plan")
    #expect(plan.elements.allSatisfy { $0["stale"]?.integer == 0 })
  }

  @Test func `a link that leads nowhere is looked at once`() throws {
    let project = try SampleProject(SampleConfig(top: "\"max_rejects\": \"50%\","))
    try project.folder.link("site/lost.html", to: "nowhere.html")
    try project.publish()
    #expect(try project.sluice("plan").outputLines.first == "fetch     up to date: 5")
    try project.write(SampleSite.page("Found", "It was here."), to: "site/nowhere.html")
    #expect(try project.sluice("plan").outputLines.first == "fetch     2 (1 new, 1 input changed), 4 up to date")
  }

  @Test func `as JSON it gives counts and reasons by stage`() throws {
    let project = try SampleProject()
    try project.publish()
    try project.folder.remove("site/news/ferry.html")
    let plan = try project.json("plan")
    #expect(plan.elements.map { $0["stage"]?.text } == ["fetch", "clean", "normalize", "dedupe", "load"])
    #expect(plan.elements.first?["stale"]?.integer == 1)
    #expect(plan.elements.first?["fresh"]?.integer == 3)
    #expect(plan.elements.first?["reasons"]?["gone"]?.integer == 1)
  }

  @Test func `with force everything is to be worked on`() throws {
    let project = try SampleProject()
    try project.publish()
    let plan = try project.sluice("plan", "--force")
    #expect(plan.outputLines.first == "fetch     4 (4 forced), 0 up to date")
  }

  @Test func `a damaged store is one message and status 3`() throws {
    let project = try SampleProject()
    try project.publish()
    try project.folder.write("no store at all, only words, and a good many of them", to: "out/stages/clean.sqlite")
    let plan = try project.sluice("plan")
    #expect(plan.status == 3)
    #expect(plan.errorLines.count == 1)
    #expect(plan.errors.contains("clean.sqlite"))
  }
}
