extension PresetRegistry {
  /// One row a quantity.
  static let quantities = Preset(
    "quantities", meaning: "One row for each quantity in a page's text: money, shares, measures.",
    from: [QuantitiesOrigin.name],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("kind", TextColumn.self, "What it measures: currency, percentage, age, temperature, dimension, duration."),
      .init("value", RealColumn.self, "The number, in the unit of the next column."),
      .init("unit", TextColumn.self, "A symbol of UCUM, or a currency of ISO 4217."),
      .init("written", TextColumn.self, "The quantity as written."),
      .init("sentence", TextColumn.self, "The sentence it stands in."),
      .init("reading", TextColumn.self, from: ["rule"], "What kind of writing it was read from."),
      .init("text_start", IntegerColumn.self, from: ["start"], startMeaning),
      .init("text_end", IntegerColumn.self, from: ["end"], endMeaning),
    ])
}
