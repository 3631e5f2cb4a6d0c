import JSONText
import TestSupport
import Testing

@Suite struct InspectSelectTests {
  private let project: SampleProject

  init() throws {
    project = try SampleProject()
    try project.publish()
  }

  @Test(arguments: [
    ["--select", ".related .card:has(h3)"], ["--xpath", "//*[@class='related']/*[h3]"],
  ])
  func `counts matches on every page, those without first`(_ selector: [String]) throws {
    let program = try #require(sluiceBinary)
    let run = try ProgramRun(program, ["inspect", "clean"] + selector, folder: project.folder.path)
    #expect(run.status == 0)
    let cells = run.outputLines.map { $0.split(separator: "\t").map(String.init) }
    #expect(cells.first == ["matches", "id", "address"])
    #expect(cells.dropFirst().map { $0[0] } == ["0", "1", "2"])
    #expect(
      cells.dropFirst().map { $0[2] } == [
        "https://gazette.example/news/ferry.html", "https://gazette.example/harbour.html",
        "https://gazette.example/news/bees.html",
      ])
    #expect(run.errors == "3 pages, 1 without a match, 3 matches\n")
  }

  @Test func `as JSON it writes a line a page, whatever the number of threads`() throws {
    let runs = try ["1", "4"].map {
      try project.sluice("inspect", "clean", "--select", "h3", "--format", "json", "--quiet", "--jobs", $0)
    }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].errors.isEmpty)
    let lines = try runs[0].outputLines.map { try JSONNode(parsing: Array($0.utf8)).plain }
    #expect(lines.map { $0["matches"] } == [.integer(0), .integer(1), .integer(2)])
    #expect(lines.allSatisfy { $0["id"]?.text?.isEmpty == false && $0["problem"] == nil })
  }

  @Test func `says which files changed or are gone since fetch`() throws {
    try project.write("<p>Something else.</p>", to: "site/harbour.html")
    try project.folder.remove("site/news/bees.html")
    let run = try project.sluice("inspect", "clean", "--select", "h3")
    #expect(run.status == 1)
    #expect(run.outputLines.dropFirst().map { $0.split(separator: "\t").first.map(String.init) } == ["-", "-", "0"])
    #expect(run.errors.contains("has other bytes than fetch saw"))
    #expect(run.errors.contains("https://gazette.example/news/bees.html"))
  }

  @Test(arguments: [
    (["clean", "--select", "a:hover"], "character 2"), (["clean", "--xpath", "//a["], "character 5"),
    (["clean", "--xpath", "count(//a)"], "number"), (["--select", "a"], "inspect clean"),
    (["fetch", "--select", "a"], "inspect clean"), (["clean", "--select", "a", "--xpath", "//a"], "--xpath"),
    (["clean", "--html"], "--html"), (["clean", "nothing", "--html"], "inspect.unknown"),
  ])
  func `a wrong question is status 2`(_ arguments: [String], _ message: String) throws {
    let program = try #require(sluiceBinary)
    let run = try ProgramRun(program, ["inspect"] + arguments, folder: project.folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains(message))
    #expect(run.output.isEmpty)
  }

  @Test func `before the first run there is nothing to count`() throws {
    let project = try SampleProject()
    let run = try project.sluice("inspect", "clean", "--select", "a")
    #expect(run.status == 3)
    #expect(!project.exists("out"))
  }

  @Test func `explains a page in one file that needs nothing else`() throws {
    let run = try project.sluice("inspect", "clean", "site/harbour.html", "--html")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<!DOCTYPE html>"))
    #expect(run.output.contains("<div class=\"block kept\"><p>It had been four minutes late"))
    #expect(run.output.contains("<div class=\"block dropped\"><p>The Gazette, printed where it rains.</p>"))
    #expect(run.output.contains("<td>The harbour clock is right again</td><td>h1</td>"))
    #expect(run.output.contains("<dt>stands in</dt><dd>html &gt; body &gt; footer</dd>"))
    #expect(!run.output.contains("<script") && !run.output.contains("src=") && !run.output.contains("href="))
  }

  @Test func `shows a page's own markup as text`() throws {
    try project.write(
      SampleSite.page("Tags &lt;b&gt; &amp; &quot;quotes&quot;", "A tag is written &lt;script&gt;x&lt;/script&gt;."),
      to: "site/tags.html")
    try project.publish()
    let run = try project.sluice("inspect", "clean", "site/tags.html", "--html")
    #expect(run.output.contains("A tag is written &lt;script&gt;x&lt;/script&gt;."))
    #expect(run.output.contains("Tags &lt;b&gt; &amp; &quot;quotes&quot;"))
    #expect(!run.output.contains("<script"))
  }

  @Test func `does not explain a file that changed since fetch`() throws {
    try project.write("<p>Something else.</p>", to: "site/harbour.html")
    let run = try project.sluice("inspect", "clean", "site/harbour.html", "--html")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("inspect.changed-since-fetch"))
  }
}
