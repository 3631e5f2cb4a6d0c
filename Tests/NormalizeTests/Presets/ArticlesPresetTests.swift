import Normalize
import Records
import Testing

struct ArticlesPresetTests {
  @Test func `a row has what a page says of itself, and its text`() throws {
    let page = ReadPage(samplePage())
    let rows = try presetRows(
      "articles", "page", "title", "published", "modified", "description", "language", "words", "text", on: page)
    #expect(
      rows == [
        "\(samplePage().id) | Tea | 2026-03-01, day | 2026-03-02, day | All about tea | en | 4 | Tea\nLeaves and water."
      ])
  }
}
