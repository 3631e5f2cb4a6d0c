import Records
import Testing

@testable import Clean

struct ImagesTests {
  private func images(_ html: String) -> [Page.Image] {
    cleaned(
      "<article><h1>A title</h1><p>\(prose)</p>\(html)<p>\(prose)</p></article>", at: "https://site.example/a/p.html"
    )
    .page?.images ?? []
  }

  @Test(arguments: [
    ("<img src=b.png>", "https://site.example/a/b.png"),
    ("<img src='/b.png' srcset='/s.png 320w, /l.png 1280w, /m.png 640w'>", "https://site.example/l.png"),
    ("<img srcset='/one.png, /two.png 2x' src=/b.png>", "https://site.example/two.png"),
    ("<img src='data:image/gif;base64,R0lG' data-src='/late.jpg'>", "https://site.example/late.jpg"),
    ("<img src='/grey.png' data-srcset='/late.jpg 800w'>", "https://site.example/late.jpg"),
    ("<img srcset='data:image/gif;base64,R0lG 9w' src='/b.png'>", "https://site.example/b.png"),
  ])
  func `gives a picture's address, the largest of several`(html: String, expected: String) {
    #expect(images(html).map(\.address) == [expected])
  }

  @Test(arguments: ["<img src='data:image/png;base64,AAAA'>", "<img>", "<img src=''>", "<img src='ftp://a.example/b'>"])
  func `leaves out pictures without an address on the web`(html: String) {
    #expect(images(html).isEmpty)
  }

  @Test func `gives what the page says of a picture`() {
    let found = images(
      """
      <figure><img src=/b.png alt=" A  boat " width=640 height="50%"><figcaption>The <b>boat</b> at rest</figcaption></figure>
      """)
    #expect(
      found == [
        Page.Image(
          address: "https://site.example/b.png", alt: "A boat", caption: "The boat at rest", width: "640",
          height: "50%",
          inMainText: true)
      ])
  }

  @Test func `gives each address once, with what any of its places says`() {
    let found = images("<aside><img src=/b.png></aside><img src=/b.png alt=Boat><aside><img src=/c.png></aside>")
    #expect(found.map(\.address) == ["https://site.example/b.png", "https://site.example/c.png"])
    #expect(found.map(\.alt) == ["Boat", nil])
    #expect(found.map(\.inMainText) == [true, false])
  }

  @Test func `warns of pictures beyond measure`() {
    let html = (0..<502).map { "<img src=/\($0).png>" }.joined()
    let result = cleaned("<article><p>\(prose)</p>\(html)</article>", at: "https://site.example/")
    #expect(result.page?.images.count == 500)
    #expect(result.diagnostics.map(\.code) == ["clean.images-cut"])
  }
}
