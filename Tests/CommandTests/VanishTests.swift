import TestSupport
import Testing

@Suite struct VanishTests {
  /// A project of ten pages and a note that has published.
  private func project(_ config: SampleConfig = SampleConfig()) throws -> SampleProject {
    let project = try SampleProject(config, files: SampleSite.articles(10))
    try project.publish()
    return project
  }

  /// Two runs are refused with `code`, and what was published stays.
  private func expectRefusal(_ project: SampleProject, _ code: String, _ outputs: PublishedOutputs) throws {
    for _ in 1...2 {
      let run = try project.sluice("run")
      #expect(run.status == 4)
      #expect(run.errors.contains(code), "\(run.errors)")
      #expect(run.errorLines.last == "nothing published; what was published before stays")
      #expect(try PublishedOutputs(project) == outputs)
    }
  }

  @Test func `a missing source folder stops the run until it is back`() throws {
    let project = try project()
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("notes")
    try expectRefusal(project, "fetch.source-missing: the folder notes is missing (files: notes/*.txt)", outputs)
    try project.write("Count the articles.", to: "notes/monday.txt")
    #expect(try project.sluice("run").status == 0)
    #expect(try PublishedOutputs(project) == outputs)
  }

  @Test func `a source that matches nothing stops the run`() throws {
    let project = try project()
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("notes/monday.txt")
    try expectRefusal(project, "fetch.source-missing: no file matches", outputs)
  }

  @Test func `a first run without a source publishes nothing`() throws {
    let project = try SampleProject(files: ["notes/monday.txt": "A note."])
    let run = try project.sluice("run")
    #expect(run.status == 4)
    #expect(project.current == nil)
  }

  @Test func `a source that lost too much stops the run until it is back`() throws {
    let project = try project()
    let outputs = try PublishedOutputs(project)
    let text = try project.folder.read("site/issue/3.html")
    for number in 1...3 { try project.folder.remove("site/issue/\(number).html") }
    try expectRefusal(
      project, "fetch.source-vanished: 3 of 10 files are gone since the last publish, more than max_vanished (20%)",
      outputs)
    try project.write(text, to: "site/issue/3.html")
    #expect(try project.sluice("run").status == 0)
    #expect(try project.rows("articles").count == 8)
  }

  @Test func `a source that lost too much is noticed without a ledger too`() throws {
    let project = try project()
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("out/ledger.sqlite")
    for number in 1...3 { try project.folder.remove("site/issue/\(number).html") }
    try expectRefusal(project, "fetch.source-vanished: 3 of 10 files are gone", outputs)
  }

  @Test func `max_vanished says how much may go`() throws {
    var config = SampleConfig()
    let project = try project(config)
    for number in 1...3 { try project.folder.remove("site/issue/\(number).html") }
    #expect(try project.sluice("run").status == 4)
    config.sources = config.sources.replacing(
      "\"name\": \"site\",", with: "\"name\": \"site\", \"max_vanished\": \"30%\",")
    try project.write(config)
    #expect(try project.sluice("run").status == 0)
    #expect(try project.rows("articles").count == 7)
  }

  @Test func `a source that isn't required may go with a warning`() throws {
    var config = SampleConfig()
    config.normalize = config.normalize.replacing(
      "\"table\": \"notes\",", with: "\"table\": \"notes\", \"allow_empty\": true,")
    let project = try project(config)
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("notes")
    try expectRefusal(project, "fetch.source-missing", outputs)
    config.sources = config.sources.replacing("\"name\": \"notes\",", with: "\"name\": \"notes\", \"required\": false,")
    try project.write(config)
    let run = try project.sluice("run")
    #expect(run.status == 0)
    #expect(run.errors.contains("warn: fetch.source-missing"))
    #expect(try project.rows("notes").isEmpty)
  }

  @Test func `a table that becomes empty stops the run unless it may`() throws {
    var config = SampleConfig()
    config.sources = config.sources.replacing("\"name\": \"notes\",", with: "\"name\": \"notes\", \"required\": false,")
    let project = try project(config)
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("notes")
    try expectRefusal(project, "run.table-empty: the table notes had 1 rows and has none now", outputs)
    config.normalize = config.normalize.replacing(
      "\"table\": \"notes\",", with: "\"table\": \"notes\", \"allow_empty\": true,")
    try project.write(config)
    #expect(try project.sluice("run").status == 0)
    #expect(try project.rows("notes").isEmpty)
  }

  @Test func `a column that loses all its values stops the run`() throws {
    let project = try project()
    let outputs = try PublishedOutputs(project)
    for number in 1...10 {
      let text = try project.folder.read("site/issue/\(number).html").replacing(
        "class=\"place\"", with: "class=\"site\"")
      try project.write(text, to: "site/issue/\(number).html", modified: 1_767_300_000)
    }
    try expectRefusal(
      project, "run.column-empty: the column posts.place had values and has none in any row now", outputs)
  }

  @Test func `an item selector that finds nothing any more stops the run unless it may`() throws {
    var config = SampleConfig()
    config.normalize = config.normalize.replacing(
      "\"table\": \"posts\",", with: "\"table\": \"posts\", \"allow_empty\": true,")
    let project = try project(config)
    let outputs = try PublishedOutputs(project)
    for number in 1...10 {
      let text = try project.folder.read("site/issue/\(number).html").replacing(
        "class=\"card\"", with: "class=\"tile\"")
      try project.write(text, to: "site/issue/\(number).html", modified: 1_767_300_000)
    }
    try expectRefusal(
      project, "run.items-gone: the selector \".related .card\" found 10 cards and finds none now", outputs)
    config.clean = config.clean.replacing("\"table\": \"cards\",", with: "\"table\": \"cards\", \"required\": false,")
    try project.write(config)
    #expect(try project.sluice("run").status == 0)
    #expect(try project.rows("posts").isEmpty)
  }

  @Test func `a refused run's outputs are kept for a look, the last alone`() throws {
    let project = try project()
    try project.write("", to: "site/a.html")
    try project.write("", to: "site/b.html")
    for _ in 1...3 { #expect(try project.sluice("run").status == 4) }
    let names = try project.folder.names("out/runs")
    #expect(names.filter { $0.hasSuffix(".refused") }.count <= 2)
    #expect(names.filter { !$0.hasSuffix(".refused") }.count == 1)
    #expect(try project.sluice("runs", "last").output.contains("run.too-many-rejects"))
  }
}
