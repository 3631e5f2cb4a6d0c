import JSONText
import Settings
import Testing

@testable import Pipeline

/// Checks between settings; the checks of single values are those of their types.
struct ConfigChecksTests {
  /// The problems of a config with these stages, as `line:column path`.
  private func problems(_ stages: String) throws -> [String] {
    let text = "{ \"name\": \"test\", \"stages\": [\n\(stages)\n] }"
    let filling = Filling(environment: [:], readFile: { _ in nil }, keyedHash: { _ in "" })
    var reader = SettingsReader(filling: filling)
    let node = try JSONNode(parsing: Array(text.utf8), relaxed: true)
    let reading = try #require(PipelineSettings.object.type().read(node, &reader), "\(reader.problems)")
    return ConfigChecks(reading.value).problems.map { "\($0.position.line):\($0.position.column) \($0.path)" }
  }

  private let fetch = #"{ "stage": "fetch", "sources": [{ "name": "site", "files": "*.html" }] }"#
  private let clean =
    #"{ "stage": "clean", "items": [{ "table": "cards", "each": ".card", "fields": { "place": "b" } }] }"#

  private func normalize(_ table: String) -> String { #"{ "stage": "normalize", "tables": [\#(table)] }"# }

  @Test func `a whole pipeline has no problems, with dedupe and without`() throws {
    let table = normalize(
      #"{ "table": "jobs", "from": "cards", "key": "place", "columns": { "place": "text", "text": "text" } }"#)
    let dedupe = #"{ "stage": "dedupe", "tables": [{ "table": "jobs", "exact": ["place"] }] }"#
    let load = #"{ "stage": "load" }"#
    #expect(try problems([fetch, clean, table, dedupe, load].joined(separator: ",\n")).isEmpty)
    #expect(try problems([fetch, clean, table, load].joined(separator: ",\n")).isEmpty)
    #expect(try problems(fetch).isEmpty)
  }

  @Test func `stages out of order, twice or without the one before are problems`() throws {
    let load = #"{ "stage": "load" }"#
    #expect(try problems([fetch, fetch].joined(separator: ",\n")) == ["3:1 stages[1]"])
    #expect(try problems([clean, fetch].joined(separator: ",\n")).contains("3:1 stages[1]"))
    #expect(try problems([fetch, load].joined(separator: ",\n")) == ["3:1 stages[1]", "3:1 stages[1]"])
  }

  @Test(arguments: [
    (#"{ "table": "jobs", "from": "cardz", "columns": { "place": "text" } }"#, "tables[0].from"),
    (#"{ "table": "jobs", "from": "cards", "columns": { "plaze": "text" } }"#, "tables[0].columns.plaze"),
    (
      #"{ "table": "jobs", "from": "cards", "columns": { "x": { "type": "text", "from": "y" } } }"#,
      "tables[0].columns.x.from"
    ),
    (
      #"{ "table": "jobs", "from": "page", "columns": { "title": "text", "id": { "type": "text", "from": "url" } } }"#,
      "tables[0].columns.id"
    ),
    (
      #"{ "table": "jobs", "from": "page", "columns": { "published": "date", "published_precision": { "type": "text", "from": "url" } } }"#,
      "tables[0].columns.published_precision"
    ),
    (
      #"{ "table": "jobs", "from": "page", "columns": { "title": "text", "title_raw": { "type": "text", "from": "url" } } }"#,
      "tables[0].columns.title_raw"
    ),
    (
      #"{ "table": "jobs", "from": "page", "sources": ["sight"], "columns": { "title": "text" } }"#,
      "tables[0].sources[0]"
    ),
    (#"{ "table": "jobs", "from": "page", "key": ["url"], "columns": { "title": "text" } }"#, "tables[0].key[0]"),
    (#"{ "table": "sqlite_jobs", "from": "page", "columns": { "title": "text" } }"#, "tables[0].table"),
    (#"{ "table": "select", "from": "page", "columns": { "title": "text" } }"#, "tables[0].table"),
    (
      #"{ "table": "jobs", "from": "page", "columns": { "published": "date" } }, { "table": "jobs_by_month", "from": "page", "columns": { "title": "text" } }"#,
      "tables[1].table"
    ),
    (
      #"{ "table": "jobs_copies", "from": "page", "columns": { "title": "text" } }, { "table": "jobs", "from": "page", "columns": { "title": "text" } }"#,
      "tables[0].table"
    ),
  ])
  func `names that meet nothing are problems where they stand`(table: String, path: String) throws {
    let found = try problems([fetch, clean, normalize(table)].joined(separator: ",\n"))
    #expect(found.map { String($0.split(separator: " ")[1]) } == ["stages[2].\(path)"])
  }

  @Test func `a table that load is to write and that isn't there is a problem`() throws {
    let table = normalize(#"{ "table": "jobs", "from": "page", "columns": { "title": "text" } }"#)
    let load = #"{ "stage": "load", "jsonl": ["jobs", "jobz"] }"#
    #expect(try problems([fetch, clean, table, load].joined(separator: ",\n")) == ["5:38 stages[3].jsonl[1]"])
  }

  @Test(arguments: [
    (#"{ "table": "jobz", "exact": ["place"] }"#, "tables[0].table"),
    (#"{ "table": "jobs", "exact": ["plaze"] }"#, "tables[0].exact[0]"),
    (#"{ "table": "jobs", "exact": [["place"], ["town"]] }"#, "tables[0].exact[1][0]"),
    (#"{ "table": "jobs", "survivor": "first", "survivor_by": "place" }"#, "tables[0].survivor_by"),
    (#"{ "table": "jobs", "survivor": "newest", "survivor_by": "posted" }"#, "tables[0].survivor_by"),
    (#"{ "table": "jobs", "near": { "column": "plaze" } }"#, "tables[0].near.column"),
    (#"{ "table": "jobs", "near": [{ "column": ["place", "day"] }] }"#, "tables[0].near[0].column[1]"),
    (#"{ "table": "jobs", "differs": ["plaze"] }"#, "tables[0].differs[0]"),
    (#"{ "table": "jobs", "linkage": { "columns": ["plaze"] } }"#, "tables[0].linkage.columns[0]"),
    (
      #"{ "table": "jobs", "linkage": { "columns": ["place"], "blocking": ["day"] } }"#,
      "tables[0].linkage.blocking[0]"
    ),
    (
      #"{ "table": "jobs", "linkage": { "columns": ["place"], "kinds": { "day": "date" } } }"#,
      "tables[0].linkage.kinds.day"
    ),
    (
      #"{ "table": "jobs", "linkage": { "columns": ["size"], "kinds": { "size": "date" } } }"#,
      "tables[0].linkage.kinds.size"
    ),
    (#"{ "table": "jobs", "columns": { "plaze": "first" } }"#, "tables[0].columns.plaze"),
    (#"{ "table": "jobs", "columns": { "size": "longest" } }"#, "tables[0].columns.size"),
    (#"{ "table": "jobs", "survivor": "source_rank", "source_rank": ["sight"] }"#, "tables[0].source_rank[0]"),
    (#"{ "table": "jobs", "source_rank": ["site"] }"#, "tables[0].source_rank[0]"),
  ])
  func `rules of dedupe must fit the tables`(rule: String, path: String) throws {
    let table = normalize(
      #"{ "table": "jobs", "from": "cards", "columns": { "place": "text", "#
        + #""day": { "type": "date", "from": "place" }, "size": { "type": "integer", "from": "place" } } }"#
    )
    let dedupe = #"{ "stage": "dedupe", "tables": [\#(rule)] }"#
    let found = try problems([fetch, clean, table, dedupe].joined(separator: ",\n"))
    #expect(found.map { String($0.split(separator: " ")[1]) } == ["stages[3].\(path)"])
  }

  @Test(arguments: [
    (#""table": "same", "between": ["jobs"], "columns": { "place": "town" }"#, ["table"]),
    (#""table": "same", "between": ["jobs", "menn"], "columns": { "place": "town" }"#, ["between[1]"]),
    (#""table": "same", "between": ["jobs", "jobs"], "columns": { "place": "place" }"#, ["between[1]"]),
    (#""table": "men", "between": ["jobs", "men"], "columns": { "place": "town" }"#, ["table"]),
    (#""table": "jobs_evidence", "between": ["jobs", "men"], "columns": { "place": "town" }"#, ["table"]),
    (#""table": "same", "between": ["jobs", "men"], "columns": { "town": "town" }"#, ["columns.town"]),
    (#""table": "same", "between": ["jobs", "men"], "columns": { "place": "place" }"#, ["columns.place"]),
    (
      #""table": "same", "between": ["jobs", "men"], "columns": { "place": "town" }, "kinds": { "town": "name" }"#,
      ["kinds.town"]
    ),
    (#""table": "same", "between": ["jobs", "men"], "columns": { "place": "town" }"#, []),
  ])
  func `links must fit the two tables`(link: String, paths: [String]) throws {
    let tables = normalize(
      #"{ "table": "jobs", "from": "cards", "columns": { "place": "text" } }, "#
        + #"{ "table": "men", "from": "cards", "columns": { "town": { "type": "text", "from": "place" } } }"#)
    let dedupe = #"{ "stage": "dedupe", "links": [{ \#(link) }] }"#
    let found = try problems([fetch, clean, tables, dedupe].joined(separator: ",\n"))
    #expect(found.map { String($0.split(separator: " ")[1]) } == paths.map { "stages[3].links[0].\($0)" })
  }

  @Test func `two of one name are a problem`() throws {
    let table = #"{ "table": "jobs", "from": "page", "columns": { "title": "text" } }"#
    let twins = #"{ "stage": "fetch", "sources": [{ "name": "a", "files": "*" }, { "name": "a", "files": "*" }] }"#
    #expect(try problems([twins, clean, normalize("\(table), \(table)")].joined(separator: ",\n")).count == 2)
  }

  @Test func `a table may not take the name of another's duplicates or evidence`() throws {
    for ending in ["duplicates", "evidence"] {
      let tables = ["jobs", "jobs_\(ending)"].map {
        #"{ "table": "\#($0)", "from": "page", "columns": { "title": "text" } }"#
      }
      #expect(
        try problems([fetch, clean, normalize(tables.joined(separator: ","))].joined(separator: ",\n")).count == 1)
    }
  }
}
