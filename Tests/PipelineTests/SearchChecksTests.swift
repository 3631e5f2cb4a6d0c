import JSONText
import Load
import Records
import Settings
import Testing

@testable import Pipeline

@Suite struct SearchChecksTests {
  private let tables = [
    TableSchema(
      name: "jobs",
      columns: [
        .init(name: "place", type: "text", physical: [.init("place", .text)]),
        .init(name: "language", type: "text", physical: [.init("language", .text)]),
        .init(name: "words", type: "integer", physical: [.init("words", .integer)]),
      ]),
    TableSchema(name: "towns", columns: [.init(name: "name", type: "text", physical: [.init("name", .text)])]),
    TableSchema(name: "towns_search_idx", columns: []),
  ]

  private func problems(_ search: String) throws -> [SettingsProblem] {
    let filling = Filling(environment: [:], readFile: { _ in nil }, keyedHash: { _ in "" })
    var reader = SettingsReader(filling: filling)
    let node = try JSONNode(parsing: Array("{ \"search\": \(search) }".utf8), relaxed: true)
    let reading = try #require(LoadSettings.object.type().read(node, &reader), "\(reader.problems)")
    return searchProblems(reading.value.search, tables: tables)
  }

  @Test func `a searched table with its columns and language has no problems`() throws {
    #expect(try problems(#"[{ "table": "jobs", "columns": { "place": 2 }, "language": "language" }]"#).isEmpty)
  }

  @Test(arguments: [
    (#"[{ "table": "job", "columns": { "place": 1 } }]"#, "there is no table \"job\"", "Did you mean \"jobs\"?"),
    (
      #"[{ "table": "jobs", "columns": { "plaze": 1 } }]"#, "there is no column \"plaze\" in jobs",
      "Did you mean \"place\"?"
    ),
    (
      #"[{ "table": "jobs", "columns": { "words": 1 } }]"#, "the column \"words\" holds no text",
      "There is: place, language."
    ),
    (
      #"[{ "table": "jobs", "columns": { "place": 1 }, "language": "langage" }]"#,
      "there is no column \"langage\" in jobs", "Did you mean \"language\"?"
    ),
    (
      #"[{ "table": "jobs", "columns": { "language": 1 }, "language": "language" }]"#,
      "\"language\" can't be searched as well", "Leave it out of \"columns\"."
    ),
    (
      #"[{ "table": "jobs", "columns": { "place": 1 } }, { "table": "jobs", "columns": { "place": 1 } }]"#,
      "\"jobs\" is searched twice", "Put all its columns in one place."
    ),
    (
      #"[{ "table": "towns", "columns": { "name": 1 } }]"#, "the index of \"towns\" needs the name towns_search_idx",
      "Rename the table towns_search_idx."
    ),
  ])
  func `what can't be searched is a problem with its remedy`(_ search: String, _ message: String, _ remedy: String)
    throws
  {
    let found = try problems(search)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.remedy) == [remedy])
  }
}
