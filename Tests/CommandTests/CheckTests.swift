import JSONText
import TestSupport
import Testing

/// Checks before publishing, and again over what is published.
@Suite(.enabled(if: sluiceBinary != nil))
struct CheckTests {
  private static func config(_ checks: String, _ tables: String = "") -> SampleConfig {
    var config = SampleConfig()
    config.load = ", \"checks\": [\(checks)]\(tables)"
    return config
  }

  /// Runs a project with these checks; gives how it ended and the statuses of its checks.
  private func run(_ checks: String) throws -> (run: ProgramRun, project: SampleProject) {
    let project = try SampleProject(Self.config(checks))
    return (try project.sluice("run", "--now", SampleProject.now), project)
  }

  private static let failing = [
    #"{ "table": "posts", "column": "place", "values": ["Cork", "Dublin"] }"#,
    #"{ "table": "posts", "column": "place", "pattern": "^C" }"#,
    #"{ "table": "posts", "column": "posted", "min": "2026-02-01" }"#,
    #"{ "table": "articles", "column": "words", "max": 5 }"#,
    #"{ "table": "posts", "column": "title", "max_length": 9 }"#,
    #"{ "table": "posts", "column": "title", "references": { "table": "articles", "column": "title" } }"#,
    #"{ "table": "articles", "min_rows": 4 }"#, #"{ "table": "articles", "max_rows": 2 }"#,
    #"{ "table": "posts", "column": "posted", "fresh": "7d" }"#,
    #"{ "table": "posts", "column": ["source"], "unique": true }"#,
    #"{ "table": "posts", "sql": "SELECT id, title FROM posts WHERE place = 'Galway'" }"#,
  ]

  @Test(arguments: failing) func `a failing check publishes nothing and ends with 1`(_ check: String) throws {
    let (run, project) = try run(check)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("fatal: check.failed: "))
    #expect(project.current == nil)
    let refused = try project.folder.names("out/runs").filter { $0.hasSuffix(".refused") }
    #expect(refused.count == 1)
  }

  @Test(arguments: failing) func `the same check of severity warn is told and lets publish`(_ check: String) throws {
    let (run, project) = try run(String(check.dropLast(2)) + #", "severity": "warn" }"#)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("warn: check.failed: "))
    #expect(try project.rows("_checks").map { $0["status"] } == ["warn"])
  }

  @Test(arguments: [
    #"{ "table": "posts", "column": ["title", "place"], "not_null": true }"#,
    #"{ "table": "posts", "column": "place", "values": ["Cork", "Galway"] }"#,
    #"{ "table": "posts", "column": "place", "pattern": "^[CG]" }"#,
    #"{ "table": "posts", "column": "posted", "min": "2026-01-01", "max": "2026-12-31" }"#,
    #"{ "table": "articles", "column": "words", "min": 1, "max": 5000.5 }"#,
    #"{ "table": "posts", "column": "title", "min_length": 3 }"#,
    #"{ "table": "posts", "column": "place", "references": { "table": "posts", "column": "place" } }"#,
    #"{ "table": "articles", "min_rows": 3, "max_rows": 3 }"#,
    #"{ "table": "posts", "column": "posted", "fresh": "60d" }"#,
    #"{ "table": "posts", "column": ["source", "title"], "unique": true }"#,
    #"{ "table": "posts", "sql": "SELECT id FROM posts WHERE place = 'Atlantis'" }"#,
    #"{ "table": "posts", "column": "posted", "min": "2026-02-01", "error_if": 2 }"#,
    #"{ "table": "posts", "column": "posted", "min": "2026-02-01", "error_if": "60%" }"#,
  ]) func `a check that holds, or fails less than its limit, says nothing`(_ check: String) throws {
    let (run, project) = try run(check)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("check."))
    #expect(try project.rows("_checks").allSatisfy { $0["status"] == "ok" })
  }

  @Test func `failing rows are kept with their value`() throws {
    let (_, project) = try run(#"{ "table": "posts", "column": "place", "values": ["Cork"], "severity": "warn" }"#)
    let failures = try project.rows("_check_failures")
    #expect(failures.map { $0["value"] } == ["Galway"])
    let ids = try project.rows("posts").filter { $0["place"] == "Galway" }.map { $0["id"] }
    #expect(failures.map { $0["id"] } == ids)
    #expect(try project.rows("_checks").map { $0["says"] } == ["1 of 2 rows fail"])
  }

  @Test func `checks run again over what is published`() throws {
    let project = try SampleProject(Self.config(#"{ "table": "posts", "column": "posted", "fresh": "60d" }"#))
    try project.publish()
    let good = try project.sluice("check", "--now", SampleProject.now)
    #expect(good.status == 0)
    #expect(good.output == "ok\tposts.posted\tfresh\tholds\n")
    let stale = try project.sluice("check", "--now", "2027-03-01T02:00:00Z")
    #expect(stale.status == 1)
    #expect(stale.output.hasPrefix("error\tposts.posted\tfresh\tthe latest posted is 2026-02-01"))
    #expect(try project.json("check", "--now", SampleProject.now).elements.map { $0["status"]?.text } == ["ok"])
  }

  @Test func `there is nothing to check before the first publish`() throws {
    let run = try SampleProject().sluice("check")
    #expect(run.status == 2)
    #expect(run.errors.contains("check.nothing"))
  }

  @Test(arguments: [
    (#"{ "table": "post", "column": "title", "not_null": true }"#, "there is no table \"post\""),
    (#"{ "table": "posts", "column": "titel", "not_null": true }"#, "there is no column \"titel\""),
    (#"{ "table": "posts", "not_null": true }"#, "this check checks nothing. Name a \"column\""),
    (#"{ "table": "posts", "column": "title" }"#, "this check checks nothing"),
    (#"{ "table": "posts", "column": "title", "pattern": "(" }"#, "pipeline.json:"),
    (#"{ "table": "posts", "column": "posted", "fresh": "soon" }"#, "\"soon\" is no age"),
    (#"{ "table": "posts", "sql": "SELECT colour FROM posts" }"#, "no such column: colour"),
    (#"{ "table": "posts", "sql": "DELETE FROM posts" }"#, "it would change something"),
    (
      #"{ "table": "posts", "column": "title", "references": { "table": "articles", "column": "x" } }"#,
      "there is no column \"x\""
    ),
  ]) func `a wrong check is a config error with its place`(check: String, message: String) throws {
    let (run, project) = try run(check)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!project.exists("out"))
  }

  @Test func `a table far from its usual size is told without any config`() throws {
    var config = SampleConfig()
    config.sources = config.sources.replacing(
      "https://gazette.example/\"", with: "https://gazette.example/\", \"max_vanished\": \"100%\"")
    let project = try SampleProject(config, files: SampleSite.articles(20))
    for day in 1...5 {
      try project.write("Count the articles, day \(day).", to: "notes/monday.txt")
      #expect(try project.sluice("run", "--now", "2026-03-0\(day)T02:00:00Z").status == 0)
    }
    for number in 6...20 { try project.folder.remove("site/issue/\(number).html") }
    let run = try project.sluice("run", "--now", "2026-03-06T02:00:00Z")
    #expect(run.status == 0)
    #expect(run.errors.contains("check.unusual: articles from site: 5 rows, 20 in the 5 publishes before"))
    #expect(try project.rows("_checks").map { $0["kind"] }.contains("unusual"))
  }
}
