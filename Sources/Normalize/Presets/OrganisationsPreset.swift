extension PresetRegistry {
  /// One row a mention of an organisation.
  static let organisations = Preset(
    "organisations", meaning: "One row for each place at which a page's text names an organisation.",
    from: [OrganisationsOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("page_title", TextColumn.self, from: ["page.title"], "The page's title."),
      .init("position", IntegerColumn.self, "The mention's place among those of the page, from 1."),
      .init(
        "name", TextColumn.self, required: true,
        "The organisation's name; where a mention has only its letters, the name they were given for."),
      .init("written", TextColumn.self, "The name as this mention writes it."),
      .init("acronym", TextColumn.self, "The letters the page gives for it in brackets."),
      .init("sentence", TextColumn.self, "The sentence of the mention."),
      .init("found_by", TextColumn.self, from: ["rule"], "What told that an organisation is named."),
      .init("text_start", IntegerColumn.self, from: ["start"], PresetRegistry.startMeaning),
      .init("text_end", IntegerColumn.self, from: ["end"], PresetRegistry.endMeaning),
    ])
}
