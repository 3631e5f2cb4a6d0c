import Compression
import Formats
import Testing
import WebAddress

private let pages = """
  <?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc> https://birds.example/a?x=1&amp;y=2 </loc><lastmod>2026-11-02</lastmod>
  <image:image><image:loc>https://birds.example/a.png</image:loc></image:image></url>
  <url><loc><![CDATA[/b]]></loc></url>
  <url><loc>mailto:heron@birds.example</loc></url>
  </urlset>
  """

struct SitemapTests {
  private static let base = Address(parsing: "https://birds.example/sitemap.xml")

  @Test(arguments: [Array(pages.utf8), Gzip.deflate(Array(pages.utf8))])
  func `reads pages, packed or not, and passes over pictures`(bytes: [UInt8]) throws {
    let sitemap = try Sitemap(bytes, base: Self.base)
    #expect(!sitemap.isIndex)
    #expect(sitemap.entries.map(\.address.href) == ["https://birds.example/a?x=1&y=2", "https://birds.example/b"])
    #expect(sitemap.entries.map(\.lastModified) == ["2026-11-02", nil])
    #expect(sitemap.invalid == 1)
  }

  @Test func `reads an index`() throws {
    let text = "<sitemapindex><sitemap><loc>https://birds.example/1.xml.gz</loc></sitemap></sitemapindex>"
    let sitemap = try Sitemap(Array(text.utf8))
    #expect(sitemap.isIndex)
    #expect(sitemap.entries.map(\.address.href) == ["https://birds.example/1.xml.gz"])
  }

  @Test func `reads a list of addresses`() throws {
    let sitemap = try Sitemap(Array("\u{FEFF}https://birds.example/a\r\n\r\nhttps://birds.example/b\nnot one".utf8))
    #expect(sitemap.entries.map(\.address.path) == ["/a", "/b"])
    #expect(sitemap.invalid == 1)
  }

  @Test func `reads what stands before the fault of one that breaks off`() throws {
    let sitemap = try Sitemap(Array("<urlset><url><loc>https://birds.example/a</loc></url><url><loc>https://b".utf8))
    #expect(sitemap.entries.map(\.address.path) == ["/a"])
  }

  @Test func `stops at the protocol's limit`() throws {
    let text = String(repeating: "https://birds.example/a\n", count: Sitemap.entryLimit + 1)
    let sitemap = try Sitemap(Array(text.utf8))
    #expect(sitemap.entries.count == Sitemap.entryLimit)
    #expect(sitemap.isCut)
  }

  @Test func `says what isn't a sitemap`() {
    #expect(throws: SitemapFailure.notASitemap(root: "html")) { try Sitemap(Array("<html/>".utf8)) }
    #expect(throws: SitemapFailure.notASitemap(root: "text")) { try Sitemap(Array("Not found".utf8)) }
    #expect(throws: SitemapFailure.tooLarge) {
      try Sitemap(Gzip.deflate([UInt8](repeating: 32, count: Sitemap.byteLimit + 1)))
    }
    #expect(throws: SitemapFailure.damaged) { try Sitemap(Gzip.deflate(Array(pages.utf8)).dropLast(9)) }
  }
}
