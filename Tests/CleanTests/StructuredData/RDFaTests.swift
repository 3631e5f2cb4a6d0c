import Records
import Testing

@testable import Clean

struct RDFaTests {
  private func items(_ html: String) -> [StructuredItem] {
    (cleaned("\(html)<p>\(prose)").page?.structured ?? []).filter { $0.syntax == .rdfa }
  }

  @Test func `reads types, properties and nested items`() {
    let found = items(
      """
      <div vocab="https://schema.org/" typeof="Event"><h2 property="name">Ice race</h2>
      <meta property="startDate" content="2026-02-01"><a property="url" href="/ice">more</a>
      <div property="location" typeof="Place"><b property="name">Mill</b></div><i property="name">Race</i></div>
      """)
    #expect(found.map(\.types) == [["Event"]])
    #expect(
      found.first?.properties == """
        {"@type":"Event","name":["Ice race","Race"],"startDate":"2026-02-01","url":"https://site.example/ice",\
        "location":{"@type":"Place","name":"Mill"}}
        """)
  }

  @Test func `follows prefixes and gathers what is said of one resource`() {
    let found = items(
      """
      <div prefix="s: http://schema.org/"><p typeof="s:Person" resource="urn:t"><b property="s:name">Tamara</b></p>
      <p about="urn:t" property="s:email">t@site.example</p><div resource="urn:t"><b property="s:jobTitle">Skater</b></div></div>
      """)
    #expect(
      found.map(\.properties) == [
        #"{"@type":"Person","@id":"urn:t","name":"Tamara","email":"t@site.example","jobTitle":"Skater"}"#
      ])
  }

  @Test func `finds no item in properties alone, and ends where items hold each other`() {
    #expect(items("<meta property=og:title content=Ice>").isEmpty)
    let found = items(
      """
      <div vocab="http://schema.org/" typeof="Person" resource="#a"><div property="knows" typeof="Person" resource="#b">
      <div property="knows" typeof="Person" resource="#a"></div></div></div><div typeof=Person resource="#c"></div>
      """)
    #expect(found.map(\.id) == ["#c"])
  }
}
