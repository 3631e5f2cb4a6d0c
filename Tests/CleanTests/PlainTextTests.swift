import Records
import Testing

@testable import Clean

struct PlainTextTests {
  @Test func `splits paragraphs at blank lines and takes the first line as title`() {
    let result = cleaned("\n  A title \n\nfirst  line\r\nsecond line\r\n \t\r\n<b>third</b>\n", kind: .text)
    #expect(
      lines(result) == ["paragraph: A title", "paragraph: first line second line", "paragraph: <b>third</b>"])
    #expect(result.page?.title == "A title")
    #expect(result.page?.titleRule == "first line")
    #expect(result.page?.links.isEmpty == true)
  }

  @Test func `takes no long line for a title`() {
    #expect(cleaned(prose, kind: .text).page?.title == nil)
  }

  @Test func `rejects a text without letters`() {
    #expect(cleaned("--\n\n", kind: .text).diagnostics.map(\.code) == ["clean.no-main-text"])
  }
}
