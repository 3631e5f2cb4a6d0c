import Foundation
import TestSupport
import Testing

@Suite struct WebFetchTests {
  private static let crawl = "{ \"name\": \"site\", \"crawl\": \"{site}/\" }"

  private func titles(_ project: SampleProject) throws -> [String] {
    try project.column("title", of: "pages").compactMap { $0 }.sorted()
  }

  /// Runs a night; each has an hour of its own.
  @discardableResult
  private func night(_ project: SampleProject, _ hour: Int, status: Int32 = 0, _ arguments: String...) throws
    -> ProgramRun
  {
    let stage = arguments.isEmpty ? ["run"] : arguments
    let run = try ProgramRun(
      #require(sluiceBinary), stage + ["--now", "2026-03-\(hour + 10)T02:00:00Z"], folder: project.folder.path)
    #expect(run.status == status, "\(run.errors)")
    return run
  }

  @Test func `a crawl takes what it may, and a second night brings answers of 304 alone`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(site.config(Self.crawl), files: [:])
    let first = try night(project, 1)
    #expect(try titles(project) == ["Alpha", "Beta", "New", "Packed", "Start", "Zürich"])
    for code in ["fetch.robots", "fetch.gone", "fetch.not-text"] { #expect(first.errors.contains(code)) }
    let asked = site.askedSince()
    #expect(asked["/private/x.html"] == nil)
    #expect(asked.values.allSatisfy { $0 == 1 }, "\(asked)")
    let archive = try #require(project.folder.names("out/stages/fetch").first)
    let size = try project.folder.readBytes("out/stages/fetch/\(archive)").count

    let second = try night(project, 2)
    #expect(second.errors.contains("unchanged"))
    let report = try project.sluice("runs", "last").output
    #expect(report.contains("http://127.0.0.1:\(site.server.port): 10 requests, 0 retries, 6 of 304"), "\(report)")
    #expect(site.askedSince().keys.sorted() == asked.keys.sorted())
    #expect(try project.folder.names("out/stages/fetch") == [archive])
    #expect(try project.folder.readBytes("out/stages/fetch/\(archive)").count == size)
  }

  @Test func `later stages need no network`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(site.config(Self.crawl), files: [:])
    try night(project, 1)
    site.server.stop()
    #expect(try project.sluice("run", "clean", "--force").status == 0)
    #expect(try project.sluice("inspect", "fetch").status == 0)
  }

  @Test func `sitemaps and feeds name the pages, and a page older than its last answer is left alone`() throws {
    let site = try WebSite.whole()
    let base = "http://127.0.0.1:\(site.server.port)"
    site["/sitemap.xml"] = .init(
      ["Content-Type": "application/xml"],
      body: Array("<sitemapindex><sitemap><loc>\(base)/pages.xml</loc></sitemap></sitemapindex>".utf8))
    site["/pages.xml"] = .init(
      ["Content-Type": "application/xml"],
      body: Array(
        """
        <urlset><url><loc>\(base)/a.html</loc><lastmod>2026-02-01</lastmod></url>
        <url><loc>\(base)/b.html</loc></url></urlset>
        """.utf8))
    site["/feed.xml"] = .init(
      ["Content-Type": "application/rss+xml"],
      body: Array(
        """
        <rss version="2.0"><channel><title>News</title>
        <item><title>New</title><link>\(base)/new.html</link></item></channel></rss>
        """.utf8))
    let project = try SampleProject(
      site.config(
        """
        { "name": "map", "sitemap": "{site}/sitemap.xml" }, { "name": "news", "feed": "{site}/feed.xml" }
        """), files: [:])
    try night(project, 1)
    #expect(try titles(project) == ["Alpha", "Beta", "New"])
    _ = site.askedSince()
    // An entry that rolled off a feed is not gone.
    site["/feed.xml"] = .init(
      ["Content-Type": "application/rss+xml"], body: Array("<rss version='2.0'><channel/></rss>".utf8))
    try night(project, 2)
    #expect(try titles(project) == ["Alpha", "Beta", "New"])
    let asked = site.askedSince()
    #expect(asked["/a.html"] == nil)
    #expect(asked["/b.html"] == 1)
    #expect(asked["/new.html"] == nil)
  }

