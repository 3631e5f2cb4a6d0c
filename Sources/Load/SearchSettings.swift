import JSONText
package import Settings
package import Store

/// Which texts of one table can be searched.
package struct SearchSettings: Sendable {
  package var table: Located<String>
  /// Each searched column with how much a word there counts.
  package var columns: [NamedValue<Int>]
  /// The column that says each row's language.
  package var language: Located<String>?

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "A table of normalize.", example: .string("articles"))
  private static let columns = Setting(
    "columns", SettingType.named(.integer(1...100)),
    meaning: "The text columns that are searched, and how much a word in each counts beside the others.",
    example: .members(["title": .integer(2), "text": .integer(1)]))
  private static let language = Setting(
    "language", SettingType.name.located.optional, default: nil, shown: nil,
    meaning: """
      The column that says each row's language, such as `de` or `en-GB`: German, French, Spanish, Italian, Portuguese and \
      Dutch words are then found in all their forms. Without it words are taken for English ones.
      """,
    example: .string("language"))

  /// The settings of one table.
  package static let object = SettingsObject(
    "searched table", meaning: "Which texts of one table can be searched.", [table, columns, language]
  ) { values in
    SearchSettings(table: values[table], columns: values[columns], language: values[language])
  }

  /// The setting of load that lists the searched tables.
  static let setting = Setting(
    "search", SettingType.list(of: object.type()), default: [], shown: .array([]),
    meaning: """
      The tables whose texts can be searched: by `sluice search`, in Datasette, and in SQLite by the full-text table \
      `TABLE_search`.
      """,
    example: .array([
      .members(["table": .string("articles"), "columns": .members(["title": .integer(2), "text": .integer(1)])])
    ]))

  /// The index that the settings ask for.
  package var searched: SearchedTable {
    SearchedTable(
      name: table.value, columns: columns.map { .init($0.name.value, weight: $0.value) }, language: language?.value)
  }
}
