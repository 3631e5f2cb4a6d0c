import Normalize
import Records
import Testing

struct ImagesOriginTests {
  @Test func `a picture offers every field it names`() {
    var page = samplePage()
    page.images = [
      .init(
        address: "https://shop.example/cup.jpg", alt: "A cup", caption: "Our cup", width: "640", height: "50%",
        inMainText: true),
      .init(address: "https://shop.example/logo.png", inMainText: false),
    ]
    let parts = ImagesOrigin.parts(of: ReadPage(page))
    #expect(
      parts.map { part in ImagesOrigin.fields.map { part.fields[$0.name] } } == [
        ["https://shop.example/cup.jpg", "A cup", "Our cup", "640", "50%", "true"],
        ["https://shop.example/logo.png", nil, nil, nil, nil, "false"],
      ])
  }
}
