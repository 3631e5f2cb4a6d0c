import Normalize
import Records
import Testing

struct QuantitiesOriginTests {
  private func page(_ texts: [String]) -> ReadPage {
    var page = samplePage()
    page.blocks = texts.map { .init(.paragraph, $0) }
    return ReadPage(page)
  }

  @Test func `finds quantities with their sentence and place`() throws {
    let page = page(["It rained.", "The peat is 2.5 m deep. It took $40 million, or 12 % of the budget."])
    let parts = QuantitiesOrigin.parts(of: page)
    #expect(parts.map { $0.fields["written"] } == ["2.5 m", "$40 million", "12 %"])
    #expect(parts.map { $0.fields["kind"] } == ["dimension", "currency", "percentage"])
    #expect(parts.map { $0.fields["value"] } == ["2.5", "40000000", "12"])
    #expect(parts[0].fields["unit"] == "m")
    #expect(parts[0].fields["sentence"] == "The peat is 2.5 m deep.")
    let range = try #require(parts[1].range)
    #expect(page.string(range) == "$40 million")
  }

  @Test(arguments: ["COVID-19 and IL-6 are no quantities.", "Version 2.5 of 3 March 2026, at 10:30.", "A Boeing 747."])
  func `names, versions, dates and models are none`(text: String) {
    #expect(QuantitiesOrigin.parts(of: page([text])).isEmpty)
  }

  @Test func `a number and a unit in two blocks are none`() {
    #expect(QuantitiesOrigin.parts(of: page(["It is 5", "kg is a unit."])).isEmpty)
  }
}
