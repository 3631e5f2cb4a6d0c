extension PresetRegistry {
  /// One row a picture.
  static let images = Preset(
    "images", meaning: "One row for each picture of a page, with what the page says of it.", from: [ImagesOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The page's title."),
      .init("position", IntegerColumn.self, "The picture's place among the page's pictures, from 1."),
      .init(
        "address", TextColumn.self, required: true,
        "Where it is; absolute where the page's own address is known. Of several sizes the largest."),
      .init("alt", TextColumn.self, "What the page says in its place, for those who can't see it."),
      .init("caption", TextColumn.self, "The caption of its figure."),
      .init("width", TextColumn.self, "Its width as written: pixels, or a share such as 100%."),
      .init("height", TextColumn.self, "Its height as written."),
      .init("in_main_text", BooleanColumn.self, "False for logos, menus and everything else around the text."),
    ])
}
