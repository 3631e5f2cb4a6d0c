extension PresetRegistry {
  /// One row a link.
  static let links = Preset(
    "links", meaning: "One row for each link of a page, to see what refers to what.", from: [LinksOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The page's title."),
      .init("position", IntegerColumn.self, "The link's place among the page's links, from 1."),
      .init(
        "address", TextColumn.self, required: true,
        "Where the link leads; absolute where the page's own address is known."),
      .init("text", TextColumn.self, "What the link says."),
      .init(
        "in_main_text", BooleanColumn.self, "False for menus, footers and everything else around the text."),
    ])
}
