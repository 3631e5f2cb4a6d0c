import JSONText
package import Settings

/// What normalize is told: the tables and their columns.
package struct NormalizeSettings: Sendable {
  package var tables: [NormalizeTable]
  /// The BCP 47 tag that a source's dates, numbers and places are written by.
  package var locales: [NamedValue<String>]
  /// What keyed hashes are made with; nil where the config names none.
  package var redactKey: String?
  /// Whether clean's store forgets the pages behind redacted tables once they are loaded.
  package var forgetsOriginals: Bool

  private static let tables = Setting(
    "tables", SettingType.list(of: NormalizeTable.object.type()), default: [NormalizeTable.pages], shown: nil,
    meaning: "The tables. Without it: one table `pages` with a row for each page.",
    example: .array([
      .members([
        "table": .string("articles"), "from": .string("page"), "columns": .members(["title": .string("text")]),
      ])
    ]))

  private static let locales = Setting(
    "locales", SettingType.named(SettingType<String>.languageTag), default: [], shown: .members([:]),
    meaning: """
      For each source the language and region its dates, numbers and places are written by. Without it the page's \
      own language counts, which often has no region: then 3/4/2026 stays unread.
      """,
    example: .members(["partner": .string("en-GB")]))

  private static let redactKey = Setting(
    "redact_key", SettingType<String>.text.optional, default: nil, shown: nil,
    meaning: """
      The secret that keyed hashes of personal data are made with (HMAC-SHA-256). Keep it: with another one equal \
      values get other hashes.
      """, example: .string("${SLUICE_REDACT_KEY}"))

  private static let forgetOriginals = Setting(
    "forget_originals", SettingType.boolean, default: false, shown: .boolean(false), decides: false,
    meaning: """
      Whether what pages said is deleted from clean's store once they are loaded, where they gave rows to tables with \
      `redact`.
      """, example: .boolean(true))

  /// The stage's settings.
  package static let object = SettingsObject(
    "normalize", meaning: "Turns what clean found into rows of declared tables with typed columns.",
    [tables, locales, redactKey, forgetOriginals]
  ) {
    NormalizeSettings(
      tables: $0[tables], locales: $0[locales], redactKey: $0[redactKey], forgetsOriginals: $0[forgetOriginals])
  }
}
