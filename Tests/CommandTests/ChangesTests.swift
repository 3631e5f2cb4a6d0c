import TestSupport
import Testing

/// `changes`: what differs from the publish before, and why.
@Suite(.enabled(if: sluiceBinary != nil))
struct ChangesTests {
  private let project: SampleProject
  private let config: SampleConfig
  private static let nextNight = "2026-03-02T02:00:00Z"

  init() throws {
    var config = SampleConfig()
    config.sources = config.sources.replacing(
      "https://gazette.example/\"", with: "https://gazette.example/\", \"max_vanished\": \"50%\"")
    config.normalize = config.normalize.replacing(
      "\"from\": \"cards\",", with: "\"from\": \"cards\", \"key\": [\"title\", \"place\", \"posted\"],")
    self.config = config
    project = try SampleProject(config)
    try project.publish()
  }

  /// Publishes a night later and gives the changes of a table without their ids.
  private func changes(of table: String) throws -> [[String]] {
    let run = try project.sluice("run", "--now", Self.nextNight)
    guard run.status == 0 else { throw ProgramFailed(status: run.status, errors: run.errors) }
    return try project.rows("changes").filter { $0["table_name"] == table }.map { row in
      ["change", "column_name", "before", "after", "why", "caused_by", "source_address"].map { row[$0] ?? "?" }
    }
  }

  private let ferry = "https://gazette.example/news/ferry.html"
  private let bees = "https://gazette.example/news/bees.html"

  @Test func `the first publish has nothing to compare with`() throws {
    #expect(try project.rows("changes").isEmpty)
    #expect(
      try firstValue("SELECT count(*) FROM changes", in: project.folder.path("out/current/analytics.sqlite")) == "0")
  }

  @Test func `tells that a page is new or gone`() throws {
    try project.write(SampleSite.page("A seal sleeps on the slip", "It did so twice."), to: "site/seal.html")
    #expect(
      try changes(of: "articles") == [["added", "", "", "", "new page", "source", "https://gazette.example/seal.html"]])
    try project.folder.remove("site/seal.html")
    let run = try project.sluice("run", "--now", "2026-03-03T02:00:00Z", "--quiet")
    #expect(run.status == 0)
    let changes = try project.rows("changes").filter { $0["table_name"] == "articles" }
    #expect(changes.map { $0["why"] } == ["source gone"])
    #expect(changes.map { $0["change"] } == ["removed"])
  }

  @Test func `shows each changed cell with what it was before`() throws {
    try project.write(
      SampleSite.page("The ferry carries two pianos", "Twelve passengers stayed on shore."), to: "site/news/ferry.html")
    let found = try changes(of: "articles").filter { $0[1] == "title" }
    #expect(
      found == [
        [
          "changed", "title", "The ferry carries a piano", "The ferry carries two pianos", "the page changed", "source",
          ferry,
        ]
      ])
  }

  @Test func `tells a row that left its page from one whose page was rejected`() throws {
    let cards = [SampleSite.card("Clockmaker", "Cork", "Winds three public clocks.", posted: "2026-02-01")]
    try project.write(
      SampleSite.page(
        "Bees move into the old signal box", "Nobody had the heart to tell them about the timetable.", cards: cards),
      to: "site/news/bees.html")
    #expect(
      try changes(of: "posts") == [["removed", "", "", "", "not on the page any more", "source", bees]])
  }

  @Test func `tells the code of a page that is rejected now`() throws {
    var config = config
    config.top = "\"max_rejects\": \"50%\","
    try project.write(config)
    try project.write("<html>\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}", to: "site/news/ferry.html")
    let found = try changes(of: "articles")
    #expect(found.map { [$0[0], String($0[4].prefix(10))] } == [["removed", "rejected: "]])
  }

  @Test func `tells into what a row was merged, and from what it was split`() throws {
    func bee(_ body: String) throws {
      try project.write(
        SampleSite.page(
          "The harbour clock is right again", "It had been four minutes late since the winter of the big ice.",
          cards: [SampleSite.card("Clockmaker", "Cork", body, posted: "2026-01-05")]), to: "site/harbour.html")
    }
    // Both clockmakers are one at first; now they differ.
    try bee("Winds four public clocks.")
    let split = try changes(of: "posts").filter { $0[0] == "split" }
    #expect(split.map { $0[4].hasPrefix("no longer merged into ") } == [true])
    try bee("Winds three public clocks.")
    #expect(try project.sluice("run", "--now", "2026-03-03T02:00:00Z").status == 0)
    let merged = try project.rows("changes").filter { $0["change"] == "merged" }
    let survivors = try project.rows("posts").map { "merged into \($0["id"] ?? "")" }
    #expect(merged.map { survivors.contains($0["why"] ?? "") } == [true])
  }

  @Test func `marks what settings changed, and lists a new column once`() throws {
    var config = config
    config.normalize = config.normalize.replacing(
      "\"words\": \"integer\"", with: "\"words\": \"text\", \"site_name\": { \"type\": \"text\", \"from\": \"title\" }")
    try project.write(config)
    let found = try changes(of: "articles")
    #expect(found == [["added", "site_name", "", "", "settings changed", "settings", ""]])
  }

  @Test func `says nothing where nothing differs`() throws {
    #expect(try project.sluice("run", "--now", Self.nextNight, "--force").status == 0)
    #expect(try project.rows("changes").isEmpty)
  }
}
