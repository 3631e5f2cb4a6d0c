import Formats
import Testing

@Suite struct FeedRowsTests {
  private static let rss = """
    <?xml version="1.0"?>
    <rss version="2.0"><channel><title>River news</title><language>en</language>
    <item><guid>tide-1</guid><title>High &amp; low</title><link>https://river.example/1</link>
    <pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><category>tides</category><category>locks</category>
    <description>&lt;p&gt;Water &lt;b&gt;rises&lt;/b&gt;&lt;/p&gt;</description></item>
    <item><title>Without a name</title></item></channel></rss>
    """

  private func rows(_ text: String, size: Int = 100) -> [[String: String]] {
    steps(FeedRows(), text, size: size).compactMap { step in
      guard case .row(let row) = step else { return nil }
      return Dictionary(zip(FeedRows.columns, row.cells).compactMap { name, cell in cell.map { (name, $0) } }) { $1 }
    }
  }

  @Test(arguments: [1, 7, 10_000])
  func `entries are rows, their texts without markup`(size: Int) {
    let rows = rows(Self.rss, size: size)
    #expect(
      rows.first == [
        "id": "tide-1", "title": "High & low", "link": "https://river.example/1",
        "published": "Mon, 02 Mar 2026 08:00:00 GMT", "categories": "tides; locks", "summary": "Water rises",
        "language": "en",
      ])
    #expect(rows.last == ["id": "2", "title": "Without a name", "language": "en"])
  }

  @Test func `a feed cut off gives the entries before`() {
    #expect(rows(String(Self.rss.prefix(while: { $0 != "W" }))).first?["id"] == "tide-1")
  }

  @Test(arguments: [
    "<?xml version='1.0'?><shelf/>", "", "<rss><channel><a><a>",
    "<!DOCTYPE rss [<!ENTITY a 'tide'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
  ])
  func `what gives no entry, or not all of its text, is a fault`(text: String) {
    guard case .fault(let fault)? = steps(FeedRows(), text, size: 100).first else {
      Issue.record("no fault")
      return
    }
    #expect(fault.message.contains("feed"))
  }
}
