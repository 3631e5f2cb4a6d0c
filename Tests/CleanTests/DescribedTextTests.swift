import Markup
import Testing

@testable import Clean

struct DescribedTextTests {
  private func described(_ words: String, by html: String) -> Int32 {
    let page = PageWords(title: TitleWords(), described: DescribedText(HTMLTree(parsing: Array(html.utf8))))
    var measure = TextMeasure()
    measure.append(Array(words.utf8)[...], isLink: false, page)
    measure.finish(page)
    return measure.describedWords
  }

  private func script(_ json: String) -> String { "<script type=application/ld+json>\(json)</script>" }

  @Test func `knows words again that follow each other in a description`() {
    #expect(described("sturdy oak shelf", by: "<meta name=description content='A sturdy oak shelf.'>") == 2)
    #expect(described("shelf oak sturdy", by: "<meta name=description content='A sturdy oak shelf.'>") == 0)
  }

  @Test func `leaves the texts of reviews out`() {
    let json =
      #"{"description": "A \"sturdy\" oak shelf", "review": {"reviewBody": "wobbles a lot", "name": "bad buy"}}"#
    #expect(described("a sturdy oak shelf", by: script(json)) == 4)
    #expect(described("it wobbles a lot", by: script(json)) == 0)
    #expect(described("one bad buy", by: script(json)) == 1)
  }

  @Test(arguments: [#"{"name": "#, #"{"name": "oak"#, #"{"name": "oak\"#, "\"", ""])
  func `reads data that breaks off`(json: String) {
    #expect(described("pine", by: script(json)) == 0)
  }
}
