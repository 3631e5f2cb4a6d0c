import Foundation
import JSONText
import Markup
import TestSupport
import Testing

/// report.html, which comes with every publish, and `sluice report`.
@Suite(.enabled(if: sluiceBinary != nil))
struct ReportCommandTests {
  /// A project with checks, rejects, duplicates and two publishes that differ.
  private static let project = Result {
    var config = SampleConfig()
    config.top = "\"max_rejects\": \"100%\","
    config.load = """
      , "checks": [ { "table": "posts", "column": "place", "values": ["Cork"], "severity": "warn" },
                    { "table": "articles", "column": "title", "not_null": true },
                    { "table": "articles", "column": "title", "pattern": "^[^<]*$", "severity": "warn" } ]
      """
    let project = shared(try SampleProject(config))
    try project.write("", to: "site/empty.html")
    try project.write(
      SampleSite.page("Is 1 &lt; 2 &amp; 3?", "The <b>schoolmaster</b> asked it twice."), to: "site/sum.html")
    try project.publish()
    try project.write(
      SampleSite.page("A whale in the canal", "It turned round at the lock and went home."), to: "site/whale.html")
    try project.publish()
    return project
  }

  private static var page: String {
    get throws { try project.get().folder.read("out/current/report.html") }
  }

  @Test func `comes with every publish, read-only, as one of its files`() throws {
    let project = try Self.project.get()
    #expect(try project.folder.mode("out/current/report.html") == 0o444)
    let run = try JSONNode(parsing: project.folder.readBytes("out/current/run.json")).plain
    #expect(run["files"]?.elements.compactMap(\.text).contains("report.html") == true)
  }

  @Test func `speaks of every table, every column and every check`() throws {
    let page = try Self.page
    let database = try Self.project.get().folder.path("out/current/analytics.sqlite")
    let tables = try firstValue("SELECT group_concat(DISTINCT table_name) FROM _columns", in: database) ?? ""
    for table in tables.split(separator: ",") { #expect(page.contains("<code>\(table)</code>"), "\(table)") }
    for table in ["articles", "posts", "notes"] {
      let columns = try firstValue(
        "SELECT group_concat(column_name) FROM _columns WHERE table_name = '\(table)'", in: database)
      let section = try #require(page.components(separatedBy: "<caption>Columns of \(table)</caption>").last)
      for column in columns?.split(separator: ",") ?? [] { #expect(section.contains("<code>\(column)</code>")) }
    }
    #expect(page.contains("<code>posts.place</code>"))
    #expect(page.contains("<code>articles.title</code>"))
    #expect(page.contains("1 of 2 rows fail"))
  }

  @Test func `shows rejects, groups of equal rows, what changed and rows against the publish before`() throws {
    let page = try Self.page
    for text in [
      "fetch.empty", "site/empty.html", "A group of 2 rows of posts", "new page", "https://gazette.example/whale.html",
      "dedupe.exact: 1", "from 4 to 5",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func `is one file without script, reads as HTML, and escapes what pages say`() throws {
    let page = try Self.page
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link") && !page.contains("url("))
    for target in page.split(separator: "href=\"").dropFirst() { #expect(target.hasPrefix("#")) }
    #expect(page.contains("Is 1 &lt; 2 &amp; 3?"))
    let tree = HTMLTree(parsing: Array(page.utf8))
    #expect(tree.warnings.isEmpty)
    let names = (0..<tree.count).filter { !tree.isText($0) }.map { tree.name(of: $0) }
    #expect(names.count { $0 == "caption" } == names.count { $0 == "table" })
    #expect(names.count { $0 == "table" } == page.components(separatedBy: "<table").count - 1)
  }

  @Test func `is made again for any run that is kept`() throws {
    let project = try SampleProject(copying: try Self.project.get())
    let again = try project.sluice("report")
    #expect(again.status == 0)
    #expect(again.output.contains("new page"))
    let first = try project.sluice("report", "1", "--output", "first.html")
    #expect(first.status == 0)
    #expect(first.output.isEmpty)
    let page = try project.folder.read("first.html")
    #expect(page.contains("Nothing was published before that could be compared."))
    #expect(!page.contains("whale.html"))
  }

  @Test func `names what can't be reported`() throws {
    let project = try SampleProject()
    let nothing = try project.sluice("report")
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("report.nothing"))
    try project.publish()
    let unknown = try project.sluice("report", "77")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("report.unknown"))
    try project.sluice("run")
    let unchanged = try project.sluice("report", "2")
    #expect(unchanged.status == 2)
    #expect(unchanged.errors.contains("report.gone"))
  }

  @Test func `a refused run has one too`() throws {
    var config = SampleConfig()
    config.load = #", "checks": [{ "table": "posts", "min_rows": 99 }]"#
    let project = try SampleProject(config)
    #expect(try project.sluice("run").status == 1)
    let refused = try #require(try project.folder.names("out/runs").first)
    #expect(try project.folder.read("out/runs/\(refused)/report.html").contains("<span class=\"error\">"))
    let again = try project.sluice("report", "1")
    #expect(again.status == 0)
    #expect(again.output.contains("<span class=\"error\">error</span>"))
  }

  @Test func `is no page of the next run, however wide a source's pattern is`() throws {
    var config = SampleConfig()
    config.sources = #"{ "name": "site", "files": "**/*.html" }, { "name": "notes", "files": "**/*.txt" }"#
    let project = try SampleProject(config)
    try project.publish()
    #expect(try project.rows("articles").count == 3)
    #expect(try project.sluice("run").errorLines.last?.hasPrefix("unchanged") == true)
  }

  @Test func `redacted columns show their share of empty cells and nothing else`() throws {
    var config = SampleConfig()
    config.normalize = """
      , "tables": [ { "table": "posts", "from": "cards",
        "columns": { "title": "text", "place": { "type": "text", "redact": "mask" }, "body": "text" } } ]
      """
    config.dedupe = #", "tables": [ { "table": "posts", "exact": ["body"], "survivor": "first" } ]"#
    let project = try SampleProject(config)
    try project.publish()
    let masked = try #require(try project.column("place", of: "posts").first)
    let page = try project.folder.read("out/current/report.html")
    #expect(page.contains(">redacted</td>"))
    #expect(!page.contains(masked) && !page.contains("Galway"))
  }
}
