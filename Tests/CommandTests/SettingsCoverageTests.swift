import Foundation
import TestSupport
import Testing

@Suite struct SettingsCoverageTests {
  private func published(_ change: (inout SampleConfig) -> Void, files: [String: String] = SampleSite.files) throws
    -> SampleProject
  {
    var config = SampleConfig()
    change(&config)
    let project = try SampleProject(config, files: files)
    try project.publish()
    return project
  }

  /// One page whose cards are what a test is about.
  private func cards(_ cards: [String]) -> [String: String] {
    ["site/cards.html": SampleSite.page("Cards", "Some cards stand below.", cards: cards), "notes/a.txt": "A note."]
  }

  @Test func `the smallest config makes one table of pages`() throws {
    let project = try SampleProject()
    try project.folder.write(
      """
      { "name": "small", "stages": [
        { "stage": "fetch", "sources": [{ "name": "all", "files": "site/**" }] },
        { "stage": "clean" }, { "stage": "normalize" }, { "stage": "dedupe" }, { "stage": "load" } ] }
      """, to: "pipeline.json")
    try project.publish()
    #expect(
      try project.folder.names("out/current/csv") == [
        "_check_failures.csv", "_checks.csv", "_rejects.csv", "changes.csv", "pages.csv", "pages_duplicates.csv",
      ])
    #expect(try project.rows("pages").count == 3)
  }

  @Test func `the schema reference is for editors alone`() throws {
    let project = try published { _ in }
    try project.write(SampleConfig(top: "\"$schema\": \"docs/pipeline.schema.json\","))
    let run = try project.sluice("run")
    #expect(run.status == 0)
    #expect(run.errorLines.last?.hasPrefix("unchanged") == true)
  }

  @Test func `base_url gives addresses of the web, its absence names and paths`() throws {
    let with = try published { _ in }
    #expect(try with.column("source_address", of: "articles").first == "https://gazette.example/harbour.html")
    let without = try published {
      $0.sources = $0.sources.replacing(", \"base_url\": \"https://gazette.example/\"", with: "")
    }
    #expect(try without.column("source_address", of: "articles").first == "site:site/harbour.html")
  }

  @Test func `files is one pattern or several, and each file counts once`() throws {
    let project = try published {
      $0.sources = """
        { "name": "site", "files": ["site/news/*.html", "site/*.html", "site/news/b*.html"] },
        { "name": "notes", "files": "notes/*.txt" }
        """
    }
    #expect(try project.rows("articles").count == 3)
  }

  @Test func `of two sources with one address the first listed wins`() throws {
    let project = try published {
      $0.sources += ", { \"name\": \"again\", \"files\": \"site/*.html\", \"base_url\": \"https://gazette.example/\" }"
    }
    let run = try project.sluice("runs", "last")
    #expect(run.output.contains("1 fetch.same-address"))
    #expect(try project.column("source", of: "articles") == ["site", "site", "site"])
  }

  @Test func `items give fields, and text without fields`() throws {
    let project = try published {
      $0.clean = ", \"items\": [{ \"table\": \"cards\", \"each\": \".related .card\" }]"
      $0.normalize =
        ", \"tables\": [{ \"table\": \"posts\", \"from\": \"cards\", \"columns\": { \"text\": \"text\" } }]"
      $0.dedupe = nil
    }
    #expect(try project.column("text", of: "posts").first?.hasPrefix("Beekeeper") == true)
  }

  @Test func `a table takes only the sources it names, all of them without`() throws {
    let all = try published {
      $0.normalize = $0.normalize.replacing("\"sources\": [\"site\"],", with: "").replacing(
        "\"required\": true", with: "\"required\": false")
    }
    #expect(try all.rows("articles").count == 4)
    #expect(try published { _ in }.rows("articles").count == 3)
  }

  @Test func `a key makes rows of equal values one row, and ids stay with the key`() throws {
    func ids(_ key: String) throws -> [String] {
      try published {
        $0.normalize = $0.normalize.replacing("\"from\": \"cards\",", with: "\"from\": \"cards\", \(key)")
        $0.dedupe = ""
      }.column("id", of: "posts")
    }
    #expect(try ids("\"key\": \"title\",").count == 2)
    #expect(try ids("\"key\": [\"title\", \"posted\"],").count == 3)
    #expect(try ids("").count == 3)
  }

  @Test func `without dedupe rows of one key are dropped by name, and no duplicates are published`() throws {
    let project = try published {
      $0.normalize = $0.normalize.replacing("\"from\": \"cards\",", with: "\"from\": \"cards\", \"key\": \"title\",")
      $0.dedupe = nil
    }
    #expect(try project.rows("posts").count == 2)
    #expect(try project.sluice("runs", "last").output.contains("1 load.same-key"))
    #expect(try !project.folder.names("out/current/csv").contains("posts_duplicates.csv"))
    #expect(try project.rows("posts").first?["copies"] == nil)
  }

  @Test func `dedupe without tables joins rows that are equal in all columns`() throws {
    let card = SampleSite.card("Diver", "Cork", "Dives.", posted: "2026-01-01")
    let later = SampleSite.card("Diver", "Cork", "Dives.", posted: "2026-01-02")
    let project = try published({ $0.dedupe = "" }, files: cards([card, card, later]))
    #expect(try project.column("copies", of: "posts") == ["0", "1"])
    #expect(try project.folder.names("out/current/csv").contains("notes_duplicates.csv"))
  }

  @Test(arguments: [
    ("\"exact\": [\"body\"]", 2), ("\"exact\": [\"body\", \"place\"]", 3), ("\"exact\": [[\"body\"], [\"title\"]]", 1),
    ("\"exact\": [[\"body\", \"place\"], [\"title\", \"place\"]]", 3),
  ])
  func `exact joins by one list of columns or by any of several`(_ exact: String, _ rows: Int) throws {
    let project = try published(
      { $0.dedupe = ", \"tables\": [{ \"table\": \"posts\", \(exact) }]" },
      files: cards([
        SampleSite.card("Diver", "Cork", "Dives.", posted: "2026-01-01"),
        SampleSite.card("Swimmer", "Galway", " DIVES. ", posted: "2026-01-02"),
        SampleSite.card("Diver", "Sligo", "Looks for rings.", posted: "2026-01-03"),
      ]))
    #expect(try project.rows("posts").count == rows)
  }

  @Test(arguments: [
    ("", "one"), ("\"survivor\": \"first\"", "one"), ("\"survivor\": \"newest\", \"survivor_by\": \"posted\"", "two"),
    ("\"survivor\": \"longest\", \"survivor_by\": \"title\"", "three"), ("\"survivor\": \"longest\"", "four"),
    ("\"survivor\": \"most_complete\"", "five"),
  ])
  func `the survivor is the one asked for`(_ survivor: String, _ place: String) throws {
    let project = try published(
      {
        $0.clean = $0.clean.replacing("\"body\":", with: "\"pay\": \".pay\", \"note\": \".note\", \"body\":")
        $0.normalize = $0.normalize.replacing(
          "\"posted\": \"date\",", with: "\"posted\": \"date\", \"pay\": \"text\", \"note\": \"text\",")
        $0.dedupe =
          ", \"tables\": [{ \"table\": \"posts\", \"exact\": [\"body\"]\(survivor.isEmpty ? "" : ", " + survivor) }]"
      },
      files: cards([
        item("Diver", "one", posted: "2026-01-01"), item("Diver", "two", posted: "2026-03-01"),
        item("Diver of the harbour", "three", posted: "2026-02-01"),
        item(
          "Diver", "four", posted: "2026-01-15",
          more: "<p class=\"note\">Much is said of this post, and more is meant.</p>"),
        item("Diver", "five", posted: "2026-01-16", more: "<p class=\"note\">A</p><p class=\"pay\">B</p>"),
      ]))
    #expect(try project.column("place", of: "posts") == [place])
    #expect(try project.column("copies", of: "posts") == ["4"])
  }

  private func item(_ title: String, _ place: String, posted: String, more: String = "") -> String {
    SampleSite.card(title, place, "Dives.</p>\(more)<p>", posted: posted)
  }

  @Test func `newest without survivor_by goes by when the bytes were first seen`() throws {
    let card = SampleSite.card("Diver", "Cork", "Dives.", posted: "2026-01-01")
    let project = try SampleProject(
      SampleConfig(dedupe: ", \"tables\": [{ \"table\": \"posts\", \"exact\": [\"body\"], \"survivor\": \"newest\" }]"),
      files: ["notes/a.txt": "A note."])
    for (name, modified) in [("a", 1_767_300_000), ("b", 1_767_400_000), ("c", 1_767_350_000)] as [(String, Int64)] {
      try project.write(
        SampleSite.page("Card \(name)", "Below.", cards: [card]), to: "site/\(name).html", modified: modified)
    }
    try project.publish()
    #expect(try project.column("source_address", of: "posts") == ["https://gazette.example/b.html"])
  }

  @Test(arguments: [("null", 0, 2, 0), ("reject", 0, 1, 1), ("stop", 1, 0, 0)])
  func `on_error keeps, rejects or stops`(_ choice: String, _ status: Int32, _ rows: Int, _ rejects: Int) throws {
    var config = SampleConfig(top: "\"max_rejects\": \"50%\",")
    config.normalize = config.normalize.replacing(
      "\"posted\": \"date\"", with: "\"posted\": { \"type\": \"date\", \"on_error\": \"\(choice)\" }")
    let project = try SampleProject(
      config,
      files: cards([
        SampleSite.card("Diver", "Cork", "Dives.", posted: "2026-01-01"),
        SampleSite.card("Swimmer", "Cork", "Swims.", posted: "one day"),
      ]))
    let run = try project.sluice("run")
    #expect(run.status == status)
    if status == 0 {
      #expect(try project.rows("posts").count == rows)
      #expect(try project.rows("_rejects").count { $0["severity"] == "reject" } == rejects)
    } else {
      #expect(run.errors.contains("posts.posted can't be read as date"))
      #expect(project.current == nil)
    }
  }

  @Test(arguments: [(true, 1), (false, 2)])
  func `a row without a required value is rejected`(_ required: Bool, _ rows: Int) throws {
    let project = try published(
      {
        $0.top = "\"max_rejects\": \"50%\","
        $0.normalize = $0.normalize.replacing(
          "\"columns\": { \"title\": \"text\", \"place\"",
          with: "\"columns\": { \"title\": { \"type\": \"text\", \"required\": \(required) }, \"place\"")
      },
      files: cards([
        SampleSite.card("Diver", "Cork", "Dives.", posted: "2026-01-01"),
        SampleSite.card("", "Cork", "Swims.", posted: "2026-01-01"),
      ]))
    #expect(try project.rows("posts").count == rows)
  }

  @Test func `from reads a field of another name`() throws {
    let project = try published {
      $0.normalize = $0.normalize.replacing(
        "\"place\": \"text\"", with: "\"town\": { \"type\": \"text\", \"from\": \"place\" }")
    }
    #expect(try project.column("town", of: "posts") == ["Cork", "Galway"])
  }

  @Test func `retain keeps the last runs, the last of each month, and the current one`() throws {
    let project = try SampleProject(SampleConfig(top: "\"retain\": { \"runs\": 2, \"months\": 3 },"))
    for time in ["2025-11-05", "2025-12-05", "2026-01-05", "2026-01-25", "2026-02-05", "2026-02-15", "2026-02-25"] {
      try project.sluice("run", "--force", "--now", "\(time)T02:00:00Z")
    }
    // Pruning comes before building, so this last run prunes for the one before it.
    try project.sluice("run", "--now", "2026-02-26T02:00:00Z")
    let days = try project.folder.names("out/runs").map { String($0.prefix(8)) }
    #expect(days == ["20251205", "20260125", "20260215", "20260225"])
  }

  @Test func `without retain fourteen runs stay`() throws {
    let project = try SampleProject(
      files: cards([]).merging([
        "site/b.html": SampleSite.page("B", "Below.", cards: [SampleSite.card("A", "B", "C", posted: "2026-01-01")])
      ]) { $1 })
    for day in 10...25 { try project.sluice("run", "--force", "--now", "2026-01-\(day)T02:00:00Z") }
    try project.sluice("run")
    #expect(try project.folder.names("out/runs").count == 14)
  }

  @Test func `secrets are filled in and appear in no file below out`() throws {
    let secret = "tide-and-time-4711"
    var config = SampleConfig()
    config.normalize = config.normalize.replacing(
      "\"table\": \"posts\",",
      with: "\"table\": \"posts\", \"description\": \"${POSTS_SECRET} and ${file:secret.txt}\",")
    config.sources = config.sources.replacing("\"notes/*.txt\"", with: "\"${NOTES:-notes/*.txt}\"")
    let project = try SampleProject(config)
    try project.folder.write("file-\(secret)\n", to: "secret.txt")
    let environment = ["POSTS_SECRET": secret]
    for _ in 1...2 {
      let run = try project.sluice("run", "--force", environment: environment)
      #expect(run.status == 0)
      #expect(!run.errors.contains(secret))
    }
    #expect(try !project.sluice("validate", "--format", "json", environment: environment).output.contains(secret))
    #expect(try !project.sluice("runs", "1", environment: environment).output.contains(secret))
    let found = try ProgramRun("/bin/grep", ["-rlaF", secret, project.folder.path("out")])
    #expect(found.status == 1, "found in \(found.output)")
    #expect(try project.folder.read("out/current/dictionary.md").contains("${POSTS_SECRET} and ${file:secret.txt}"))
    #expect(try project.column("text", of: "notes").count == 1)
  }

  @Test func `another secret makes stale what it decides, the same secret nothing`() throws {
    var config = SampleConfig()
    config.clean = config.clean.replacing("\".related .card\"", with: "\"${CARD}\"")
    let project = try SampleProject(config)
    try project.publish(environment: ["CARD": ".related .card"])
    let same = try project.sluice("plan", environment: ["CARD": ".related .card"])
    #expect(same.output.contains("clean     up to date: 4"))
    let other = try project.sluice("plan", environment: ["CARD": "div.card"])
    #expect(other.output.contains("clean     4 (4 settings changed)"))
    #expect(try project.sluice("plan").status == 2)
  }
}
