import Markup
import Testing

@testable import Clean

struct TextMeasureTests {
  private func measure(_ pieces: String..., title: String = "", isLink: Bool = false) -> TextMeasure {
    var words = TitleWords()
    words.add(title.utf8)
    let page = PageWords(title: words, described: DescribedText(HTMLTree(parsing: [])))
    var measure = TextMeasure()
    for piece in pieces { measure.append(Array(piece.utf8)[...], isLink: isLink, page) }
    measure.finish(page)
    return measure
  }

  @Test(arguments: [
    ("The ice, 12 days.", 4, 14), (" \n ", 0, 0), ("don't", 2, 5), ("größer als", 2, 11), ("日本語", 3, 3),
    ("a\u{A0}b", 2, 3),
  ])
  func `counts words and bytes`(text: String, words: Int32, bytes: Int32) {
    #expect(measure(text).words == words)
    #expect(measure(text).bytes == bytes)
  }

  @Test func `joins a word that comes in two pieces`() {
    #expect(measure("thermo", "meter").words == 1)
    #expect(measure("thermo", "meter").hash.value == measure("thermometer").hash.value)
  }

  @Test func `counts common words, title words and links`() {
    let text = measure("The lake freezes later and later", title: "Lake Post: later", isLink: true)
    #expect(text.groups[Int(Lexicon.Group.stop.rawValue)] == 2)
    #expect(text.titleWords == 3)
    #expect(text.linkBytes == text.bytes)
  }

  @Test(arguments: [("$12.50", 1), ("12,50 €, was £14", 2), ("¥900", 1), ("12.50 EUR", 0), ("“cents”", 0)])
  func `counts signs of currency`(text: String, count: Int32) {
    #expect(measure(text).money == count)
  }

  @Test func `takes pronouns for common words of their own group`() {
    let text = measure("I left it in my car")
    #expect(text.stopWords == 4)
    #expect(text.groups[Int(Lexicon.Group.person.rawValue)] == 2)
  }
}
