import Records
import Testing

@testable import Normalize

struct TableRuleTests {
  @Test func `gives the schema with each type's columns`() throws {
    let rule = TableRule(
      table: "postings", from: ["cards"],
      columns: [
        ColumnRule(name: "title", type: try type("text"), description: "As shown"),
        ColumnRule(name: "posted", type: try type("date"), from: ["when"]),
      ], description: "One job")
    #expect(rule.schema.name == "postings")
    #expect(rule.schema.description == "One job")
    #expect(rule.schema.physicalColumns.map(\.name) == ["title", "posted", "posted_precision"])
    #expect(rule.schema.columns.map(\.type) == ["text", "date"])
    #expect(rule.schema.columns[0].description == "As shown")
    #expect(rule.columns.map(\.from) == [["title"], ["when"]])
  }
}

/// A registered type.
func type(_ name: String) throws -> RegisteredColumnType { try #require(RegisteredColumnType(named: name)) }
