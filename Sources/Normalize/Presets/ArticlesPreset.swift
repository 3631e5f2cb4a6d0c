extension PresetRegistry {
  /// One row a page.
  static let articles = Preset(
    "articles", meaning: "One row for each page: what it says of itself, and its main text.", from: [Origin.pageName],
    [
      .init("page", TextColumn.self, from: ["id"], "The page's id, the same in every table."),
      .init("title", TextColumn.self, "The title."),
      .init("authors", TextColumn.self, "Who wrote it, with `; ` between the names."),
      .init("published", DateColumn.self, "The day the page gives as its date of publication."),
      .init("modified", DateColumn.self, "The day of the last change, where the page names one."),
      .init("site", TextColumn.self, "The site's name."),
      .init("language", LanguageColumn.self, "The language, as the page declares it."),
      .init("kind", TextColumn.self, "What kind of page it says it is."),
      .init("description", TextColumn.self, "The page's own summary of itself."),
      .init("tags", TextColumn.self, "Its tags, with `; ` between them."),
      .init("licence", TextColumn.self, "The licence's address or name."),
      .init("image", URLColumn.self, "The picture that stands for the page."),
      .init("url", URLColumn.self, "The address the page calls its own."),
      .init("words", IntegerColumn.self, "How many words the text has."),
      .init("text", TextColumn.self, "The main text, a line for each paragraph."),
    ])
}
