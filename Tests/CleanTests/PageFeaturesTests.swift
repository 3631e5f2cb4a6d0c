import Markup
import Testing

@testable import Clean

struct PageFeaturesTests {
  private func features(_ html: String, at address: String = "https://shop.example/p/oak-shelf") -> [String: Int16] {
    let page = PageBlocks(HTMLTree(parsing: Array(html.utf8)), address: address)
    return Dictionary(
      uniqueKeysWithValues: zip(PageFeatures.names, PageFeatures(page, SectionLabels(page.blocks)).values))
  }

  @Test func `gives each number a name`() {
    #expect(features("<p>Oak.").count == PageFeatures.names.count)
    #expect(features("").count == PageFeatures.names.count)
  }

  @Test func `tells one price from a wall of cards`() {
    let one = features("<h1>Oak shelf</h1><p>$120<p>Two metres of oak.<h2>Reviews</h2>")
    #expect(one["page.moneyBlocks"] == 1)
    #expect(one["page.moneyAfterTitle"] == 1)
    #expect(one["page.cards"] == 0)
    #expect(one["page.reviewLabels"] == 1)
    let card = "<div class=card><a href=/p/x>Oak shelf</a><p>$120</p><a href=/add>Add to cart</a></div>"
    let many = features("<h1>Shelves</h1>" + String(repeating: card, count: 5))
    #expect(many["page.moneyBlocks"] == 5)
    #expect(many["page.moneyItems"] == 5)
    #expect(many["page.cartLinks"] == 5)
    #expect((many["page.cards"] ?? 0) > 500)
  }
}
