import Normalize
import Records
import Testing

struct ImagesPresetTests {
  @Test func `a row has where a picture is and what the page says of it`() throws {
    var page = samplePage()
    page.images = [.init(address: "https://shop.example/cup.jpg", alt: "A cup", width: "640", inMainText: true)]
    let rows = try presetRows(
      "images", "page", "page_title", "position", "address", "alt", "caption", "width", "in_main_text",
      on: ReadPage(page))
    #expect(rows == ["\(page.id) | Tea | 1 | https://shop.example/cup.jpg | A cup | null | 640 | true"])
  }
}
