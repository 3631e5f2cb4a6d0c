import Dedupe
import JSONText
import Settings
import Testing

struct DedupeSettingsTests {
  private func read(_ text: String) throws -> (settings: Reading<DedupeSettings>?, problems: [SettingsProblem]) {
    var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
    let reading = DedupeSettings.object.type().read(try JSONNode(parsing: Array(text.utf8), relaxed: true), &reader)
    return (reading, reader.problems)
  }

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
    #expect(try table(#""exact": ["body", "place"]"#).rule.exact == [["body", "place"]])
    #expect(try table(#""exact": [["body"], ["title", "place"]]"#).rule.exact == [["body"], ["title", "place"]])
    let one = try read(#"{ "tables": [{ "table": "jobs", "exact": ["body"] }] }"#).settings
    let listed = try read(#"{ "tables": [{ "table": "jobs", "exact": [["body"]] }] }"#).settings
    #expect(one?.resolved.canonical == listed?.resolved.canonical)
  }

  @Test func `makes a rule of the settings`() throws {
    #expect(
      try table(#""exact": ["body"], "survivor": "newest", "survivor_by": "posted""#).rule
        == DedupeRule(table: "jobs", exact: [["body"]], survivor: .newest, by: "posted"))
    #expect(
      try table(#""survivor": "most_complete""#).rule == DedupeRule(table: "jobs", exact: [], survivor: .mostComplete))
  }

  @Test(arguments: [
    (#""exact": []"#, "exact"), (#""exact": [[]]"#, "exact[0]"), (#""exact": ["Body"]"#, "exact[0]"),
    (#""exact": [["body"], "place"]"#, "exact[1]"), (#""exact": "body""#, "exact"),
    (#""survivor": "oldest""#, "survivor"),
    (#""survivor_by": 3"#, "survivor_by"), (#""exactly": ["body"]"#, "exactly"),
  ])
  func `reports what is wrong at its place`(text: String, path: String) throws {
    let (settings, problems) = try read("{ \"tables\": [{ \"table\": \"jobs\", \(text) }] }")
    #expect(settings == nil)
    #expect(problems.map(\.path) == ["tables[0].\(path)"])
  }
}
