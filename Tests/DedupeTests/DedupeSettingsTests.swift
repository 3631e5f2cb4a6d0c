import Dedupe
import JSONText
import Records
import Settings
import Testing

struct DedupeSettingsTests {
  private func read(_ text: String) throws -> (settings: Reading<DedupeSettings>?, problems: [SettingsProblem]) {
    var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
    let reading = DedupeSettings.object.type().read(try JSONNode(parsing: Array(text.utf8), relaxed: true), &reader)
    return (reading, reader.problems)
  }

  private let schema = TableSchema(
    name: "jobs",
    columns: [
      .init(name: "title", type: "text", physical: [.init("title", .text)]),
      .init(name: "body", type: "text", physical: [.init("body", .text)]),
      .init(name: "place", type: "text", physical: [.init("place", .text)]),
      .init(name: "posted", type: "date", physical: [.init("posted", .text), .init("posted_precision", .text)]),
      .init(name: "pay", type: "money", physical: [.init("pay_amount", .real), .init("pay_currency", .text)]),
    ])

  private func table(_ text: String) throws -> DedupeTable {
    let (settings, problems) = try read("{ \"tables\": [{ \"table\": \"jobs\", \(text) }] }")
    #expect(problems == [])
    return try #require(settings?.value.tables?.first)
  }

  @Test func `means every table where nothing is said`() throws {
    let settings = try #require(try read("{}").settings)
    #expect(settings.value.tables == nil)
  }

  @Test func `reads a key as a list of columns and several as a list of lists`() throws {
    #expect(try table(#""exact": ["body", "place"]"#).rule(schema).exact == [["body", "place"]])
    #expect(
      try table(#""exact": [["body"], ["title", "place"]]"#).rule(schema).exact == [["body"], ["title", "place"]])
    let one = try read(#"{ "tables": [{ "table": "jobs", "exact": ["body"] }] }"#).settings
    let listed = try read(#"{ "tables": [{ "table": "jobs", "exact": [["body"]] }] }"#).settings
    #expect(one?.resolved.canonical == listed?.resolved.canonical)
  }

  @Test func `makes a rule of the settings`() throws {
    #expect(
      try table(#""exact": ["body"], "survivor": "newest", "survivor_by": "posted""#).rule(schema)
        == DedupeRule(table: "jobs", exact: [["body"]], survivor: .newest, by: "posted"))
    #expect(
      try table(#""survivor": "most_complete""#).rule(schema)
        == DedupeRule(table: "jobs", exact: [], survivor: .mostComplete))
  }

  @Test func `takes a declared column for all its parts`() throws {
    let rule = try table(#""exact": ["pay"], "differs": ["pay", "posted"], "columns": { "pay": "newest" }"#).rule(
      schema)
    #expect(rule.exact == [["pay_amount", "pay_currency"]])
    #expect(rule.differs == ["pay_amount", "pay_currency", "posted"])
    #expect(rule.choices.map(\.columns) == [["pay_amount", "pay_currency"]])
    #expect(rule.choices.map(\.isOrdered) == [true])
  }

  @Test func `reads one text or several, each with its similarity`() throws {
    let one = try table(#""near": { "column": "body" }"#).rule(schema)
    #expect(one.near == [NearRule(columns: ["body"], text: NearTextRule(similarity: 0.8))])
    let two = try table(#""near": [{ "column": ["title", "body"], "similarity": 0.5 }, { "column": "title" }]"#)
    #expect(two.rule(schema).near.map(\.columns) == [["title", "body"], ["title"]])
    #expect(two.rule(schema).near.map(\.text.similarity) == [0.5, 0.8])
  }

  @Test func `reads a linkage`() throws {
    let rule = try table(
      #""linkage": { "columns": ["title", "pay"], "kinds": { "title": "name" }, "blocking": ["title"], "threshold": 0.9 }"#
    ).rule(schema)
    #expect(rule.linkage?.columns == ["title", "pay_amount", "pay_currency"])
    #expect(rule.linkage?.settings.threshold == 0.9)
    #expect(rule.linkage?.settings.kinds == ["title": .name])
    #expect(rule.linkage?.settings.blocking == [["title"]])
  }

  @Test func `ranks the sources that are named before the others`() throws {
    let rule = try table(#""survivor": "source_rank", "source_rank": ["c"]"#).rule(schema, sources: ["a", "b", "c"])
    #expect(rule.sources == ["c", "a", "b"])
  }

  @Test(arguments: [
    (#""exact": []"#, "exact"), (#""exact": [[]]"#, "exact[0]"), (#""exact": ["Body"]"#, "exact[0]"),
    (#""exact": [["body"], "place"]"#, "exact[1]"), (#""exact": "body""#, "exact"),
    (#""survivor": "oldest""#, "survivor"),
    (#""survivor_by": 3"#, "survivor_by"), (#""exactly": ["body"]"#, "exactly"),
    (#""near": { "column": "body", "similarity": 1.2 }"#, "near.similarity"),
    (#""near": [{ "column": "body", "similarity": 0 }]"#, "near[0].similarity"), (#""near": "body""#, "near"),
    (#""near": { "similarity": 0.8 }"#, "near"),
    (#""linkage": { "columns": ["body"], "threshold": 2 }"#, "linkage.threshold"),
    (#""linkage": { "columns": ["body"], "kinds": { "body": "word" } }"#, "linkage.kinds.body"),
    (#""columns": { "body": "biggest" }"#, "columns.body"), (#""differs": []"#, "differs"),
  ])
  func `reports what is wrong at its place`(text: String, path: String) throws {
    let (settings, problems) = try read("{ \"tables\": [{ \"table\": \"jobs\", \(text) }] }")
    #expect(settings == nil)
    #expect(problems.map(\.path) == ["tables[0].\(path)"])
  }
}
