import Normalize
import Testing

struct OrganisationsPresetTests {
  @Test func `a row has the name, its letters and the sentence`() throws {
    let page = writtenPage("It rained. The Skerry Trust (ST) laughed.", title: "Rain")
    let rows = try presetRows(
      "organisations", "page_title", "name", "acronym", "sentence", "text_start", "text_end", on: page)
    #expect(rows == ["Rain | Skerry Trust | ST | The Skerry Trust (ST) laughed. | 15 | 27"])
  }
}
