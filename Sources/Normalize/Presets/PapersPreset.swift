extension PresetRegistry {
  /// One row a scholarly article.
  static let papers = Preset(
    "papers", meaning: "One row for each scholarly article that pages describe for machines.",
    from: ["data.ScholarlyArticle"],
    [
      .init("page", TextColumn.self, from: ["page.id"], "The page's id, the same in every table."),
      .init("title", TextColumn.self, from: ["headline", "name", "title", "page.title"], required: true, "The title."),
      .init(
        "authors", TextColumn.self, from: ["author.name", "author", "creator.name", "creator", "page.authors"],
        "In the paper's order, with `; ` between them."),
      .init(
        "journal", TextColumn.self,
        from: [
          "isPartOf.isPartOf.isPartOf.name", "isPartOf.isPartOf.name", "isPartOf.name", "isPartOf", "publication.name",
          "publisher.name", "page.site",
        ], "Where it appeared."),
      .init(
        "published", DateColumn.self, from: ["datePublished", "dateCreated", "page.published"],
        "The day, month or year it appeared."),
      .init(
        "doi", IdentifierColumn.self, from: ["doi", "identifier.value", "sameAs", "identifier", "@id"],
        "Its DOI."),
      .init("abstract", TextColumn.self, from: ["abstract", "description", "page.description"], "The abstract."),
      .init(
        "keywords", TextColumn.self, from: ["keywords", "about.name", "page.tags"],
        "Its keywords, with `; ` between them."),
      .init("language", LanguageColumn.self, from: ["inLanguage", "page.language"], "Its language, as declared."),
      .init("licence", TextColumn.self, from: ["license", "page.licence"], "The licence's address or name."),
      .init("url", URLColumn.self, from: ["url", "mainEntityOfPage", "page.url"], "Its page."),
    ])
}
