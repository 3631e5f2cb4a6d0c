import Records
import Testing

@testable import Store

struct PublishedTableTests {
  private let plain = PublishedTable(schema: Sample.jobs, key: ["title"], isDeduped: false)
  private let deduped = PublishedTable(schema: Sample.jobs, key: [], isDeduped: true)

  @Test func `has the declared columns between the id and the origin`() {
    let declared = ["title", "posted", "posted_precision", "pay", "open"]
    let origin = ["source", "source_address", "fetched_at", "content_sha256"]
    #expect(plain.columns.map(\.name) == ["id"] + declared + origin)
    #expect(deduped.columns.map(\.name) == ["id"] + declared + origin + ["copies"])
    #expect(
      deduped.duplicatesColumns.map(\.name)
        == ["id"] + declared + origin + ["cluster_id", "survivor_id", "rule", "similarity"])
    #expect(deduped.duplicatesName == "jobs_duplicates")
  }

  @Test func `says of every column what it means and where it comes from`() {
    let own = [PublishedDatabase.rejects, PublishedDatabase.runs, PublishedDatabase.quarantine]
    for table in [plain.description, deduped.description, deduped.duplicatesDescription, PublishedDatabase.columns]
      + own
    {
      #expect(table.meaning.hasSuffix("."))
      for column in table.columns {
        #expect(column.meaning.hasSuffix("."), "\(table.name).\(column.name)")
        #expect(!column.type.isEmpty, "\(table.name).\(column.name)")
      }
    }
    #expect(plain.description.columns[0].origin == "a hash of `title`")
    #expect(deduped.description.columns.last?.origin == "dedupe")
  }

  @Test func `tells a declared column by its description, its part and its fields`() {
    let money = TableSchema.Column(
      name: "pay", type: "money", physical: [.init("pay_amount", .real, "The amount.", unit: "`pay_currency`")],
      extras: ["raw"], description: "What it pays.", typeMeaning: "An amount.", from: ["salary", "wage"])
    let schema = TableSchema(name: "jobs", columns: [money], from: ["cards"])
    let table = PublishedTable(schema: schema, key: [], isDeduped: false).description
    #expect(table.meaning == "One row for each of `cards`.")
    #expect(table.columns[1].meaning == "The amount. (What it pays.)")
    #expect(table.columns[1].origin == "`salary`, else `wage`")
    #expect(table.columns[1].shownType == "money (real)")
    #expect(table.columns[0].shownType == "text")
    #expect(table.columns[2].name == "pay_raw")
    #expect(table.columns[2].meaning == "What was written.")
    #expect(table.columns[2].origin == "`pay`")
  }
}
