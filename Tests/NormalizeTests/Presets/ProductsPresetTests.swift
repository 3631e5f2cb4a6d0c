import Normalize
import Testing

struct ProductsPresetTests {
  @Test func `reads what schema.org says of a product`() throws {
    let page = describingPage(
      "Product",
      """
      {"@type": "Product", "name": "Creek logger", "sku": "CL-1", "gtin13": "4012345678901", "brand": {"@type": "Brand", "name": "Leaf"},
       "category": "Loggers", "description": "It logs.", "aggregateRating": {"ratingValue": "4.5", "reviewCount": 12},
       "offers": {"@type": "Offer", "price": "48.00", "priceCurrency": "GBP", "availability": "https://schema.org/InStock"}}
      """)
    let rows = try presetRows(
      "products", "name", "sku", "gtin", "brand", "price", "availability", "category", "rating",
      "ratings",
      "description", on: page)
    #expect(
      rows == [
        "Creek logger | CL-1 | 4012345678901, gtin | Leaf | 48.0, GBP | https://schema.org/InStock | Loggers | 4.5 | 12 | It logs."
      ])
  }

  @Test func `a thing without a name is no product`() throws {
    #expect(
      try presetRows("products", "name", on: describingPage("Product", #"{"@type": "Product", "sku": "1"}"#)).isEmpty)
  }
}
