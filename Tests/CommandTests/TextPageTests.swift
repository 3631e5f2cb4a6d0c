import Foundation
import Normalize
import TestSupport
import Testing

/// A page saved as plain text: an interview, then ten cards of which eight share a body and seven a place too.
@Suite struct TextPageTests {
  private static let path = "data/notes/tide-tables-and-openings.txt"

  /// The sample's page alone, published with `items` as the config's rules for what to cut out.
  private static func project(items: String = "") throws -> SampleProject {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    let project = try SampleProject(files: [path: text])
    let tables =
      items.isEmpty ? "" : #", { "table": "cards", "from": "cards", "columns": { "town": "text", "body": "text" } }"#
    let rules = items.isEmpty ? "" : #", { "table": "cards", "exact": ["body", "town"] }"#
    try project.folder.write(
      """
      { "name": "saved-page", "stages": [
        { "stage": "fetch", "sources": [ { "name": "notes", "files": "data/notes/*.txt" } ] },
        { "stage": "clean" \(items) },
        { "stage": "normalize", "tables": [
          { "table": "articles", "preset": "articles" }, { "table": "questions", "preset": "questions" },
          { "table": "sections", "preset": "sections" },
          { "table": "postings", "preset": "job_postings", "from": "postings" }\(tables) ] },
        { "stage": "dedupe", "tables": [ { "table": "postings", "exact": ["description", "location_city"] }\(rules) ] },
        { "stage": "load" } ] }
      """, to: "pipeline.json")
    try project.publish()
    return project
  }

  @Test func `gives one article without author and date, its questions, and four postings with six copies`() throws {
    let project = try Self.project()
    let articles = try project.rows("articles")
    #expect(articles.map { $0["title"] } == ["The last printer of tide tables"])
    #expect(articles.map { [$0["authors"], $0["published"], $0["published_precision"]] } == [["", "", ""]])
    #expect(try project.column("position", of: "questions") == ["1", "2", "3", "4", "5"])
    let turns = try project.rows("questions").map { "\($0["question"] ?? "") \($0["answer"] ?? "")" }
    #expect(turns.allSatisfy { !$0.contains("drying on the line") && !$0.contains("Photograph") })
    #expect(turns.filter { $0.contains("tide come in under the boards") }.count == 1)
    #expect(try project.column("copies", of: "postings") == ["0", "0", "0", "6"])
    #expect(try project.rows("postings_duplicates").count == 7)
    #expect(
      try project.column("title", of: "postings")
        == ["apprentice", "proofreader", "tide-gauge reader", "tide-gauge reader"])
  }

  @Test func `headings without text give no section`() throws {
    #expect(
      try Self.project().column("heading", of: "sections") == ["Openings", "The last printer of tide tables"])
  }

  @Test func `a config's rule cuts the same cards out of the text`() throws {
    let project = try Self.project(
      items: #"""
        , "items": [ { "table": "cards", "split": "^[A-Z]{2}, (?:[A-Z]{2}, )?(?<town>[A-Z][a-z]+)$" } ]
        """#)
    #expect(try project.column("copies", of: "cards") == ["0", "0", "0", "6"])
    #expect(try project.column("town", of: "cards") == ["Boston", "Cork", "London", "Portland"])
    #expect(try project.rows("postings").isEmpty)
  }

  @Test func `every ready-made table can be switched on`() throws {
    let tables = PresetRegistry.all.map { #"{ "table": "\#($0.name)", "preset": "\#($0.name)" }"# }.joined(
      separator: ",\n")
    let project = try SampleProject()
    try project.folder.write(
      """
      { "name": "presets", "stages": [ { "stage": "fetch", "sources": [ { "name": "site", "files": "site/**",
          "base_url": "https://gazette.example/" } ] },
        { "stage": "clean" }, { "stage": "normalize", "tables": [ \(tables) ] }, { "stage": "load" } ] }
      """, to: "pipeline.json")
    try project.publish()
    for preset in PresetRegistry.all { #expect(project.exists("out/current/csv/\(preset.name).csv"), "\(preset.name)") }
  }
}
