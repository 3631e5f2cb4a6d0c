import Records
import Testing

struct PageTests {
  @Test func `has its blocks as text, one a line`() {
    var page = Page(
      id: "p",
      provenance: Provenance(
        source: "site", address: "site:a.html", fetchedAt: Timestamp(seconds: 0), contentHash: ContentHash(of: "a")))
    #expect(page.text == "")
    page.blocks = [.init(.heading, level: 2, "Tides"), .init(.code, "low\nhigh"), .init(.paragraph, "")]
    #expect(page.text == "Tides\nlow\nhigh\n")
  }
}
