extension PresetRegistry {
  /// One row a mention of a person.
  static let people = Preset(
    "people", meaning: "One row for each place at which a page's text names a person.", from: [PeopleOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The page's title."),
      .init("position", IntegerColumn.self, "The mention's place among those of the page, from 1."),
      .init(
        "name", TextColumn.self, required: true,
        "The fullest form of the name on the page, without titles; the same for every mention of the person."),
      .init("written", TextColumn.self, "The name as this mention writes it."),
      .init(
        "role", TextColumn.self, "What the sentence says the person is, such as director; empty where it says nothing."),
      .init("organisation", TextColumn.self, "Where the sentence says the person is that, as written."),
      .init("sentence", TextColumn.self, "The sentence of the mention."),
      .init("found_by", TextColumn.self, from: ["rule"], "What told that a person is named."),
      .init("text_start", IntegerColumn.self, from: ["start"], PresetRegistry.startMeaning),
      .init("text_end", IntegerColumn.self, from: ["end"], PresetRegistry.endMeaning),
    ])
}
