import Foundation
import JSONText
import TestSupport
import Testing

/// The built program on cards whose texts are nearly equal, over several nights.
@Suite struct DedupeCommandTests {
  private static let body = """
    The harbour office looks for somebody who winds three public clocks, keeps the tide table right, and answers the \
    letters of captains who found it wrong. Work begins before the first ferry and ends after the last.
    """

  private static func config(_ dedupe: String) -> SampleConfig {
    var config = SampleConfig(dedupe: ", \"tables\": [{ \"table\": \"posts\", \(dedupe) }]")
    config.normalize = config.normalize.replacing(
      "\"from\": \"cards\",", with: "\"from\": \"cards\", \"key\": [\"title\"],")
    config.sources = config.sources.replacing("\"base_url\"", with: "\"max_vanished\": \"90%\", \"base_url\"")
    return config
  }

  private static let near = #""near": { "column": "body", "similarity": 0.6 }"#

  /// A project with a page a card; a card's title is its name.
  private func project(_ dedupe: String, _ cards: (title: String, place: String, body: String)...) throws
    -> SampleProject
  {
    let project = try SampleProject(Self.config(dedupe), files: ["notes/a.txt": "A note."])
    for card in cards { try put(card.title, card.place, card.body, project) }
    return project
  }

  private func put(_ title: String, _ place: String, _ body: String, _ project: SampleProject) throws {
    let card = SampleSite.card(title, place, body, posted: "2026-01-05")
    try project.write(
      SampleSite.page("Page of \(title)", "Below.", cards: [card]), to: "site/\(title.lowercased()).html")
  }

  private var changed: String { Self.body.replacing("three public", with: "four public") }

  @Test func `nearly equal texts are one row, and the evidence says how much they share`() throws {
    let project = try project(Self.near, ("Ada", "Cork", Self.body), ("Bea", "Cork", changed))
    let run = try project.publish()
    #expect(run.errors.contains("1 dedupe.near"))
    #expect(try project.rows("posts").map { $0["copies"] } == ["1"])
    let evidence = try project.rows("posts_evidence")
    #expect(evidence.map { $0["rule"] } == ["near"])
    #expect(evidence.map { $0["field"] } == ["body"])
    let similarity = try #require(evidence[0]["similarity"].flatMap { Double($0) })
    #expect(similarity > 0.6 && similarity < 1)
    #expect(try project.rows("posts_duplicates").map { $0["similarity"] }.contains(evidence[0]["similarity"]))
  }

  @Test func `a row that differs in a column stays and names what it is a variant of`() throws {
    let project = try project(
      "\(Self.near), \"differs\": [\"place\"]", ("Ada", "Cork", Self.body), ("Bea", "Cork", changed),
      ("Cid", "Galway", Self.body))
    try project.publish()
    let rows = try project.rows("posts")
    #expect(rows.count == 2)
    let variant = try #require(rows.first { $0["place"] == "Galway" })
    let lead = try #require(rows.first { $0["place"] == "Cork" })
    let variants = rows.filter { $0["variant_of"] != "" }
    #expect(variants.count == 1)
    #expect(variants[0]["variant_of"] == (variants[0]["id"] == variant["id"] ? lead["id"] : variant["id"]))
    #expect(try project.column("relation", of: "posts_evidence") == ["same", "variant"])
    let names = try project.sluice("inspect", "dedupe", variants[0]["id"] ?? "")
    #expect(names.output.contains("kept apart: place differs"))
  }

