import JSONText
import TestSupport
import Testing

@Suite struct InspectCommandTests {
  private let project: SampleProject

  init() throws {
    var config = SampleConfig()
    config.normalize = config.normalize.replacing(
      "\"from\": \"cards\",", with: "\"from\": \"cards\", \"key\": [\"title\"],")
    project = try SampleProject(config)
    try project.publish()
  }

  @Test(arguments: [
    ("fetch", "id\tsource\toutcome\tkind\tbyte_count\taddress\tpath", 5), ("clean", "id\tsource\tlanguage\ttitle", 5),
    ("dedupe", "table\tcluster_id\trecord_id\trule", 3), ("load", "table\trows", 12),
  ])
  func `lists what a stage holds, a header and a line each`(_ stage: String, _ header: String, _ lines: Int) throws {
    let list = try project.sluice("inspect", stage)
    #expect(list.status == 0)
    #expect(list.outputLines.first?.hasPrefix(header) == true)
    #expect(list.outputLines.count == lines)
  }

  @Test func `lists all stages with a heading each`() throws {
    let list = try project.sluice("inspect")
    #expect(
      list.outputLines.filter { $0.hasPrefix("== ") } == [
        "== fetch", "== clean", "== normalize", "== dedupe", "== load",
      ])
  }

  @Test func `as JSON it lists one object a line`() throws {
    let list = try project.sluice("inspect", "normalize", "--format", "json")
    #expect(list.outputLines.count == 7)
    #expect(list.outputLines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  @Test(arguments: [
    "https://gazette.example/news/bees.html", "site/news/bees.html", "id", "the beginning of the id",
  ])
  func `follows a document by address, path, id and beginning of an id`(_ form: String) throws {
    let line = try project.sluice("inspect", "fetch").outputLines.first { $0.contains("bees.html") }
    let id = try #require(line?.split(separator: "\t").first.map(String.init))
    let name = form == "id" ? id : form.hasPrefix("the") ? String(id.prefix(6)) : form
    let trace = try project.sluice("inspect", name)
    #expect(trace.status == 0)
    #expect(trace.outputLines.first == "document \(id)")
    #expect(trace.output.contains("title \"Bees move into the old signal box\" (rule "))
    let stages = Set(trace.outputLines.compactMap { $0.split(separator: " ").first }.map(String.init))
    #expect(stages.isSuperset(of: ["fetch", "clean", "normalize", "dedupe", "load"]))
  }

  @Test func `follows a record by its key and by its id to where it ended`() throws {
    let row = try #require(try project.rows("posts").first { $0["title"] == "Clockmaker" })
    let id = try #require(row["id"])
    for name in ["posts:Clockmaker", id, String(id.prefix(8))] {
      let trace = try project.sluice("inspect", name)
      #expect(trace.status == 0)
      #expect(trace.outputLines.first == "record \(id) of posts")
      #expect(trace.output.contains("dedupe    survivor"))
      #expect(trace.output.contains("load      published"))
      #expect(trace.output.contains("load      copy"))
    }
  }

  @Test func `shows one stage of a thing alone`() throws {
    let trace = try project.sluice("inspect", "clean", "site/harbour.html")
    #expect(trace.status == 0)
    #expect(trace.outputLines.dropFirst().first?.hasPrefix("clean     page") == true)
    #expect(!trace.output.contains("fetch     "))
    let json = try project.json("inspect", "clean", "site/harbour.html")
    #expect(json["stages"]?.elements.map { $0["stage"]?.text } == ["clean"])
  }

  @Test func `says why a document was rejected`() throws {
    let project = try SampleProject(SampleConfig(top: "\"max_rejects\": \"50%\","))
    try project.write("", to: "site/empty.html")
    try project.publish()
    let trace = try project.sluice("inspect", "site/empty.html")
    #expect(trace.status == 0)
    #expect(trace.output.contains("fetch     rejected"))
    #expect(trace.output.contains("fetch.empty"))
  }

  @Test(arguments: [["no-such-thing"], ["posts:Nobody"], ["sweep", "site/harbour.html"], ["fetch", "nothing"]])
  func `what nobody knows is status 2 and a remedy`(_ arguments: [String]) throws {
    let program = try #require(sluiceBinary)
    let run = try ProgramRun(program, ["inspect"] + arguments, folder: project.folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("fatal: inspect."))
    #expect(run.output.isEmpty)
  }

  @Test func `before the first run there is nothing to look at, and nothing is written`() throws {
    let project = try SampleProject()
    let all = try project.sluice("inspect")
    #expect(all.status == 0)
    #expect(all.output.contains("== fetch\nnot run yet\n"))
    #expect(try project.sluice("inspect", "fetch").status == 3)
    #expect(try project.sluice("inspect", "site/harbour.html").status == 2)
    #expect(!project.exists("out"))
  }
}
