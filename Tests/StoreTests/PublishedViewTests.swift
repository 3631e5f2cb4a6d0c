import GRDB
import Records
import Testing

@testable import Store

struct PublishedViewTests {
  private func column(_ name: String, _ type: String, _ endings: [String]) -> TableSchema.Column {
    .init(name: name, type: type, physical: endings.map { .init(name + $0, .text) })
  }

  private var title: TableSchema.Column { column("title", "text", [""]) }
  private var place: TableSchema.Column { column("place", "location", ["_country", "_region", "_city", "_mode"]) }
  private var posted: TableSchema.Column { column("posted", "date", ["", "_precision"]) }

  private func views(_ columns: [TableSchema.Column], isDeduped: Bool = false) -> [String] {
    PublishedTable(schema: TableSchema(name: "jobs", columns: columns), key: [], isDeduped: isDeduped).views.map(\.name)
  }

  @Test func `makes the views that a table's columns allow`() {
    #expect(views([title]) == [])
    #expect(views([title, posted]) == ["jobs_by_month"])
    #expect(views([title, place, posted]) == ["jobs_by_place_and_month"])
    #expect(views([title, place], isDeduped: true) == ["jobs_copies"])
  }

  @Test func `counts rows for each place and month`() throws {
    let table = PublishedTable(schema: TableSchema(name: "jobs", columns: [place, posted]), key: [], isDeduped: true)
    try DatabaseQueue().write { db in
      try db.execute(sql: table.description.definition)
      try db.execute(sql: table.duplicatesDescription.definition)
      for view in table.views { try db.execute(sql: view.definition) }
      try db.execute(
        sql: """
          INSERT INTO jobs (id, place_country, place_city, posted, copies) VALUES
            ('a', 'IE', 'Cork', '2026-03-01', 2), ('b', 'IE', 'Cork', '2026-03', 0), ('c', 'IE', 'Cork', '2026', 0),
            ('d', NULL, NULL, NULL, 0)
          """)
      let rows = try Row.fetchAll(
        db, sql: "SELECT country, city, month, row_count, copies FROM jobs_by_place_and_month")
      #expect(
        rows.map { $0.databaseValues.map { "\($0.storage.value ?? "none")" } } == [
          ["none", "none", "none", "1", "0"], ["IE", "Cork", "none", "1", "0"], ["IE", "Cork", "2026-03", "2", "2"],
        ])
    }
  }
}
