import TestSupport
import Testing

/// Tables that remember what was published before.
@Suite(.enabled(if: sluiceBinary != nil))
struct HistoryTests {
  private func project(_ mode: String) throws -> SampleProject {
    let project = try SampleProject(Self.config(mode))
    try project.publish()
    return project
  }

  private static func config(_ mode: String) -> SampleConfig {
    var config = SampleConfig()
    config.sources = config.sources.replacing(
      "https://gazette.example/\"", with: "https://gazette.example/\", \"max_vanished\": \"50%\"")
    config.load = ", \"tables\": [{ \"table\": \"articles\", \"mode\": \"\(mode)\" }]"
    return config
  }

  private func night(_ day: Int) -> String { "2026-03-0\(day)T02:00:00Z" }

  /// Runs on a day of March 2026; throws what the program said unless it ended as expected.
  private func run(_ project: SampleProject, day: Int, status: Int32 = 0, _ arguments: String...) throws {
    let run = try project.sluice("run", "--now", night(day))
    guard run.status == status else { throw ProgramFailed(status: run.status, errors: run.errors) }
  }

  private func change(_ project: SampleProject, ferry title: String) throws {
    try project.write(SampleSite.page(title, "Twelve passengers stayed on shore."), to: "site/news/ferry.html")
  }

  private func remembered(_ project: SampleProject) throws -> String {
    try tableDump(project.folder.path("out/history.sqlite"), order: "all") { _ in true }
  }

  private func ask(_ project: SampleProject, _ sql: String) throws -> String? {
    try firstValue(sql, in: project.folder.path("out/current/analytics.sqlite"))
  }

  @Test func `upsert keeps rows that are gone, with when they were seen`() throws {
    let project = try project("upsert")
    try change(project, ferry: "The ferry carries two pianos")
    try run(project, day: 2)
    try project.write(SampleSite.page("A seal sleeps on the slip", "It did so twice."), to: "site/seal.html")
    try run(project, day: 3)
    try project.folder.remove("site/seal.html")
    try run(project, day: 4)
    let rows = try project.rows("articles")
    #expect(rows.count == 4)
    let seal = rows.filter { $0["title"] == "A seal sleeps on the slip" }
    #expect(seal.map { $0["is_present"] } == ["false"])
    #expect(seal.map { $0["first_seen"] } == [night(3)])
    #expect(seal.map { $0["last_seen"] } == [night(3)])
    #expect(seal.map { $0["times_seen"] } == ["1"])
    let ferry = rows.filter { $0["title"] == "The ferry carries two pianos" }
    #expect(ferry.map { $0["first_seen"] } == ["2026-03-01T02:00:00Z"])
    #expect(ferry.map { $0["times_seen"] } == ["4"])
    #expect(ferry.map { $0["is_present"] } == ["true"])
    #expect(try project.faultsOfCurrent() == [])
  }

  @Test func `a row that comes back is one row again`() throws {
    let project = try project("upsert")
    let page = SampleSite.page("A seal sleeps on the slip", "It did so twice.")
    try project.write(page, to: "site/seal.html")
    try run(project, day: 2)
    try project.folder.remove("site/seal.html")
    try run(project, day: 3)
    try project.write(page, to: "site/seal.html")
    try run(project, day: 4)
    let seal = try project.rows("articles").filter { $0["title"] == "A seal sleeps on the slip" }
    #expect(seal.map { $0["times_seen"] } == ["2"])
    #expect(seal.map { $0["is_present"] } == ["true"])
    let changes = try project.rows("changes").filter { $0["table_name"] == "articles" }
    #expect(changes.map { $0["change"] } == ["added"])
  }

  @Test func `history shows every version and since when it holds`() throws {
    let project = try project("history")
    try change(project, ferry: "The ferry carries two pianos")
    try run(project, day: 2)
    let versions = try project.rows("articles_history").filter { $0["title"]?.hasPrefix("The ferry") ?? false }
    #expect(versions.map { $0["valid_from"] } == ["2026-03-01T02:00:00Z", night(2)])
    #expect(versions.map { $0["valid_to"] } == [night(2), ""])
    #expect(versions.map { $0["is_current"] } == ["false", "true"])
    #expect(versions.map { $0["change"] } == ["new", "changed"])
    #expect(versions[1]["changed_columns"]?.contains("title") ?? false)
    #expect(versions.map { $0["ended_why"] } == ["the page changed", ""])
    #expect(try project.rows("articles").count == 3)
  }

