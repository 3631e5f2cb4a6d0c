import JSONText
import TestSupport
import Testing

@Suite struct SearchCommandTests {
  private static let search = """
    , "search": [
      { "table": "articles", "columns": { "title": 2, "text": 1 } },
      { "table": "posts", "columns": { "title": 2, "body": 1 } } ]
    """

  private static let published = Result {
    var config = SampleConfig()
    config.load = search
    let project = shared(try SampleProject(config))
    try project.publish()
    return project
  }

  private func ids(_ arguments: String...) throws -> [String] {
    let run = try Self.published.get().sluice(
      "search", arguments[0], "--format", "json", arguments: arguments.dropFirst())
    #expect(run.status == 0, "\(run.errors)")
    return try JSONNode(parsing: Array(run.output.utf8)).plain.elements.map {
      "\($0["table"]?.text ?? "") \($0["title"]?.text ?? "")"
    }
  }

  @Test func `a question finds the row that answers it, in whatever table`() throws {
    #expect(try ids("What did the ferry carry?").first == "articles The ferry carries a piano")
    #expect(try ids("Who keeps hives?").first == "posts Beekeeper")
  }

  @Test func `text for people has title, passage with marks, table, id and address`() throws {
    let run = try Self.published.get().sluice("search", "pianos", "--limit", "1")
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0)
    #expect(lines.first == "The ferry carries a piano")
    #expect(lines.dropFirst().first?.contains("the **piano** had the deck") == true)
    #expect(lines.last?.hasPrefix("    articles ") == true)
    #expect(lines.last?.hasSuffix("https://gazette.example/news/ferry.html") == true)
  }

  @Test func `table, where and limit leave rows out`() throws {
    #expect(try ids("winds clocks keeps nine hives", "--table", "posts") == ["posts Beekeeper", "posts Clockmaker"])
    #expect(try ids("winds clocks keeps nine hives", "--where", "place=Cork") == ["posts Clockmaker"])
    #expect(try ids("winds clocks keeps nine hives", "--where", "posted>=2026-01-25") == ["posts Clockmaker"])
    #expect(try ids("winds clocks keeps nine hives", "--table", "posts", "--limit", "1") == ["posts Beekeeper"])
  }

  @Test func `nothing found is no fault`() throws {
    let run = try Self.published.get().sluice("search", "zeppelin")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "Nothing was found.\n")
    #expect(try ids("zeppelin").isEmpty)
  }

  @Test(arguments: ["\"", "NEAR(", "title:*", "a AND NOT b", "') OR 1=1 --", "^", "-piano"])
  func `signs of a query language are no part of a question`(_ question: String) throws {
    let run = try Self.published.get().sluice("search", "--format", "json", "--", question)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: [
    (["--table", "article"], "Did you mean \"articles\"?"), (["--where", "plase=Cork"], "has no column \"plase\""),
    (["--where", "words"], "is no condition"), (["--where", "words>many"], "is no number"),
    (["--limit", "0"], "--limit"),
  ])
  func `what can't be searched is wrong usage, with what could be meant`(_ arguments: [String], _ said: String) throws {
    let run = try Self.published.get().sluice("search", "piano", arguments: arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(said), "\(run.errors)")
  }

  @Test func `before a run, and without the setting, a message says what to do`() throws {
    let project = try SampleProject()
    let before = try project.sluice("search", "piano")
    #expect(before.status == 2)
    #expect(before.errors.contains("search.nothing"))
    try project.publish()
    let without = try project.sluice("search", "piano")
    #expect(without.status == 2)
    #expect(without.errors.contains("load's \"search\""))
  }

  @Test func `the index's own tables are no tables of the pipeline`() throws {
    let project = try Self.published.get()
    let listed = try project.sluice("inspect", "load").output
    #expect(!listed.contains("_search"))
    #expect(listed.contains("articles\t3"))
    #expect(try !project.folder.names("out/current/csv").contains { $0.contains("_search") })
  }
}

extension SampleProject {
  /// Runs the program with a list of further arguments.
  fileprivate func sluice(_ first: String..., arguments: some Sequence<String>) throws -> ProgramRun {
    guard let sluiceBinary else { throw ProgramFailed(status: -1, errors: "not built") }
    return try ProgramRun(sluiceBinary, first + arguments, folder: folder.path)
  }
}
