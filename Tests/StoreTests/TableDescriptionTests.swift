import GRDB
import Records
import Testing

@testable import Store

struct TableDescriptionTests {
  private func table(_ meaning: String, key: [String]) -> TableDescription {
    TableDescription(
      own: "tides", meaning, [.init("place", .text, "Where it is."), .init("open", .boolean), .init("m", .real)],
      primaryKey: key)
  }

  @Test func `defines a strict table with comments`() {
    #expect(
      table("One row\nfor each tide.", key: ["place"]).definition == """
        CREATE TABLE "tides" ( -- One row for each tide.
          "place" TEXT NOT NULL PRIMARY KEY, -- Where it is.
          "open" INTEGER CHECK ("open" IN (0, 1)),
          "m" REAL
        ) STRICT
        """)
  }

  @Test func `defines keys of several columns and into other tables`() throws {
    var table = table("Tides.", key: ["place", "m"])
    table.foreignKeys = [.init(column: "place", table: "places", referenced: "id")]
    try DatabaseQueue().write { db in
      try db.execute(sql: "CREATE TABLE places (id TEXT PRIMARY KEY)")
      try db.execute(sql: table.definition)
      #expect(try db.primaryKey("tides").columns == ["place", "m"])
      #expect(try db.foreignKeys(on: "tides").map(\.destinationTable) == ["places"])
    }
  }

  @Test func `has another digest where anything means something else`() {
    let one = table("Tides.", key: ["place"])
    var other = one
    other.columns[1].meaning = "Whether ships come."
    var third = one
    third.columns[2].physical.unit = "m"
    #expect(Set([one.digest, other.digest, third.digest, one.digest]).count == 3)
  }
}
