import Formats
import Testing
import WebAddress

private func feed(_ text: String, at address: String = "https://birds.example/news/feed.xml") throws -> Feed {
  try Feed(Array(text.utf8), context: FeedContext(address: Address(parsing: address)))
}

struct FeedTests {
  @Test func `reads RSS 2.0 with its modules`() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>River birds</title><link>https://birds.example/</link><language>en</language>
      <item><title>First &amp; last</title><link>/news/1</link><guid isPermaLink="false">n-1</guid>
      <pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate><dc:creator>Ada Reed</dc:creator>
      <description>Short &lt;b onclick="x()">note&lt;/b></description>
      <content:encoded><![CDATA[<p>Long <a href="more">note</a></p><script>x()</script>]]></content:encoded>
      <enclosure url="song.ogg" type="audio/ogg" length="9"/><category>rivers</category></item>
      </channel></rss>
      """)
    #expect(feed.format == .rss)
    #expect(feed.isWellFormed)
    #expect(feed.channel.title?.value == "River birds")
    #expect(feed.channel.language == "en")
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "n-1")
    #expect(entry.link == "https://birds.example/news/1")
    #expect(entry.title?.value == "First & last")
    #expect(entry.published == "Mon, 02 Nov 2026 08:00:00 GMT")
    #expect(entry.authors.map(\.name) == ["Ada Reed"])
    #expect(entry.summary?.value == "Short <b>note</b>")
    #expect(entry.content.map(\.value) == ["<p>Long <a href=\"https://birds.example/news/more\">note</a></p>"])
    #expect(entry.enclosures.map(\.address) == ["https://birds.example/news/song.ogg"])
    #expect(entry.categories.map(\.term) == ["rivers"])
  }

  @Test func `reads Atom with inline markup, bases and languages`() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://otters.example/a/">
      <title>Otter</title><updated>2026-11-02T08:00:00Z</updated>
      <entry><id>urn:otter:1</id><title type="html">Fisch &amp;amp; Fluss</title>
      <link rel="edit" href="edit/1"/><link href="1.html"/>
      <author><name>Jo Brook</name><email>jo@otters.example</email></author>
      <content type="xhtml" xml:lang="en"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="2.html">two</a></p></div></content>
      </entry></feed>
      """)
    #expect(feed.format == .atom)
    #expect(feed.channel.updated == "2026-11-02T08:00:00Z")
    let entry = try #require(feed.entries.first)
    #expect(entry.link == "https://otters.example/a/1.html")
    #expect(entry.title?.value == "Fisch &amp; Fluss")
    #expect(entry.title?.type == "text/html")
    #expect(entry.title?.language == "de")
    #expect(entry.title?.base == "https://otters.example/a/")
    #expect(entry.authors.map(\.text) == ["Jo Brook (jo@otters.example)"])
    #expect(entry.description?.value == "<p>See <a href=\"https://otters.example/a/2.html\">two</a></p>")
    #expect(entry.description?.language == "en")
  }

  @Test func `reads RDF, whose items stand beside the channel`() throws {
    let feed = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="/"><title>Ponds</title></channel>
      <item rdf:about="/1"><title>One</title><link>/1</link></item></rdf:RDF>
      """)
    #expect(feed.format == .rdf)
    #expect(feed.channel.title?.value == "Ponds")
    #expect(feed.entries.map(\.id) == ["https://birds.example/1"])
  }

  @Test func `reads a JSON Feed`() throws {
    let feed = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Heron", "language": "fr", "home_page_url": "/",
       "items": [{"id": 7, "url": "7", "content_html": "<p onclick='x()'>Seven</p>", "date_published": "2026-11-02",
                  "tags": ["a"], "authors": [{"name": "Ada Reed"}],
                  "attachments": [{"url": "s.ogg", "mime_type": "audio/ogg", "size_in_bytes": 9}]}]}
      """)
    #expect(feed.format == .json)
    #expect(feed.channel.link == "https://birds.example/")
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "7")
    #expect(entry.link == "https://birds.example/news/7")
    #expect(entry.description?.value == "<p>Seven</p>")
    #expect(entry.authors.map(\.name) == ["Ada Reed"])
    #expect(entry.enclosures.first?.length == "9")
  }

  @Test(arguments: [
    "<rss><channel><title>Marsh</title><item><title>A & B</title><link>/1</link></channel></rss>",
    "<rss><channel><title>Marsh</title><item><title>A &amp; B</title><link>/1</link></item>",
    "<rss><channel><title>Marsh</title><item><title>A & B</titel><link>/1</link></item></channel></rss>",
    "<rss><channel ttl=5><title>Marsh</title><item><title>A &amp B</title><link>/1</link></item></channel></rss>",
  ])
  func `reads a feed that isn't well formed`(text: String) throws {
    let feed = try feed(text)
    #expect(!feed.isWellFormed)
    #expect(feed.channel.title?.value == "Marsh")
    #expect(feed.entries.first?.title?.value.hasPrefix("A &") == true)
  }

  @Test func `reads an encoding that the declaration names`() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>caf".utf8) + [0xE9]
      + Array("</title></channel></rss>".utf8)
    #expect(try Feed(bytes).channel.title?.value == "café")
  }

  @Test func `says what isn't a feed`() {
    #expect(throws: FeedFailure.notAFeed(root: "html")) { try Feed(Array("<html><body/></html>".utf8)) }
    #expect(throws: FeedFailure.notAFeed(root: "JSON")) { try Feed(Array("{\"items\": 3}".utf8)) }
    #expect(throws: FeedFailure.empty) { try Feed(Array("no markup".utf8)) }
  }

  @Test func `never reads outside of the bytes nor lets entities grow`() throws {
    let feed = try feed(
      """
      <!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>&a; &b; &f;</title></channel></rss>
      """)
    #expect(feed.channel.title?.value == "aaaa &b; &f;")
  }

  @Test(arguments: [
    "<a>", "<![x", "<!-- >", "&", "</a>", "<a b='", "<p ", "<!DOCTYPE [", "&#", "<title>", "<a:b xmlns:a='",
  ])
  func `takes time in proportion to its length`(piece: String) throws {
    let filler = String(repeating: piece, count: 100_000 / piece.utf8.count)
    _ = try? feed("<rss><channel><title>x</title><item><description>" + filler)
    _ = try? feed("<rss><channel><item><description><![CDATA[" + filler + "]]></description></item></channel></rss>")
  }
}