  @Test func `one view says what opened, changed and closed this week`() throws {
    let project = try project("history")
    #expect(try ask(project, "SELECT count(*) FROM articles_this_week") == "0")
    try change(project, ferry: "The ferry carries two pianos")
    try project.write(SampleSite.page("A seal sleeps on the slip", "It did so twice."), to: "site/seal.html")
    try run(project, day: 2)
    try project.folder.remove("site/seal.html")
    try run(project, day: 3)
    let week =
      "SELECT group_concat(what || ' ' || title, '; ') FROM (SELECT * FROM articles_this_week ORDER BY at, what)"
    #expect(
      try ask(project, week)
        == "changed The ferry carries two pianos; opened A seal sleeps on the slip; closed A seal sleeps on the slip")
  }

  @Test func `what settings change makes a version but no news`() throws {
    let project = try project("history")
    var config = Self.config("history")
    config.normalize = config.normalize.replacing(
      "\"words\": \"integer\"", with: "\"headline\": { \"type\": \"text\", \"from\": \"title\" }")
    try project.write(config)
    try run(project, day: 2)
    let versions = try project.rows("articles_history")
    #expect(versions.count == 6)
    // A new column fills from then on, and one that is gone stays with what it said.
    #expect(versions.filter { $0["is_current"] == "false" }.allSatisfy { $0["headline"] == "" && $0["words"] != "" })
    #expect(versions.filter { $0["is_current"] == "true" }.allSatisfy { $0["headline"] != "" && $0["words"] == "" })
    #expect(Set(versions.compactMap { $0["caused_by"] }) == ["settings"])
    #expect(Set(versions.compactMap { $0["ended_why"] }) == ["settings changed", ""])
    #expect(Set(versions.compactMap { $0["why"] }) == ["settings changed", "first remembered"])
    #expect(try ask(project, "SELECT count(*) FROM articles_this_week") == "0")
  }

  @Test func `a run that publishes nothing leaves no trace`() throws {
    let project = try project("history")
    let before = try remembered(project)
    // The table of posts goes empty, which is seen only after everything is built.
    for name in ["harbour.html", "news/bees.html"] {
      try project.write(SampleSite.page("Nothing to do in \(name)", "Nobody is wanted."), to: "site/\(name)")
    }
    try run(project, day: 2, status: 4)
    #expect(try remembered(project) == before)
  }

  @Test func `the history outlives the stores and the runs`() throws {
    let project = try project("history")
    for name in ["stages", "runs", "current"] { try project.folder.remove("out/\(name)") }
    try change(project, ferry: "The ferry carries two pianos")
    try run(project, day: 2)
    #expect(try project.rows("articles_history").count == 4)
    #expect(try project.rows("articles").map { $0["times_seen"] } == ["2", "2", "2"])
  }

  @Test(arguments: ["history-written", "csv-written", "folder-named", "current-switched"])
  func `a kill forgets what was not published and keeps what was`(moment: String) throws {
    let project = try project("history")
    try change(project, ferry: "The ferry carries two pianos")
    let killed = try project.sluice("run", "--now", night(2), environment: ["SLUICE_KILL_AT": moment])
    #expect(killed.status == -9)
    try project.write(SampleSite.page("A seal sleeps on the slip", "It did so twice."), to: "site/seal.html")
    try run(project, day: 3)
    let isPublished = moment == "current-switched"
    let ferry = try project.rows("articles_history").filter { $0["title"] == "The ferry carries two pianos" }
    #expect(ferry.map { $0["valid_from"] } == [night(isPublished ? 2 : 3)])
    let seen = try project.rows("articles").filter { $0["title"] == "The ferry carries two pianos" }
    #expect(seen.map { $0["times_seen"] } == [isPublished ? "3" : "2"])
  }
}
