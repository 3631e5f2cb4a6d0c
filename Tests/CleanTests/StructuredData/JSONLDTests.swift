import Records
import Testing

@testable import Clean

struct JSONLDTests {
  private func items(_ scripts: String...) -> [StructuredItem] {
    cleaned(scripts.map { "<script type='application/ld+json'>\($0)</script>" }.joined() + "<p>\(prose)").page?
      .structured ?? []
  }

  @Test func `gives each object as it stands`() {
    let found = items(#"{"@context":"https://schema.org","@type":"Person","name":"Tamara Tide"}"#)
    #expect(
      found == [
        StructuredItem(
          syntax: .jsonLD, types: ["Person"],
          properties: #"{"@context":"https://schema.org","@type":"Person","name":"Tamara Tide"}"#)
      ])
  }

  @Test func `takes lists and graphs apart, types by their term`() {
    let found = items(
      #"[{"@type":"https://schema.org/Event"},{"@type":["Thing","schema:Place"],"@id":"urn:p"}]"#,
      #"{"@graph":[{"@type":"WebSite"},{"@type":"WebPage"}]}"#)
    #expect(found.map(\.types) == [["Event"], ["Thing", "Place"], ["WebSite"], ["WebPage"]])
    #expect(found.map(\.id) == [nil, "urn:p", nil, nil])
  }

  @Test func `reads a script whose quotes are character references`() {
    #expect(items("{&quot;@type&quot;:&quot;Event&quot;}").map(\.types) == [["Event"]])
  }

  @Test func `warns of a script that holds nothing`() {
    let result = cleaned("<script type=application/ld+json>window.x</script><p>\(prose)")
    #expect(result.diagnostics.map(\.code) == ["clean.structured-data"])
    #expect(cleaned("<script type=application/ld+json> </script><p>\(prose)").diagnostics.isEmpty)
  }
}
