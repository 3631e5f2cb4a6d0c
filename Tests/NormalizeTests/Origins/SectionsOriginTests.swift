import Normalize
import Testing

struct SectionsOriginTests {
  @Test func `gives each heading the text below it, and the text before the first one a section of its own`() {
    let page = writtenPage("Before.\n# Boats\n## Wood\nOak.\n- Ash\n## Iron\n## Glue\nFish.\n# End\nDone now.")
    #expect(
      SectionsOrigin.shown("heading", "level", "path", "text", "words", on: page) == [
        "- | - | - | Before. | 1", "Wood | 2 | Boats > Wood | Oak.\nAsh | 2", "Glue | 2 | Boats > Glue | Fish. | 1",
        "End | 1 | End | Done now. | 2",
      ])
  }

  @Test func `a section stands from its heading to the end of its text`() {
    let page = writtenPage("# Boats\n## Wood\nOak.\n- Ash")
    #expect(SectionsOrigin.parts(of: page).compactMap(\.range).map(page.string) == ["Wood\nOak.\nAsh"])
  }

  @Test func `headings alone and pages without text give nothing`() {
    #expect(SectionsOrigin.parts(of: writtenPage("# Boats\n## Wood")).isEmpty)
    #expect(SectionsOrigin.parts(of: writtenPage("")).isEmpty)
  }
}
