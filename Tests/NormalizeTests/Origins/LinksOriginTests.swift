import Normalize
import Testing

struct LinksOriginTests {
  @Test func `a link offers every field it names`() {
    let parts = LinksOrigin.parts(of: ReadPage(samplePage()))
    #expect(parts.count == 2)
    #expect(
      LinksOrigin.fields.map { parts[1].fields[$0.name] } == ["https://shop.example/a", "A", "false"])
  }
}
