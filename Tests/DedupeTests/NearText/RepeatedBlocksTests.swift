import Dedupe
import Testing

struct RepeatedBlocksTests {
  private typealias Text = (site: String, page: String, text: String)

  private func counted(_ texts: [Text], pages: Int) -> RepeatedBlocks {
    var blocks = RepeatedBlocks(pages: pages)
    for text in texts { blocks.look(text.text, site: text.site, page: text.page) }
    blocks.beginCounting()
    for text in texts { blocks.count(text.text, site: text.site, page: text.page) }
    return blocks
  }

  @Test func `finds what enough pages of a site have, each page counted once`() {
    let texts: [Text] = [
      ("a.example", "1", "One thing\nAll rights reserved.\nAll rights reserved."),
      ("a.example", "2", "Other words\nALL  rights reserved"), ("a.example", "2", "All rights reserved."),
      ("b.example", "3", "All rights reserved."), ("a.example", "4", "Other words"),
    ]
    let blocks = counted(texts, pages: 2)
    #expect(blocks.found.map(\.text) == ["All rights reserved.", "Other words"])
    #expect(blocks.found.map(\.pages) == [2, 2])
    #expect(blocks.found.map(\.site) == ["a.example", "a.example"])
    #expect(counted(texts, pages: 3).found.isEmpty)
  }

  @Test func `takes repeated blocks out of the texts of their site alone`() {
    let texts = (1...3).map { ("a.example", "\($0)", "Text \($0)\n — \nApply now!\nEnd \($0)") }
    var blocks = counted(texts, pages: 3)
    #expect(blocks.stripped("Text 9\n — \napply now\nEnd", site: "a.example") == "Text 9\n — \nEnd")
    #expect(blocks.stripped("Apply now", site: "a.example") == nil)
    #expect(blocks.stripped("Text 9\nApply now", site: "b.example") == nil)
    #expect(blocks.stripped("Text 9\nEnd", site: "a.example") == nil)
  }

  @Test func `takes copies of a text for one`() {
    let copies: [Text] = (1...5).map { ("a.example", "\($0)", $0 < 5 ? "One\nTwo" : "one\n two.") }
    #expect(counted(copies, pages: 2).found.isEmpty)
    #expect(counted(copies + [("a.example", "6", "Two\nThree")], pages: 2).found.map(\.text) == ["Two"])
  }

  @Test func `counts as one that remembers everything does, on ten thousand pages`() {
    var random = FixedRandom(state: 9)
    let texts: [Text] = (0..<10_000).map { page in
      let lines = (0..<4).map { _ in "line \(random.next() % 9000)" }
      return ("site \(page % 7)", "\(page)", lines.joined(separator: "\n"))
    }
    var pages: [String: Set<String>] = [:]
    for text in texts {
      for line in text.text.split(separator: "\n") { pages["\(text.site)|\(line)", default: []].insert(text.page) }
    }
    let found = counted(texts, pages: 3).found
    let expected = pages.filter { $0.value.count >= 3 }.mapValues(\.count)
    #expect(Dictionary(found.map { ("\($0.site)|\($0.text)", $0.pages) }) { $1 } == expected)
    #expect(expected.count > 100)
  }
}
