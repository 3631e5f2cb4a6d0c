import Markup
import Testing

@testable import Clean

struct SectionLabelsTests {
  private func places(_ html: String) -> [SectionLabels.Place] {
    SectionLabels(PageBlocks(HTMLTree(parsing: Array(html.utf8)), address: "").blocks).places
  }

  @Test func `says what part of the page a block is in`() {
    let places = places(
      "<h2>Details</h2><p>Oak.<p>Two metres.<h2>Customer reviews</h2><p>Wobbles.<h2>Our story</h2><p>Ice.")
    #expect(places.map(\.topic) == [0, 4, 4, 4, 1, 1, 0])
    #expect(places.map(\.since) == [-1, 1, 2, 3, 1, 2, -1])
  }

  @Test func `keeps a part through the lower headings in it`() {
    let places = places("<h2>Reviews</h2><h3>Wobbles</h3><p>Sent it back.<h3>Fine</h3><p>Stands.")
    #expect(places.map(\.topic) == [0, 1, 1, 1, 1])
  }

  @Test func `counts from the last label of each topic`() {
    let since = places("<p>Reviews<p>Oak.<p>Shipping<p>Two days.").map { place in
      SectionLabels.Topic.allCases.map { place.sinceTopics[$0.rawValue] }
    }
    #expect(since == [[-1, -1, -1, -1], [1, -1, -1, -1], [2, -1, -1, -1], [3, -1, 1, -1]])
  }

  @Test(arguments: [
    ("Customer reviews", SectionLabels.Topic.review), ("Related products", .related), ("Delivery & returns", .delivery),
    ("Description", .content), ("Oak shelf", nil), ("Reviews are read by us before we print any of them", nil),
    ("Shipping is free.", nil),
  ])
  func `takes a short text without a full stop for a label`(text: String, topic: SectionLabels.Topic?) throws {
    let page = PageBlocks(HTMLTree(parsing: Array("<p>\(text)".utf8)), address: "")
    #expect(SectionLabels.topic(of: try #require(page.blocks.first)) == topic)
  }
}
