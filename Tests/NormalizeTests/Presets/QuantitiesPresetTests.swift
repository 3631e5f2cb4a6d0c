import Normalize
import Testing

struct QuantitiesPresetTests {
  @Test func `a row has the number, its unit, the sentence and where it stands`() throws {
    let page = writtenPage("It is old. The peat is 2.5 m deep.", title: "Peat")
    let rows = try presetRows("quantities", "kind", "value", "unit", "written", "sentence", "text_start", on: page)
    #expect(rows == ["dimension | 2.5 | m | 2.5 m | The peat is 2.5 m deep. | 23"])
  }
}
