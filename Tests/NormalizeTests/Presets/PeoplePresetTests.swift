import Normalize
import Testing

struct PeoplePresetTests {
  @Test func `a row has the name, the role and the sentence`() throws {
    let page = writtenPage("It rained. Ada Moss, director of the Skerry Trust, laughed.", title: "Rain")
    let rows = try presetRows(
      "people", "page_title", "name", "written", "role", "organisation", "sentence", "found_by",
      "text_start", "text_end",
      on: page)
    #expect(
      rows == [
        "Rain | Ada Moss | Ada Moss | director | Skerry Trust | Ada Moss, director of the Skerry Trust, laughed. | "
          + "apposition | 11 | 19"
      ])
  }
}
