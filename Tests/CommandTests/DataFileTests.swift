import Foundation
import TestSupport
import Testing

/// CSV, JSON and JSON Lines files whose rows feed tables.
@Suite struct DataFileTests {
  private static let offers = """
    Ref;Title;Price
    007;Pump, hand;12,50
    008;Valve;3,00
    009;Hose;
    010;Clamp;0,80
    011;Nozzle;4,20
    """

  /// A project whose source `shop` has these files, published unless a test runs it itself.
  private func project(
    _ files: [String: String], source: String = "", tables: String = DataFileTests.offersTable(), top: String = ""
  ) throws -> SampleProject {
    let project = try SampleProject(files: files)
    try write(to: project, source: source, tables: tables, top: top)
    return project
  }

  private func write(
    to project: SampleProject, source: String = "", tables: String = DataFileTests.offersTable(), top: String = ""
  ) throws {
    try project.folder.write(
      """
      { "name": "shop", \(top) "stages": [
        { "stage": "fetch", "sources": [ { "name": "shop", "files": "shop/*" \(source) } ] }, { "stage": "clean" },
        { "stage": "normalize", "tables": [ \(tables) ] }, { "stage": "load" } ] }
      """, to: "pipeline.json")
  }

  private static func offersTable(_ settings: String = "", price: String = "Price") -> String {
    """
    { "table": "offers", "from": "shop", "locale": "de-DE", "key": "ref" \(settings), "columns": {
      "ref": { "type": "text", "from": "Ref" }, "title": { "type": "text", "from": "Title" },
      "price": { "type": "number", "from": "\(price)" } } }
    """
  }

  /// What was refused, and that nothing was published or what was before stays.
  private func expectRefusal(_ project: SampleProject, _ words: String..., status: Int32 = 4) throws {
    let before = project.current
    for _ in 1...2 {
      let run = try project.sluice("run", "--now", SampleProject.now)
      #expect(run.status == status, "\(run.errors)")
      for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
      #expect(project.current == before)
    }
  }

  @Test func `rows come with their types, their file and their line`() throws {
    let project = try project(["shop/offers.csv": Self.offers])
    try project.publish()
    let rows = try project.rows("offers").sorted { $0["ref"] ?? "" < $1["ref"] ?? "" }
    #expect(rows.map { $0["ref"] } == ["007", "008", "009", "010", "011"])
    #expect(rows.map { $0["price"] } == ["12.5", "3.0", "", "0.8", "4.2"])
    #expect(rows[0]["title"] == "Pump, hand")
    #expect(rows[2]["source_address"] == "shop:shop/offers.csv#L4")
    #expect(rows[2]["source"] == "shop")
    let unchanged = try project.sluice("run")
    #expect(unchanged.errors.contains("unchanged"), "\(unchanged.errors)")
  }

  @Test func `a second night reads only files that changed`() throws {
    let project = try project(["shop/a.csv": Self.offers, "shop/b.csv": "Ref;Title;Price\n020;Tap;1,00\n"])
    try project.publish()
    try project.write("Ref;Title;Price\n020;Tap;2,00\n021;Sink;9,00\n", to: "shop/b.csv", modified: 1_767_300_000)
    let run = try project.publish()
    #expect(run.errors.contains("clean     7 in, 7 out; worked on 1 input changed"), "\(run.errors)")
    #expect(try project.rows("offers").count == 7)
    try project.folder.remove("shop/b.csv")
    try write(to: project, source: #", "max_vanished": "60%""#)
    try project.publish()
    #expect(try project.rows("offers").count == 5)
  }

  @Test func `ragged rows are rejects with their lines, and the sums hold`() throws {
    let lines = (1...30).map { "\($0);Thing \($0);\($0),00" }
    let text = (["Ref;Title;Price"] + lines[..<10] + ["short;row", "long;row;1;2"] + lines[10...]).joined(
      separator: "\n")
    let project = try project(["shop/offers.csv": text])
    let run = try project.publish()
    #expect(run.errors.contains("clean     32 in, 30 out, 2 rejected"), "\(run.errors)")
    #expect(
      try project.rows("_rejects").map { "\($0["code"] ?? "") \($0["line"] ?? "")" } == [
        "clean.row-unread 12", "clean.row-unread 13",
      ])
    #expect(try project.faultsOfCurrent().isEmpty)
  }

