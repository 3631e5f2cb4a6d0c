import Normalize
import Testing

struct SectionsPresetTests {
  @Test func `a row has the heading, its text and where both stand`() throws {
    let page = writtenPage("# Boats\n## Wood\nOak and ash.", title: "Boats")
    let rows = try presetRows(
      "sections", "page_title", "heading", "level", "path", "text", "words", "text_start", "text_end", on: page)
    #expect(rows == ["Boats | Wood | 2 | Boats > Wood | Oak and ash. | 3 | 6 | 23"])
  }
}
