extension PresetRegistry {
  /// One row a product.
  static let products = Preset(
    "products", meaning: "One row for each product that pages describe for machines.", from: ["data.Product"],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("name", TextColumn.self, from: ["name", "title"], required: true, "What it is called."),
      .init("sku", TextColumn.self, from: ["sku", "offers.sku", "productID", "mpn"], "The maker's or shop's number."),
      .init(
        "gtin", IdentifierColumn.self,
        from: ["gtin", "gtin13", "gtin14", "gtin12", "gtin8", "isbn", "offers.gtin13", "offers.gtin"],
        "The number under its bar code."),
      .init(
        "brand", TextColumn.self, from: ["brand.name", "brand", "manufacturer.name", "manufacturer"], "Who makes it."),
      .init(
        "price", MoneyColumn.self, from: ["offers", "offers.priceSpecification", "offers.price", "price"],
        "What it costs; of several offers none."),
      .init(
        "availability", TextColumn.self, from: ["offers.availability", "availability", "stock"],
        "Whether it is in stock, as written."),
      .init("category", TextColumn.self, "The shop's group of goods."),
      .init("rating", RealColumn.self, from: ["aggregateRating.ratingValue"], "What buyers gave it on average."),
      .init(
        "ratings", IntegerColumn.self, from: ["aggregateRating.reviewCount", "aggregateRating.ratingCount"],
        "How many buyers did."),
      .init("description", TextColumn.self, from: ["description", "body", "text"], "What the page says about it."),
      .init("url", URLColumn.self, from: ["url", "offers.url", "page.url"], "Its page."),
    ])
}
