import Records
import Testing

struct TableSchemaTests {
  @Test func `lists the physical columns of all columns in order`() {
    let schema = TableSchema(
      name: "jobs",
      columns: [
        .init(name: "title", type: "text", physical: [.init("title", .text)]),
        .init(name: "posted", type: "date", physical: [.init("posted", .text), .init("posted_precision", .text)]),
        .init(name: "open", type: "boolean", physical: [.init("open", .boolean)]),
      ])
    #expect(schema.physicalColumns.map(\.name) == ["title", "posted", "posted_precision", "open"])
  }

  @Test func `ends every table with the columns that say where a row comes from`() {
    #expect(
      TableSchema.provenanceColumns.map(\.name) == ["source", "source_address", "fetched_at", "content_sha256"])
  }
}
