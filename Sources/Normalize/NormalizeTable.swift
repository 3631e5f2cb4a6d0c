import JSONText
package import Settings

/// One declared table as the config says it.
package struct NormalizeTable: Sendable {
  package var name: Located<String>
  package var preset: Preset?
  package var from: [Located<String>]
  package var sources: [Located<String>]?
  package var key: [Located<String>]
  /// What the config says of columns; nil leaves a column of the preset out.
  package var columns: [NamedValue<NormalizeColumn?>]
  package var locale: String?
  package var contract: Contract
  /// What becomes of personal data in every text column that says nothing of its own.
  package var redaction: Redaction?
  package var description: String?
  /// Whether it, or a column of it, may lose all it had since the last publish.
  package var mayBeEmpty: Bool

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "The table's name.", example: .string("job_postings"))
  private static let preset = Setting(
    "preset", PresetRegistry.settingType.optional, default: nil, shown: nil,
    meaning: """
      A ready-made table (see below) whose `from`, `key`, `description` and columns hold as long as this table doesn't \
      say otherwise.
      """, example: .string("job_postings"))
  private static let from = Setting(
    "from", SettingType.oneOrMany(SettingType.origin.located), default: [], shown: nil,
    meaning: """
      What its rows are made of: `page` (a row for each page), a kind of part (see below), `data.TYPE` (things that \
      pages describe for machines, such as `data.JobPosting`), the name of items that clean cuts out, or of a source \
      whose CSV, JSON, JSON Lines and feed files give the rows. Needed unless there is a `preset`.
      """,
    example: .array([.string("vacancies"), .string("cards")]))
  private static let sources = Setting(
    "sources", SettingType.list(of: SettingType.name.located).optional, default: nil, shown: nil,
    meaning: "Only pages of these sources.", example: .array([.string("site")]))
  private static let key = Setting(
    "key", SettingType.oneOrMany(SettingType.name.located), default: [], shown: .array([]),
    meaning:
      "The columns whose values name a row: equal values are the same thing and give the same `id`. Without it the "
      + "id comes from the item's field `url`, else from the page and the item's text.",
    example: .array([.string("url")]))
  private static let columns = Setting(
    "columns", SettingType.named(NormalizeColumn.type.orNull), default: [], shown: nil,
    meaning: """
      The columns in their order: a type, or an object that says more. They follow those of the `preset`, of which \
      one with the same name is replaced, and one that is `null` left out. Needed unless there is a `preset`.
      """,
    example: .members(["title": .string("text"), "posted": .members(["type": .string("date")])]))
  private static let locale = Setting(
    "locale", SettingType.languageTag.optional, default: nil, shown: nil,
    meaning: "The language and region that its dates, numbers and places are written by, whatever the source.",
    example: .string("de-AT"))
  private static let contract = Setting(
    "contract", SettingType<Contract>.choice, default: .evolve, shown: .string("evolve"),
    meaning: """
      What becomes of rows that don't fit the columns: `evolve` (null with a warning), `freeze` (the run stops), \
      `discard_row` (the row goes to the rejects), `discard_value` (null, without a warning) or `quarantine` (the row \
      goes to the rejects, and what was written in it is published in `_quarantine`). A column's `on_error` comes first.
      """, example: .string("quarantine"))
  private static let redact = Setting(
    "redact", Redaction.type.optional, default: nil, shown: nil,
    meaning: "What becomes of personal data in every text column that says nothing of its own.",
    example: .members(["way": .string("mask"), "inside": .array([.string("email"), .string("phone")])]))
  private static let description = Setting(
    "description", SettingType.note.optional, default: nil, shown: nil, decides: false,
    meaning: "What a row is, for the people who read the table.", example: .string("One row for each open post."))
  private static let allowEmpty = Setting(
    "allow_empty", SettingType.boolean, default: false, shown: .boolean(false), decides: false,
    meaning: "Whether a run may publish when the table, or one of its columns, had values last time and has none now.",
    example: .boolean(true))

  package static let object = SettingsObject(
    "table", meaning: "A declared table.",
    [table, preset, from, sources, key, columns, locale, contract, redact, description, allowEmpty]
  ) { values in
    NormalizeTable(
      name: values[table], preset: values[preset], from: values[from], sources: values[sources], key: values[key],
      columns: values[columns], locale: values[locale], contract: values[contract],
      redaction: values[redact], description: values[description],
      mayBeEmpty: values[allowEmpty])
  }

  /// What a normalize stage without tables makes.
  static var pages: NormalizeTable {
    let nowhere = TextPosition(line: 1, column: 1)
    let columns: [(String, any ColumnType.Type)] = [
      ("title", TextColumn.self), ("url", URLColumn.self), ("published", DateColumn.self),
      ("language", TextColumn.self), ("description", TextColumn.self), ("words", IntegerColumn.self),
      ("text", TextColumn.self),
    ]
    return NormalizeTable(
      name: Located("pages", at: nowhere, path: ""), from: [Located(Origin.pageName, at: nowhere, path: "")],
      sources: nil, key: [],
      columns: columns.compactMap { name, type in
        RegisteredColumnType(named: type.name).map {
          NamedValue(name: Located(name, at: nowhere, path: ""), value: NormalizeColumn(type: $0))
        }
      }, contract: .evolve, description: "One row for each page.", mayBeEmpty: false)
  }

  /// The rule that the settings make.
  package var rule: TableRule {
    var rule = TableRule(
      table: name.value, from: preset?.from ?? [], sources: sources.map { $0.map(\.value) }, key: preset?.key ?? [],
      columns: preset?.columns ?? [], description: description ?? preset?.meaning)
    for place in rule.columns.indices { rule.columns[place].onError = contract.onError }
    if !from.isEmpty { rule.from = from.map(\.value) }
    if !key.isEmpty { rule.key = key.map(\.value) }
    for column in columns {
      let place = rule.columns.firstIndex { $0.name == column.name.value }
      switch (column.value, place) {
      case (nil, let place?): rule.columns.remove(at: place)
      case (nil, nil): break
      case (let value?, let place?):
        rule.columns[place] = value.rule(
          named: column.name.value, over: rule.columns[place], contract)
      case (let value?, nil): rule.columns.append(value.rule(named: column.name.value, over: nil, contract))
      }
    }
    for place in rule.columns.indices {
      if rule.columns[place].options.locale == nil { rule.columns[place].options.locale = locale }
      if rule.columns[place].type.type == TextColumn.self, rule.columns[place].redaction == nil {
        rule.columns[place].redaction = redaction
      }
    }
    return rule
  }
}