  @Test func `a page that is gone goes, one that fails stays with its age`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(
      site.config(
        """
        { "name": "list", "urls": ["{site}/a.html", "{site}/b.html", "{site}/new.html"], "max_vanished": "50%" }
        """), files: [:])
    try night(project, 1)
    site["/a.html"] = .missing
    site["/b.html"] = .init(status: 500, ["Content-Type": "text/plain"], body: [120])
    try night(project, 3)
    #expect(try titles(project) == ["Beta", "New"])
    let warnings = try project.sluice("rejects", "--warnings").output
    #expect(warnings.contains("fetch.stale"))
    #expect(warnings.contains("kept as it was 2 days ago, for fetch.server-error: headers, try 2"))
    site["/b.html"] = WebSite.page("Beta")
    try night(project, 4)
    #expect(try titles(project) == ["Beta", "New"])
  }

  @Test func `an unreachable network changes nothing but a warning`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(site.config(Self.crawl), files: [:])
    try night(project, 1)
    let before = try titles(project)
    site.server.stop()
    try night(project, 2)
    #expect(try titles(project) == before)
  }

  @Test func `a page without a good answer for longer than forget_after goes`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(
      site.config(
        """
        { "name": "list", "urls": ["{site}/a.html", "{site}/b.html"], "forget_after": "3d", "max_vanished": "50%" }
        """), files: [:])
    try night(project, 1)
    site["/b.html"] = .init(status: 500, ["Content-Type": "text/plain"], body: [120])
    try night(project, 3)
    #expect(try titles(project) == ["Alpha", "Beta"])
    try night(project, 9)
    #expect(try titles(project) == ["Alpha"])
  }

  @Test func `the same body under another validator is unchanged`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(site.config(Self.crawl), files: [:])
    try night(project, 1)
    site.changeTags()
    #expect(try night(project, 2).errors.contains("unchanged"))
  }

  @Test func `force asks again in full`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(site.config("{ \"name\": \"list\", \"urls\": \"{site}/a.html\" }"), files: [:])
    try night(project, 1)
    site.server.clearRequests()
    try night(project, 2, "run", "fetch", "--force")
    let request = try #require(site.server.requests.last)
    #expect(request.path == "/a.html")
    #expect(request.fields["if-none-match"] == nil)
  }

  @Test func `a host that dies in the middle costs no page that was there`() throws {
    let site = try WebSite()
    let paths = (1...30).map { "/\($0).html" }
    for path in paths { site[path] = WebSite.page("Page \(path)") }
    let list = paths.map { "\"{site}\($0)\"" }.joined(separator: ", ")
    let project = try SampleProject(site.config("{ \"name\": \"list\", \"urls\": [\(list)] }"), files: [:])
    site.die(after: 8)
    try night(project, 1, status: 4)
    site.revive()
    try night(project, 2)
    #expect(try titles(project).count == 30)
  }

  @Test(arguments: ["web-body", "web-body:3", "web-batch", "web-batch:2", "fetch-settled"])
  func `a killed run loses no body and asks for none twice`(_ place: String) throws {
    let site = try WebSite.whole()
    let project = try SampleProject(site.config(Self.crawl, http: ", \"connections\": 1"), files: [:])
    let killed = try ProgramRun(
      #require(sluiceBinary), ["run", "--now", SampleProject.now], environment: ["SLUICE_KILL_AT": place],
      folder: project.folder.path)
    #expect(killed.status == -SIGKILL, "\(killed.errors)")
    try project.publish()
    #expect(try titles(project) == ["Alpha", "Beta", "New", "Packed", "Start", "Zürich"])
    let asked = site.server.requests.filter { $0.path != "/robots.txt" && $0.fields["if-none-match"] == nil }
    let pages = Dictionary(asked.map { ($0.path, 1) }, uniquingKeysWith: +).filter { $0.key.hasSuffix(".html") }
    // A run that had settled begins a new round, whose requests are conditional. What was under way at the kill, at most
    // one request here, never became a body.
    #expect(pages.filter { $0.key != "/old.html" }.values.reduce(0) { $0 + $1 - 1 } <= 1, "\(pages)")
  }

  @Test func `a list's bad lines are rejects with their numbers, a missing list stops the run`() throws {
    let site = try WebSite.whole()
    let project = try SampleProject(
      site.config("{ \"name\": \"list\", \"urls\": \"pages.txt\" }"),
      files: ["pages.txt": "# Pages\nhttp://127.0.0.1:\(site.server.port)/a.html\nno address\n"])
    let run = try night(project, 1)
    #expect(run.errors.contains("fetch.bad-address"))
    #expect(run.errors.contains("pages.txt:3"))
    #expect(try titles(project) == ["Alpha"])
    try project.folder.remove("pages.txt")
    #expect(try night(project, 2, status: 4).errors.contains("the list of addresses can't be read"))
  }

  @Test func `credentials reach the host and nothing that is kept`() throws {
    let site = try WebSite.whole()
    let address = "http://ann:${SECRET}@127.0.0.1:\(site.server.port)/a.html"
    let project = try SampleProject(site.config("{ \"name\": \"list\", \"urls\": \"\(address)\" }"), files: [:])
    let run = try project.sluice("run", environment: ["SECRET": "tulip-bulb"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.server.requests.last?.fields["authorization"] == "Basic YW5uOnR1bGlwLWJ1bGI=")
    let search = try ProgramRun("/bin/grep", ["-rla", "tulip-bulb", project.folder.path("out")])
    #expect(search.output == "")
    #expect(!run.errors.contains("tulip-bulb"))
  }

  @Test func `nobody is asked without a contact`() throws {
    let site = try WebSite.whole()
    var config = site.config(Self.crawl)
    config.fetch = ""
    let project = try SampleProject(config, files: [:])
    let run = try project.sluice("validate")
    #expect(run.status == 2)
    #expect(run.errors.contains("names no contact"))
    #expect(site.server.requests == [])
  }

  @Test func `a source that gives nothing stops the run unless it need not`() throws {
    let site = try WebSite.whole()
    let sources = "{ \"name\": \"list\", \"urls\": \"{site}/none\", \"required\": REQUIRED }, \(Self.crawl)"
    let strict = try SampleProject(site.config(sources.replacing("REQUIRED", with: "true")), files: [:])
    #expect(try night(strict, 1, status: 4).errors.contains("fetch.source-missing"))
    let tolerant = try SampleProject(site.config(sources.replacing("REQUIRED", with: "false")), files: [:])
    try night(tolerant, 1)
  }
}
