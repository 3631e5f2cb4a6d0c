import Normalize
import Records
import Testing

struct DescribedThingTests {
  private func page(_ items: [StructuredItem]) -> ReadPage {
    var page = samplePage()
    page.structured = items
    return ReadPage(page)
  }

  private let posting = StructuredItem(
    syntax: .jsonLD, types: ["JobPosting"],
    properties: """
      {"@type": "JobPosting", "title": "Taster", "hiringOrganization": {"@type": "Organization", "name": "Leaf & Co"},
       "employmentType": ["FULL_TIME", "INTERN"], "baseSalary": {"value": {"minValue": 30000, "maxValue": 4.5e4}},
       "directApply": true, "image": {"@id": "https://leaf.example/i.png"}}
      """)

  @Test(arguments: [
    ("title", "Taster"), ("hiringOrganization.name", "Leaf & Co"), ("hiringOrganization", "Leaf & Co"),
    ("employmentType", "FULL_TIME; INTERN"), ("baseSalary.value.minValue", "30000"), ("directApply", "true"),
    ("image", "https://leaf.example/i.png"), ("baseSalary.value", #"{"minValue":30000,"maxValue":4.5e4}"#),
    ("nothing", nil), ("title.name", nil),
  ])
  func `a path leads to what a property says`(path: String, says: String?) {
    #expect(DescribedThing.all(of: "JobPosting", on: page([posting])).map { $0.field(path) } == [says])
  }

  @Test(arguments: [
    (#"{"@type": "PostalAddress", "addressLocality": "Leiden", "addressCountry": {"name": "NL"}}"#, "Leiden, NL"),
    (
      #"{"currency": "EUR", "value": {"@type": "QuantitativeValue", "minValue": 30000, "maxValue": 45000, "unitText": "YEAR"}}"#,
      "30000 - 45000 EUR per year"
    ),
    (#"{"priceCurrency": "GBP", "price": "12.50", "availability": "x"}"#, "12.50 GBP"),
    (#"{"currency": "USD", "value": 25, "unitText": "HOUR"}"#, "25 USD per hour"),
    (#"{"name": "Leaf", "currency": "USD"}"#, "Leaf"),
    (#"{"a": 1}"#, #"{"a":1}"#),
  ])
  func `addresses and amounts of money come on one line`(json: String, written: String) {
    let item = StructuredItem(syntax: .jsonLD, types: ["Thing"], properties: #"{"x": \#(json)}"#)
    #expect(DescribedThing.all(of: "Thing", on: page([item])).map { $0.field("x") } == [written])
  }

  @Test func `things inside others are found, those of other types not`() {
    let list = StructuredItem(
      syntax: .jsonLD, types: ["ItemList"],
      properties: """
        {"@type": "ItemList", "itemListElement": [
          {"@type": "ListItem", "item": {"@type": "https://schema.org/Product", "name": "Green"}},
          {"@type": "ListItem", "item": {"@type": ["Product", "Thing"], "name": "Black"}}]}
        """)
    let found = DescribedThing.all(of: "Product", on: page([posting, list]))
    #expect(found.map { $0.field("name") } == ["Green", "Black"])
    #expect(DescribedThing.all(of: "Person", on: page([posting, list])).isEmpty)
  }

  @Test func `what a page says in two notations counts once`() {
    let again = StructuredItem(
      syntax: .microdata, types: ["JobPosting"], properties: #"{"@type": "JobPosting", "title": "Taster"}"#)
    #expect(DescribedThing.all(of: "JobPosting", on: page([posting, again])).count == 1)
  }
}
