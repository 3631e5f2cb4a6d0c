import Normalize
import Records
import Testing

struct LinksPresetTests {
  @Test func `a row has where a link leads, what it says and its page`() throws {
    let rows = try presetRows(
      "links", "page", "page_title", "position", "address", "text", "in_main_text", on: ReadPage(samplePage()))
    #expect(rows == [1, 2].map { "\(samplePage().id) | Tea | \($0) | https://shop.example/a | A | \($0 == 1)" })
  }
}
