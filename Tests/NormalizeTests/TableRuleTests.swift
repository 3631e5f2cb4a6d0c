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
    #expect(rule.schema.columns.map(\.from) == [["title"], ["when"]])
    #expect(rule.schema.from == ["cards"])
  }

  @Test func `says in the schema that personal data is missing`() throws {
    let column = ColumnRule(
      name: "mail", type: try type("text"), redaction: Redaction(.hash), description: "Whom to ask.")
    let rule = TableRule(table: "postings", from: ["cards"], columns: [column])
    #expect(
      rule.schema.columns[0].description == "Whom to ask. Personal data in it is replaced by a keyed hash.")
  }
}

/// A registered type.
func type(_ name: String) throws -> RegisteredColumnType { try #require(RegisteredColumnType(named: name)) }
