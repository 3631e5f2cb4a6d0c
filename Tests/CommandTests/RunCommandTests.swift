import Foundation
import TestSupport
import Testing

@Suite struct RunCommandTests {
  @Test func `a first run publishes, and says so on stderr alone`() throws {
    let project = try SampleProject()
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.first?.hasPrefix("fetch     4 in, 4 out; worked on 4 new") == true)
    #expect(run.errorLines.last?.hasPrefix("published  ") == true)
    #expect(try project.column("title", of: "articles").count == 3)
    #expect(try project.column("copies", of: "posts") == ["0", "1"])
    #expect(try project.rows("posts_duplicates").count == 2)
    #expect(try project.faultsOfCurrent().isEmpty)
  }

  @Test func `leaves read-only outputs behind a relative link, and stores for this user alone`() throws {
    let project = try SampleProject()
    try project.publish()
    let id = try #require(project.current)
    #expect(id.hasPrefix("runs/20260301T020000Z-"))
    #expect(
      try project.folder.names("out") == ["current", "history.sqlite", "ledger.sqlite", "lock", "runs", "stages"])
    #expect(
      try project.folder.names("out/current") == [
        "analytics.sqlite", "csv", "datapackage.json", "dictionary.md", "excel", "metadata.json", "report.html",
        "run.json",
      ])
    for file in ["analytics.sqlite", "run.json", "dictionary.md", "csv/articles.csv", "excel/articles.csv"] {
      #expect(try project.folder.mode("out/\(id)/\(file)") == 0o444)
    }
    #expect(try project.folder.mode("out/stages") == 0o700)
    let stores = try project.folder.names("out/stages")
    #expect(stores == ["clean.sqlite", "dedupe.sqlite", "fetch.sqlite", "key", "name", "normalize.sqlite"])
  }

  @Test func `a run with nothing stale is unchanged and makes no folder`() throws {
    let project = try SampleProject()
    try project.publish()
    let current = project.current
    let run = try project.sluice("run")
    #expect(run.status == 0)
    #expect(run.errorLines.last?.hasPrefix("unchanged  ") == true)
    #expect(try project.folder.names("out/runs").count == 1)
    #expect(project.current == current)
  }

  @Test func `quiet speaks of rejects that the last published run did not have, and of nothing else`() throws {
    let project = try SampleProject(SampleConfig(top: "\"max_rejects\": \"50%\","))
    try project.write("", to: "site/empty.html")
    let first = try project.sluice("run", "--quiet")
    #expect(first.status == 0)
    #expect(first.errorLines.count == 1)
    #expect(first.errors.hasPrefix("reject: fetch.empty: "))
    try project.write(SampleSite.page("A new lamp", "It burns all night."), to: "site/lamp.html")
    let second = try project.sluice("run", "--quiet")
    #expect(second.status == 0)
    #expect(second.errors.isEmpty)
    #expect(second.output.isEmpty)
  }

  @Test func `a stage alone publishes nothing and names what is behind`() throws {
    let project = try SampleProject()
    try project.publish()
    let current = project.current
    try project.write(SampleSite.page("A new lamp", "It burns all night."), to: "site/lamp.html")
    let fetch = try project.sluice("run", "fetch")
    #expect(fetch.status == 0)
    #expect(fetch.errorLines.contains("behind     clean: 1 (1 new)"))
    #expect(fetch.errorLines.last?.hasPrefix("not published") == true)
    let load = try project.sluice("run", "load")
    #expect(load.status == 2)
    #expect(load.errors.contains("load.behind"))
    #expect(load.errors.contains("sluice run --from clean"))
    #expect(project.current == current)
    let rest = try project.sluice("run", "--from", "clean")
    #expect(rest.status == 0)
    #expect(project.current != current)
    #expect(try project.column("title", of: "articles").contains("A new lamp"))
  }

  @Test func `force works on everything and publishes the same bytes anew`() throws {
    let project = try SampleProject()
    try project.publish()
    let current = project.current
    let outputs = try PublishedOutputs(project)
    let run = try project.sluice("run", "--force")
    #expect(run.status == 0)
    #expect(run.errors.contains("clean     4 in, 4 out; worked on 4 forced"))
    #expect(project.current != current)
    #expect(try PublishedOutputs(project) == outputs)
  }

  @Test(arguments: ["https://gazette.example/news/bees.html", "site/news/bees.html", "id"])
  func `only works on one page, by address, path or id`(_ name: String) throws {
    let project = try SampleProject()
    try project.publish()
    let row = try project.rows("articles").first { $0["source_address"] == "https://gazette.example/news/bees.html" }
    let documents = try project.sluice("inspect", "fetch").outputLines
    let id = try #require(documents.first { $0.contains("bees.html") }?.split(separator: "\t").first)
    #expect(row != nil)
    let run = try project.sluice("run", "clean", "--only", name == "id" ? String(id.prefix(10)) : name)
    #expect(run.status == 0)
    #expect(run.errors.contains("clean     4 in, 4 out; worked on 1 forced"))
  }

  @Test(arguments: [
    ["run", "sweep"], ["run", "load", "--from", "clean"], ["run", "--only", "x"], ["run", "load", "--only", "x"],
    ["run", "--wait", "soon"], ["run", "--jobs", "0"], ["run", "--jobs", "many"], ["run", "--now", "yesterday"],
    ["run", "--format", "xml"], ["run", "--sideways"], ["stroll"], ["run", "fetch", "clean"],
    ["run", "clean", "--only", "no-such-page"], ["run", "clean"], ["run", "-c", "nowhere.json"],
  ])
  func `wrong usage ends with status 2 and a message`(_ arguments: [String]) throws {
    let project = try SampleProject()
    let program = try #require(sluiceBinary)
    let run = try ProgramRun(program, arguments, folder: project.folder.path)
    #expect(run.status == 2)
    #expect(!run.errors.isEmpty)
    #expect(run.output.isEmpty)
    #expect(project.current == nil)
  }

  @Test func `a stage that the config leaves out can't be run`() throws {
    let project = try SampleProject(SampleConfig(dedupe: nil))
    let run = try project.sluice("run", "dedupe")
    #expect(run.status == 2)
    #expect(run.errors.contains("the pipeline has no stage dedupe"))
    #expect(!project.exists("out"))
  }

  @Test func `paths are seen from the config's folder, and out goes where it is told`() throws {
    let project = try SampleProject()
    let elsewhere = try TemporaryFolder()
    let program = try #require(sluiceBinary)
    let run = try ProgramRun(
      program, ["run", "-c", project.folder.path("pipeline.json"), "--out", "results"], folder: elsewhere.path)
    #expect(run.status == 0)
    #expect(try elsewhere.names("results/current/csv").contains("articles.csv"))
    #expect(!project.exists("out"))
  }

  @Test func `an output folder belongs to one pipeline`() throws {
    let project = try SampleProject()
    try project.publish()
    let current = project.current
    try project.write(SampleConfig(name: "courier"))
    let run = try project.sluice("run")
    #expect(run.status == 2)
    #expect(run.errors.contains("belongs to the pipeline \"gazette\", not to \"courier\""))
    #expect(project.current == current)
  }

  @Test func `a broken page is rejected, and the rest goes on`() throws {
    let project = try SampleProject(SampleConfig(top: "\"max_rejects\": \"50%\","))
    try project.folder.write([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0, 0, 0, 0], to: "site/broken.html")
    try project.folder.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2], to: "site/torn.html")
    let run = try project.sluice("run")
    #expect(run.status == 0)
    #expect(run.errors.contains("reject: "))
    #expect(try project.rows("articles").count == 3)
    #expect(try project.rows("_rejects").count == 2)
    #expect(try project.column("code", of: "_rejects").contains("fetch.damaged"))
  }

  @Test func `files and folders whose names are no UTF-8 are rejected, not lost`() throws {
    let project = try SampleProject(SampleConfig(top: "\"max_rejects\": \"90%\","))
    try project.folder.write("<p>Hidden.</p>", to: "hidden/page.html")
    let script = """
      cp site/harbour.html "$(printf 'site/bad\\376.html')"; cp site/harbour.html "$(printf 'site/bad\\377.html')"
      mv hidden "$(printf 'site/w\\344sche')"
      """
    #expect(try ProgramRun("/bin/sh", ["-c", script], folder: project.folder.path).status == 0)
    #expect(try project.sluice("run").status == 0)
    #expect(try project.column("code", of: "_rejects") == ["fetch.bad-name", "fetch.bad-name"])
    #expect(try project.column("address", of: "_rejects") == ["site/bad\u{FFFD}.html", "site/w\u{FFFD}sche"])
    #expect(try project.rows("articles").count == 3)
  }

  @Test func `too many rejects keep a run from publishing, again and again, until they are mended`() throws {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try project.write("", to: "site/empty.html")
    for _ in 1...2 {
      let run = try project.sluice("run")
      #expect(run.status == 4)
      #expect(run.errors.contains("run.too-many-rejects"))
      #expect(run.errors.contains("fetch rejected 1 of 5 inputs, more than max_rejects (10%)"))
      #expect(try PublishedOutputs(project) == outputs)
    }
    try project.folder.remove("site/empty.html")
    #expect(try project.sluice("run").status == 0)
  }

  @Test func `the version and every command's help go to stdout`() throws {
    let project = try SampleProject()
    let version = try project.sluice("--version")
    #expect(version.status == 0)
    #expect(version.outputLines.count == 1)
    for command in ["run", "plan", "validate", "runs", "rejects", "inspect", "config-schema"] {
      let help = try project.sluice("help", command)
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: sluice \(command)"))
      #expect(help.errors.isEmpty)
    }
  }
}
