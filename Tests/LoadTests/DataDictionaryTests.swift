import JSONText
import Load
import Records
import Store
import Testing

struct DataDictionaryTests {
  private let schema = TableSchema(
    name: "jobs",
    columns: [
      .init(
        name: "pay", type: "percent", physical: [.init("pay", .real, unit: "%")], description: "Its | share.",
        typeMeaning: "A percentage."),
      .init(
        name: "posted", type: "date", physical: [.init("posted", .text, form: .date), .init("posted_precision", .text)]),
      .init(name: "open", type: "boolean", physical: [.init("open", .boolean)]),
    ], description: "One row for each post.")

  private func dictionary(null: String = "") -> DataDictionary {
    let table = PublishedTable(schema: schema, key: [], isDeduped: true)
    var csv = CSVFormat.machine
    csv.null = Array(null.utf8)
    let described = [table.description, table.duplicatesDescription, PublishedDatabase.rejects, PublishedDatabase.runs]
    return DataDictionary(
      name: "harbour", tables: described.map { .init($0, nil) }, views: PublishedView.all(of: [table]), csv: csv)
  }

  @Test func `gives a page, a data package and metadata`() {
    #expect(dictionary().files.map(\.name).sorted() == ["datapackage.json", "dictionary.md", "metadata.json"])
  }

  @Test func `packs the tables that have files`() throws {
    let package = dictionary(null: "NA").dataPackage
    let resources = try #require(package["resources"]).elements
    #expect(resources.map { $0["path"]?.text } == ["csv/jobs.csv", "csv/jobs_duplicates.csv", "csv/_rejects.csv"])
    let jobs = try #require(resources[0]["schema"])
    let fields = try #require(jobs["fields"]).elements
    #expect(
      fields.prefix(5).map { "\($0["name"]?.text ?? "") \($0["type"]?.text ?? "")" } == [
        "id string", "pay number", "posted string", "posted_precision string", "open boolean",
      ])
    #expect(fields.first { $0["name"] == .string("fetched_at") }?["type"] == .string("datetime"))
    #expect(fields[0]["constraints"]?.compact == #"{"required":true,"unique":true}"#)
    #expect(fields[1]["unit"] == .string("%"))
    #expect(jobs["primaryKey"]?.compact == #"["id"]"#)
    #expect(jobs["missingValues"]?.compact == #"["NA"]"#)
    #expect(
      resources[1]["schema"]?["foreignKeys"]?.compact
        == #"[{"fields":["survivor_id"],"reference":{"resource":"jobs","fields":["id"]}}]"#)
  }

  @Test func `describes tables, columns and views for Datasette`() throws {
    let tables = try #require(dictionary().datasetteMetadata["databases"]?["analytics"]?["tables"])
    #expect(tables["jobs"]?["description"] == .string("One row for each post."))
    #expect(tables["jobs"]?["columns"]?["pay"] == .string("Its | share."))
    #expect(tables["jobs_by_month"]?["description"]?.text?.contains("`posted`") == true)
    #expect(tables["_runs"]?["columns"]?["seconds"] != nil)
  }

  @Test func `explains tables, keys, views and types on a page`() {
    let page = dictionary().page
    #expect(page.contains("| `pay` | Its \\| share. | percent | % |"))
    #expect(page.contains("`survivor_id` stands for a row of `jobs`, by its `id`."))
    #expect(page.contains("| `jobs_copies` |"))
    #expect(page.contains("| percent | A percentage. |"))
    #expect(dictionary(null: "NA").page.contains("a missing value is `NA`"))
  }
}