  @Test func `nights of changes give what one run over all gives, and keep the cluster's id`() throws {
    let project = try project(Self.near, ("Bea", "Cork", Self.body), ("Cid", "Cork", changed))
    try project.publish()
    let name = try #require(try project.rows("posts_duplicates").first?["cluster_id"])
    try put("Ada", "Cork", changed.replacing("ferry", with: "boat"), project)
    try put("Dora", "Cork", "Something else that nobody has written before, and nobody will again.", project)
    try project.publish()
    #expect(try project.rows("posts_duplicates").map { $0["cluster_id"] } == [name, name, name])
    try project.folder.remove("site/bea.html")
    try put("Cid", "Cork", "Nothing of what stood here stands here any more, so it is alone now.", project)
    try put("Eve", "Cork", changed, project)
    try project.publish()
    #expect(try project.column("title", of: "posts_duplicates") == ["Ada", "Eve"])
    let whole = try SampleProject(copying: project)
    try whole.folder.remove("out")
    try whole.publish()
    #expect(
      try PublishedOutputs(project, leavingOut: "_duplicates") == PublishedOutputs(whole, leavingOut: "_duplicates"))
    #expect(try project.members("posts") == whole.members("posts"))
  }

  @Test func `a damaged state is told and made anew`() throws {
    let project = try project(Self.near, ("Ada", "Cork", Self.body), ("Bea", "Cork", changed))
    try project.publish()
    try project.folder.write("nonsense", to: "out/stages/near/posts-1/manifest")
    try put("Cid", "Cork", changed, project)
    let run = try project.publish()
    #expect(run.errors.contains("dedupe.near-state"))
    #expect(try project.rows("posts").map { $0["copies"] } == ["2"])
    try put("Dora", "Cork", changed, project)
    #expect(try !project.publish().errors.contains("dedupe.near-state"))
    #expect(try project.rows("posts").map { $0["copies"] } == ["3"])
  }

  @Test func `states of texts that are compared no more are forgotten`() throws {
    let project = try project(Self.near, ("Ada", "Cork", Self.body), ("Bea", "Cork", changed))
    try project.publish()
    #expect(try project.folder.names("out/stages/near") == ["posts-1"])
    try project.write(Self.config(#""exact": ["body"]"#))
    try project.publish()
    #expect(try project.folder.names("out/stages/near") == [])
    #expect(try project.rows("posts").count == 2)
  }

  @Test func `decisions overrule, and inspect prints the line to add`() throws {
    let dedupe = "\(Self.near), \"decisions\": \"decisions.csv\""
    let project = try project(dedupe, ("Ada", "Cork", Self.body), ("Bea", "Cork", changed), ("Cid", "Cork", "Alone."))
    try project.write("a_id,b_id,decision,who,why\n", to: "decisions.csv")
    try project.publish()
    let copy = try #require(try project.rows("posts_duplicates").first { $0["rule"] == "near" }?["id"])
    let words = try project.sluice("inspect", "dedupe", copy)
    let line = try #require(words.output.components(separatedBy: "add to decisions.csv: ").last)
    try project.write("a_id,b_id,decision,who,why\n\(line)", to: "decisions.csv")
    let run = try project.publish()
    #expect(run.errors.contains("settings changed"))
    #expect(try project.rows("posts").count == 3)
    let pair = try project.sluice("inspect", "dedupe", "--pair", "posts:Ada", "posts:Bea")
    #expect(pair.output.contains("decisions: different, says WHO: WHY"))
    #expect(pair.output.contains("dedupe    apart"))
  }

  @Test func `a decision about a record that is gone is a warning`() throws {
    let dedupe = "\(Self.near), \"decisions\": \"decisions.csv\""
    let project = try project(dedupe, ("Ada", "Cork", Self.body), ("Bea", "Cork", changed))
    try project.write(
      "a_id,b_id,decision\n000000000000000000000001,000000000000000000000002,same\n", to: "decisions.csv")
    let run = try project.publish()
    #expect(run.errors.contains("1 warning"))
    #expect(try project.column("code", of: "_rejects") == ["dedupe.decision-gone"])
  }

  @Test(arguments: [nil, "a_id,b_id\n", "a_id,b_id,decision\nx,y,same\n"])
  func `a file of decisions that can't be read stops the run before it starts`(file: String?) throws {
    let project = try project(
      "\"exact\": [\"body\"], \"decisions\": \"decisions.csv\"", ("Ada", "Cork", Self.body))
    if let file { try project.write(file, to: "decisions.csv") }
    let run = try project.sluice("run")
    #expect(run.status == 2)
    #expect(run.errors.contains("stages[3].tables[0].decisions: "))
    #expect(!project.exists("out/stages"))
  }

  @Test func `a pair is gone through rule by rule`() throws {
    let project = try project(
      "\"exact\": [\"body\", \"place\"], \(Self.near), \"differs\": [\"place\"]", ("Ada", "Cork", Self.body),
      ("Bea", "Galway", changed), ("Cid", "Cork", changed), ("Dora", "Cork", "Alone."))
    try project.publish()
    func pair(_ a: String, _ b: String) throws -> String {
      let run = try project.sluice("inspect", "dedupe", "--pair", "posts:\(a)", "posts:\(b)")
      #expect(run.status == 0)
      return run.output
    }
    let variants = try pair("Ada", "Bea")
    #expect(variants.contains("near body at 0.600: near"))
    #expect(variants.contains("only here   three"))
    #expect(variants.contains("only there  four"))
    #expect(variants.contains("differs keeps them apart as variants: place differs (\"Cork\" / \"Galway\")"))
    #expect(try pair("Ada", "Cid").contains("one thing: both are in one cluster"))
    #expect(try pair("Ada", "Dora").contains("fewer than 5 words"))
    #expect(try project.sluice("inspect", "dedupe", "--pair", "posts:Ada").status == 2)
    #expect(try project.sluice("inspect", "dedupe", "--pair", "posts:Ada", "posts:Nobody").status == 2)
    #expect(try project.sluice("inspect", "clean", "--chains").status == 2)
  }

  @Test func `chains are listed with how little their ends share`() throws {
    let words = (0..<60).map { "word\($0)" }
    func text(_ changed: [Int]) -> String {
      words.enumerated().map { changed.contains($0) ? "other\($0)" : $1 }.joined(separator: " ")
    }
    let project = try project(
      #""near": { "column": "body", "similarity": 0.82 }"#, ("Ada", "Cork", text([])), ("Bea", "Cork", text([0])),
      ("Cid", "Cork", text([0, 30])))
    let run = try project.publish()
    #expect(run.errors.contains("1 dedupe.chains"))
    #expect(try project.rows("posts").count == 1)
    #expect(try project.sluice("runs", "last").output.contains("1 dedupe.chains"))
    let list = try project.sluice("inspect", "dedupe", "--chains")
    #expect(list.outputLines.first == "1 chains")
    #expect(list.output.contains("share 0.806, below 0.820"))
  }

  @Test func `records are linked by what their fields say together, a line a field`() throws {
    let towns = ["Cork", "Galway", "Sligo", "Ennis", "Tralee"]
    let project = try SampleProject(
      Self.config(#""linkage": { "columns": ["title", "place", "body"], "kinds": { "body": "code" } }"#),
      files: ["notes/a.txt": "A note."])
    for number in 0..<60 {
      let name = "Clock\(number * 7919 % 1000) Keeper\(number)"
      try put(name, towns[number % 5], "\(100_000 + number * 7907)", project)
      if number % 4 == 0 { try put("\(name)s", towns[number % 5], "\(100_000 + number * 7907)", project) }
    }
    let run = try project.publish()
    #expect(run.errors.contains("15 dedupe.linkage"))
    let evidence = try project.rows("posts_evidence")
    #expect(Set(evidence.map { $0["field"] }) == ["(prior)", "title", "place", "body"])
    let copy = try #require(try project.rows("posts_duplicates").first { $0["rule"] == "linkage" }?["id"])
    let words = try project.sluice("inspect", "dedupe", copy)
    #expect(words.output.contains("field by field, in bits:"))
    let weights = evidence.filter { $0["id"] == copy }.compactMap { $0["weight"].flatMap { Double($0) } }
    let sum = Int((weights.reduce(0, +) * 10).rounded())
    #expect(words.output.contains("+\(sum / 10).\(sum % 10) in all"))
  }

  @Test func `a survivor's row takes the best value of each column, and the evidence says whose it is`() throws {
    let project = try project(
      #""near": { "column": "body", "similarity": 0.6 }, "survivor": "longest", "survivor_by": "body", "columns": { "place": "first", "title": "longest" }"#,
      ("Ada", "", Self.body + " Apply soon."), ("Beatrice", "Cork", Self.body))
    try project.publish()
    let row = try #require(try project.rows("posts").first)
    #expect(row["place"] == "Cork")
    #expect(row["title"] == "Beatrice")
    #expect(row["body"]?.hasSuffix("Apply soon.") == true)
    let values = try project.rows("posts_evidence").filter { $0["relation"] == "value" }
    #expect(values.map { $0["field"] } == ["title", "place"] || values.map { $0["field"] } == ["place", "title"])
    #expect(values.allSatisfy { $0["id"] == row["id"] && $0["partner_id"] != row["id"] })
    #expect(try project.rows("posts_duplicates").contains { $0["id"] == row["id"] && $0["place"] == "" })
  }

  @Test(arguments: [(true, 3), (false, 3)])
  func `paragraphs that a site repeats are counted, and removed where asked for`(removes: Bool, rows: Int) throws {
    let notice = "We welcome everybody, whoever they are, and answer every letter within a week or two of its arrival."
    var config = Self.config(
      "\"repeated_blocks\": { \"column\": \"text\", \"remove\": \(removes) }, \"exact\": [\"text\"]")
    config.dedupe = config.dedupe?.replacing("\"posts\"", with: "\"articles\"")
    let project = try SampleProject(config, files: ["notes/a.txt": "A note."])
    for name in ["one", "two", "three"] {
      let page = SampleSite.page("Page \(name)", "Sentence \(name) stands here and on no other page of the whole site.")
      try project.write(
        page.replacing("</main>", with: "<p>\(notice)</p></main>"), to: "site/\(name).html")
    }
    let run = try project.publish()
    #expect(run.errors.contains("1 dedupe.repeated-blocks"))
    let texts = try project.column("text", of: "articles")
    #expect(texts.count == rows)
    #expect(texts.allSatisfy { $0.contains(notice) != removes && $0.contains("on no other page") })
  }

  @Test func `rows of two tables are linked, one partner each, and the pairs say why`() throws {
    var config = Self.config(#""exact": ["body"]"#)
    config.normalize = config.normalize.replacing(
      SampleConfig.notes,
      with: """
        { "table": "twins", "from": "cards", "columns": {
          "name": { "type": "text", "from": "title" }, "town": { "type": "text", "from": "place" },
          "number": { "type": "text", "from": "body" } } }
        """)
    config.dedupe = """
      , "tables": [{ "table": "posts", "exact": ["body"] }], "links": [
        { "table": "same", "between": ["posts", "twins"], "columns": { "title": "name", "place": "town", "body": "number" },
          "decisions": "links.csv" }]
      """
    let project = try SampleProject(config, files: ["notes/a.txt": "A note."])
    try project.write("a_id,b_id,decision\n", to: "links.csv")
    for number in 0..<40 {
      try put(
        "Clock\(number * 7919 % 1000) Keeper\(number)", "Town\(number % 7)", "\(100_000 + number * 7907)", project)
    }
    try project.publish()
    let pairs = try project.rows("same")
    #expect(pairs.count == 40)
    #expect(Set(pairs.map { $0["b_id"] }).count == 40)
    #expect(Set(try project.rows("same_evidence").map { $0["field"] }) == ["(prior)", "title", "place", "body"])
    #expect(try project.sluice("run").errorLines.last?.hasPrefix("unchanged") == true)
    let (a, b) = (try #require(pairs[0]["a_id"]), try #require(pairs[0]["b_id"]))
    try project.write("a_id,b_id,decision\n\(a),\(b),different\n\(a),\(a),same\n", to: "links.csv")
    let run = try project.publish()
    #expect(run.errors.contains("1 warning"))
    #expect(try !project.rows("same").contains { $0["a_id"] == a && $0["b_id"] == b })
  }
}
