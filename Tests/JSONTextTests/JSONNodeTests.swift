import JSONText
import Testing

struct JSONNodeTests {
  @Test func `loses its places and nothing else`() throws {
    let text = #"{"b":[1,"x",true,null],"a":{}}"#
    #expect(try JSONNode(parsing: Array(text.utf8)).plain.compact == text)
  }

  @Test func `has a name for every kind of value`() throws {
    let kinds = try ["null", "true", "1", "\"\"", "[]", "{}"].map { try JSONNode(parsing: Array($0.utf8)).kindName }
    #expect(Set(kinds).count == 6)
  }
}
