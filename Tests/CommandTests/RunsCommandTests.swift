import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct RunsCommandTests {
  @Test func `before the first run there is nothing to list, and nothing is written`() throws {
    let project = try SampleProject()
    let list = try project.sluice("runs")
    #expect(list.status == 0)
    #expect(list.output.isEmpty)
    #expect(list.errors == "No run has been made yet.\n")
    #expect(try project.json("runs").elements.isEmpty)
    #expect(!project.exists("out"))
  }

  @Test func `lists the runs, newest first, with what came of each`() throws {
    let project = try SampleProject()
    try project.publish()
    try project.sluice("run", "--quiet")
    try project.sluice("run", "fetch")
    let runs = try project.json("runs")
    #expect(runs.elements.map { $0["number"]?.integer } == [3, 2, 1])
    #expect(runs.elements.map { $0["status"]?.text } == ["done", "unchanged", "published"])
    #expect(runs.elements.map { $0["exit_status"]?.integer } == [0, 0, 0])
    #expect(
      runs.elements.map { $0["command"]?.text } == ["run fetch", "run --quiet", "run --now \(SampleProject.now)"])
    #expect(runs.elements.last?["started_at"]?.text == SampleProject.now)
    let lines = try project.sluice("runs", "--limit", "2").outputLines
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("3  ") == true)
    #expect(lines.last?.contains("unchanged   status 0") == true)
  }

  @Test func `shows a run's numbers and what changed in its config`() throws {
    var config = SampleConfig()
    let project = try SampleProject(config)
    try project.publish()
    config.top = "\"max_rejects\": \"20%\","
    config.dedupe = nil
    try project.write(config)
    try project.sluice("run")
    let shown = try project.sluice("runs", "last")
    #expect(shown.status == 0)
    #expect(shown.output.contains("run 2 "))
    #expect(shown.output.contains("clean     4 in, 4 out; nothing to do"))
    #expect(shown.output.contains("config, changed since run 1:"))
    #expect(shown.output.contains("  max_rejects: \"10%\" -> \"20%\""))
    #expect(shown.output.contains("stages[dedupe]"))
    #expect(try project.sluice("runs", "1").output.contains("command: sluice run --now"))
  }

  @Test func `finds a run by its number, its id and the beginning of its id`() throws {
    let project = try SampleProject()
    try project.publish()
    let id = try #require(project.current?.split(separator: "/").last.map(String.init))
    for name in ["1", id, String(id.prefix(8)), "last"] {
      #expect(try project.json("runs", name)["run"]?.text == id)
    }
    let unknown = try project.sluice("runs", "7")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("there is no run \"7\""))
  }

  @Test func `prints a run's whole resolved config`() throws {
    let project = try SampleProject()
    try project.publish()
    #expect(try project.sluice("runs", "1").output.contains("\"max_vanished\": \"20%\""))
    let run = try project.json("runs", "1")
    #expect(run["config"]?["name"]?.text == "gazette")
    #expect(run["stages"]?.elements.count == 5)
  }

  @Test func `keeps what a refused run was refused for`() throws {
    let project = try SampleProject()
    try project.publish()
    try project.folder.remove("notes")
    try project.sluice("run")
    #expect(try project.json("runs").elements.first?["exit_status"]?.integer == 4)
    #expect(try project.sluice("runs", "last").output.contains("fetch.source-missing: the folder notes is missing"))
  }
}
