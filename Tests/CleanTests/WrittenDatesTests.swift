import Records
import Testing

@testable import Clean

struct WrittenDatesTests {
  @Test func `reads dates as written, the strongest rule first`() {
    let page = cleaned(
      """
      <meta name=date content="3. Mai 2026"><meta property="article:modified_time" content="2026-05-04">
      <meta property="article:published_time" content="2026-05-01T10:00:00Z">
      <body><aside><time datetime="2020-01-01">old</time></aside><article><time>May 2, 2026</time><p>\(prose)</p>
      <time itemprop="datePublished" datetime="2026-05-01">May 1</time>
      <time class="updated" datetime="2026-05-05">5 May</time><time>May 2, 2026</time></article>
      """
    ).page
    #expect(
      page?.dates.map { "\($0.role) \($0.text) by \($0.rule)" } == [
        "published 2026-05-01T10:00:00Z by meta article:published_time", "published 3. Mai 2026 by meta date",
        "modified 2026-05-04 by meta article:modified_time", "published 2026-05-01 by itemprop datepublished",
        "published May 2, 2026 by time", "modified 2026-05-05 by time datetime",
        "published 2020-01-01 by time datetime",
      ])
  }

  @Test func `takes no long text for a date`() {
    #expect(cleaned("<p>\(prose)<time>\(prose)</time>").page?.dates.isEmpty == true)
  }

  private func published(_ html: String, at address: String = "https://site.example/a/page.html") -> String? {
    cleaned(html, at: address).page?.dates.first { $0.role == .published }.map { "\($0.text) by \($0.rule)" }
  }

  @Test func `trusts an article's JSON-LD first, but a video's last`() {
    let meta = "<meta property=article:published_time content=2026-05-02>"
    func script(_ type: String, _ name: String) -> String {
      #"<script type=application/ld+json>{"@type":"\#(type)","\#(name)":"2026-05-01"}</script>"#
    }
    #expect(
      published("\(meta)\(script("NewsArticle", "datePublished"))<p>\(prose)")
        == "2026-05-01 by jsonLD datePublished")
    #expect(
      published("\(meta)\(script("VideoObject", "uploadDate"))<p>\(prose)")
        == "2026-05-02 by meta article:published_time")
  }

  @Test func `puts the day that the address names in front of another day`() {
    let address = "https://site.example/2026/05/01/ice"
    #expect(published("<meta name=date content=2026-05-02><p>\(prose)", at: address) == "2026-05-01 by address")
    let same = "2026-05-01T10:00:00Z"
    #expect(published("<meta name=date content=\(same)><p>\(prose)", at: address) == "\(same) by meta date")
  }

  @Test func `puts local time in front of the same minute in UTC`() {
    let html = """
      <meta name=date content="2026-05-02T02:10:03Z"><time datetime="2026-05-01T22:10:03-04:00">1 May</time><p>\(prose)
      """
    #expect(published(html) == "2026-05-01T22:10:03-04:00 by time datetime")
  }

  @Test(arguments: [
    ("<p>Written on 01.11.2026</p>", "01.11.2026 by meta date, clear elsewhere"),
    ("<time datetime=2026-01-11>lately</time>", "2026-01-11 by meta date, clear elsewhere"),
    ("<p>Written on 01.12.2026 or 1/11/2026</p>", "11/01/2026 by meta date"), ("", "11/01/2026 by meta date"),
  ])
  func `puts a clear date in front of the same day in an order that is open`(html: String, date: String) {
    #expect(published("<meta name=date content=11/01/2026><h1>Ice</h1>\(html)<p>\(prose)") == date)
  }

  @Test func `falls back to a date that the text begins with`() {
    #expect(published("<h1>Ice</h1><p>27.1.2026 - \(prose)</p>") == "27.1.2026 by text that a date begins")
    #expect(published("<h1>Ice</h1><p>In \(prose) 27.1.2026 - \(prose)</p>") == nil)
    #expect(published("<h1>Ice</h1><p>1/2/2026 - \(prose)</p>") == nil)
  }

  @Test(arguments: [
    ("<p>Chapter 5</p><p>3 May 2026</p><p class=date>4 May 2026</p>", "4 May 2026 by text in class date"),
    ("<p>Chapter 5</p><p>Posted on 3 May 2026</p>", "3 May 2026 by text"),
    ("<p><b>3</b> <i>May 2026</i></p>", "3 May 2026 by text"), ("<time>9:05 PM</time><p>Call 555-12-3456</p>", nil),
  ])
  func `falls back to a date in the text near the heading`(html: String, date: String?) {
    #expect(published("<h1>Ice</h1>\(html)<p>\(prose)") == date)
  }
}
