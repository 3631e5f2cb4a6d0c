extension PresetRegistry {
  /// One row a heading with its text.
  static let sections = Preset(
    "sections", meaning: "One row for each heading of a page, with the text below it.", from: [SectionsOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The page's title."),
      .init("position", IntegerColumn.self, "The section's place on the page, from 1."),
      .init("heading", TextColumn.self, "The heading; empty for text before the first one."),
      .init("level", IntegerColumn.self, "The heading's level: 1 for the page's title, up to 6."),
      .init("path", TextColumn.self, "The headings above it and itself, with ` > ` between them."),
      .init("text", TextColumn.self, required: true, "The text up to the next heading; a line for each paragraph."),
      .init("words", IntegerColumn.self, "How many words the text has."),
      .init("text_start", IntegerColumn.self, from: ["start"], PresetRegistry.startMeaning),
      .init("text_end", IntegerColumn.self, from: ["end"], PresetRegistry.endMeaning),
    ])
}