  @Test func `too many rows that can't be read refuse the run`() throws {
    let project = try project(["shop/offers.csv": Self.offers + "\nonly one\n"])
    try expectRefusal(project, "run.too-many-rejects: 1 of 6 rows can't be read")
    try write(to: project, top: #""max_rejects": "20%","#)
    try project.publish()
    #expect(try project.rows("offers").count == 5)
  }

  @Test func `a header that changed stops the run and names the nearest`() throws {
    let project = try project(["shop/offers.csv": Self.offers])
    try project.publish()
    try project.write(
      Self.offers.replacing("Price", with: "Prices"), to: "shop/offers.csv", modified: 1_767_300_000)
    try expectRefusal(
      project, "run.field-gone: the field \"Price\", which offers.price reads", "there is \"Prices\"", "source shop")
    try write(to: project, tables: Self.offersTable(price: "Prices"))
    try project.publish()
    #expect(try project.column("price", of: "offers").contains("12.5"))
  }

  @Test func `a column that no file has a field for stops the first run too`() throws {
    let project = try project(["shop/offers.csv": Self.offers], tables: Self.offersTable(price: "Pryce"))
    try expectRefusal(project, "the field \"Pryce\"", "stands in no file", "there is \"Price\"")
  }

  @Test func `one file of several without a field is a warning, or what the contract says`() throws {
    let files = ["shop/a.csv": Self.offers, "shop/b.csv": "Ref;Title;Cost\n020;Tap;1,00\n"]
    let project = try project(files)
    try project.publish()
    let warnings = try project.rows("_rejects").filter { $0["severity"] == "warn" }
    #expect(warnings.map { $0["code"] } == ["normalize.field-missing"])
    #expect(warnings[0]["summary"]?.hasPrefix("The header has no \"Price\"") == true, "\(warnings)")
    #expect(try project.rows("offers").count == 6)
    try write(to: project, tables: Self.offersTable(#", "contract": "freeze""#))
    try expectRefusal(project, "normalize.field-missing", status: 1)
    try write(to: project, tables: Self.offersTable(#", "contract": "quarantine""#), top: #""max_rejects": "20%","#)
    try project.publish()
    #expect(try project.rows("offers").count == 5)
    #expect(try project.rows("_quarantine").map { $0["source_address"] } == ["shop:shop/b.csv#L2"])
  }

  @Test func `a new field is announced once, and refused by a frozen contract`() throws {
    let project = try project(["shop/offers.csv": Self.offers])
    try project.publish()
    let lines = Self.offers.split(separator: "\n").enumerated().map {
      $0.offset == 0 ? "\($0.element);Stock" : "\($0.element);7"
    }
    try project.write(lines.joined(separator: "\n"), to: "shop/offers.csv", modified: 1_767_300_000)
    try write(to: project, tables: Self.offersTable(#", "contract": "freeze""#))
    try expectRefusal(project, "run.field-new: the field \"Stock\" is new in 5 of 5 rows")
    try write(to: project)
    let run = try project.publish()
    #expect(run.errors.contains("run.field-new"), "\(run.errors)")
    #expect(!(try project.publish("--force")).errors.contains("run.field-new"))
  }

  @Test func `a file that lost its rows stops the run`() throws {
    let project = try project(["shop/offers.csv": Self.offers])
    try project.publish()
    let cut = Self.offers.split(separator: "\n")[..<3].joined(separator: "\n")
    try project.write(cut, to: "shop/offers.csv", modified: 1_767_300_000)
    try expectRefusal(project, "run.rows-vanished: the files had 5 rows at the last publish and have 2")
  }

  @Test func `entries of a feed are rows named by their ids`() throws {
    let feed = """
      <?xml version="1.0" encoding="iso-8859-1"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
      <entry><id>tide-1</id><title>High tide at Foß</title><updated>2026-02-01T08:00:00Z</updated></entry>
      <entry><id>tide-2</id><title>Low tide</title><updated>2026-02-02T08:00:00Z</updated></entry></feed>
      """
    let project = try project(
      [:],
      tables: """
        { "table": "news", "from": "shop", "key": "ref", "columns": { "ref": { "type": "text", "from": "id" },
          "title": "text", "changed": { "type": "timestamp", "from": "updated" } } }
        """)
    try project.folder.makeFolder("shop")
    let path = URL(fileURLWithPath: project.folder.path("shop/news.xml"))
    try #require(feed.data(using: .isoLatin1)).write(to: path)
    try project.publish()
    let rows = try project.rows("news").sorted { $0["ref"] ?? "" < $1["ref"] ?? "" }
    #expect(rows.map { $0["title"] } == ["High tide at Foß", "Low tide"])
    #expect(rows.map { $0["changed"] } == ["2026-02-01T08:00:00Z", "2026-02-02T08:00:00Z"])
    #expect(rows.map { $0["source_address"] } == ["shop:shop/news.xml#tide-1", "shop:shop/news.xml#tide-2"])
  }

  @Test func `JSON and JSON Lines are read by field paths, a broken line is a reject`() throws {
    let tables = """
      { "table": "things", "from": "shop", "columns": {
        "name": "text", "weight": { "type": "text", "from": "size.weight" },
        "first": { "type": "text", "from": "tags[0]" } } }
      """
    let lines = (1...12).map { #"{"name": "n\#($0)", "size": {"weight": \#($0).50}, "tags": ["t\#($0)", "x"]}"# }
    let project = try project(
      [
        "shop/a.jsonl": (lines[..<6] + [#"{"name": "broken"#] + lines[6...]).joined(separator: "\n"),
        "shop/b.json":
          #"{"total": 2, "results": {"items": [{"name": "b1", "size": {"weight": 1e3}}, {"name": "b2"}]}}"#,
      ], source: #", "rows": "results.items""#, tables: tables)
    try project.publish()
    let rows = try project.rows("things")
    #expect(rows.count == 14)
    #expect(rows.first { $0["name"] == "n7" }?["weight"] == "7.50")
    #expect(rows.first { $0["name"] == "n7" }?["first"] == "t7")
    #expect(rows.first { $0["name"] == "n7" }?["source_address"] == "shop:shop/a.jsonl#L8")
    #expect(rows.first { $0["name"] == "b1" }?["weight"] == "1e3")
    #expect(try project.rows("_rejects").map { $0["line"] } == ["7"])
  }

  @Test func `other settings of a source read its files again`() throws {
    let tables = #"{ "table": "things", "from": "shop", "columns": { "name": "text" } }"#
    let project = try project(
      ["shop/b.json": #"{"old": [{"name": "o"}], "new": [{"name": "n1"}, {"name": "n2"}]}"#],
      source: #", "rows": "old""#, tables: tables)
    try project.publish()
    #expect(try project.column("name", of: "things") == ["o"])
    try write(to: project, source: #", "rows": "new""#, tables: tables)
    try project.publish()
    #expect(try project.column("name", of: "things") == ["n1", "n2"])
  }

  @Test func `equal rows stay apart, and an id depends on no other row`() throws {
    let tables = #"{ "table": "sales", "from": "shop", "columns": { "item": "text", "sum": "integer" } }"#
    let rows = (1...1200).map { "\($0 % 40 == 0 ? "tea" : "item \($0)"),\($0 % 40 == 0 ? 7 : $0)" }
    let project = try project(["shop/sales.csv": "item,sum\n" + rows.joined(separator: "\n")], tables: tables)
    try project.publish()
    let ids = try project.column("id", of: "sales")
    #expect(Set(ids).count == 1200)
    try project.write(
      "item,sum\nfirst,0\n" + rows.joined(separator: "\n"), to: "shop/sales.csv", modified: 1_767_300_000)
    try project.publish()
    let after = try project.column("id", of: "sales")
    #expect(after.count == 1201)
    #expect(Set(ids).isSubset(of: after))
  }

  @Test func `a large packed file in an old encoding is read piece by piece`() throws {
    let rows = (1...60_000).map { "\($0);Café n° \($0);\($0),50" }
    let text = "Ref;Title;Price\n" + rows.joined(separator: "\n")
    let project = try project([:])
    try project.folder.makeFolder("shop")
    try project.folder.write(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, to: "shop/offers.csv")
    #expect(try ProgramRun("/bin/gzip", [project.folder.path("shop/offers.csv")]).status == 0)
    try project.publish()
    let published = try project.rows("offers")
    #expect(published.count == 60_000)
    #expect(published.contains { $0["title"] == "Café n° 59999" && $0["price"] == "59999.5" })
  }

  @Test func `rows behind a redacted table are forgotten, and read again where that is needed`() throws {
    let project = try SampleProject(files: ["shop/guests.csv": "Name,City\nAda Lovage,Cork\nBo Hemlock,Galway\n"])
    func write(_ columns: String) throws {
      try project.folder.write(
        """
        { "name": "guests", "stages": [ { "stage": "fetch", "sources": [ { "name": "shop", "files": "shop/*" } ] },
          { "stage": "clean" }, { "stage": "normalize", "forget_originals": true, "tables": [
            { "table": "guests", "from": "shop", "columns": {
              "name": { "type": "text", "from": "Name", "redact": "mask" } \(columns) } } ] }, { "stage": "load" } ] }
        """, to: "pipeline.json")
    }
    try write("")
    try project.publish()
    let stored = String(decoding: try project.folder.readBytes("out/stages/clean.sqlite"), as: UTF8.self)
    #expect(!stored.contains("Lovage"))
    #expect(try project.sluice("run").errors.contains("unchanged"))
    try write(#", "city": { "type": "text", "from": "City" }"#)
    try project.publish()
    #expect(try project.column("city", of: "guests") == ["Cork", "Galway"])
  }

  @Test func `inspect follows one row`() throws {
    let project = try project(["shop/offers.csv": Self.offers])
    try project.publish()
    let trace = try project.sluice("inspect", "offers:008").output
    #expect(try project.sluice("inspect", "shop:shop/offers.csv#L3").output == trace)
    for line in ["line 3:", "Ref \"008\"", "Price \"3,00\"", "table offers", "price = \"3.0\"", "published"] {
      #expect(trace.contains(line), "\(trace)")
    }
  }

  @Test func `a source may be called like a kind of part`() throws {
    let project = try project([:])
    try project.folder.write(Self.offers, to: "shop/offers.csv")
    try project.folder.write(
      try project.folder.read("pipeline.json").replacing("\"shop\", \"files\"", with: "\"posts\", \"files\"")
        .replacing("\"from\": \"shop\"", with: "\"from\": \"posts\""), to: "pipeline.json")
    try project.publish()
    #expect(try project.rows("offers").count == 5)
  }

  @Test func `changes speak of the file, and tell a row that left it from a file that is gone`() throws {
    let project = try project(
      ["shop/offers.csv": Self.offers, "shop/more.csv": "Ref;Title\n020;Rope\n"], source: ", \"max_vanished\": \"90%\"")
    try project.publish()
    try project.folder.write(
      Self.offers.replacing("011;Nozzle;4,20", with: "012;Lamp;7,00").replacing("12,50", with: "13,00"),
      to: "shop/offers.csv")
    try project.folder.remove("shop/more.csv")
    let run = try project.sluice("run", "--now", "2026-03-02T02:00:00Z")
    #expect(run.status == 0, "\(run.errors)")
    let found = try project.rows("changes").map { "\($0["change"] ?? ""): \($0["why"] ?? "")" }
    #expect(
      found.sorted() == [
        "added: new in the file", "changed: the file changed", "removed: not in the file any more",
        "removed: source gone",
      ])
  }
}
