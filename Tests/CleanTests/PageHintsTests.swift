import Markup
import Testing

@testable import Clean

struct PageHintsTests {
  private func hints(_ html: String, at address: String = "bench:page.html") -> PageHints {
    PageHints(HTMLTree(parsing: Array(html.utf8)), address: address)
  }

  @Test(
    arguments: [
      ("https://shop.example/products/oak-shelf", 1), ("https://shop.example/en/p/oak/12?x=p", 2),
      ("https://shop.example/products", 0), ("https://shop.example/stop/oak", 0),
    ] as [(String, Int16)])
  func `counts the folders below one of products`(address: String, count: Int16) {
    #expect(hints("", at: address).address[3] == count)
  }

  @Test func `gives no hint for what is no web address`() {
    #expect(Set(hints("").address) == [-1])
    #expect(hints("").values.count == PageHints.count)
  }

  @Test func `counts things of JSON-LD and microdata`() {
    let hints = hints(
      """
      <script type=application/ld+json>[{"@type": "Product", "offers": {"@type": "Offer"}}, {"@type": "Product"}]</script>
      <div itemscope itemtype=https://schema.org/Product>Oak</div><div itemscope itemtype=https://schema.org/Offer>1</div>
      """)
    #expect(hints.types[1] == 2)
    #expect(hints.types.reduce(0, +) == 3)
    #expect(hints.products == 1)
  }

  @Test func `counts buttons that put something into a cart`() {
    let hints = hints(
      "<button><span>Add to</span> cart</button><input type=submit value='Buy now, add to basket'><button>Add</button>")
    #expect(hints.carts == 2)
  }
}
