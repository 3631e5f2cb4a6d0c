import JSONText
package import Settings

/// What normalize is told: the tables and their columns.
package struct NormalizeSettings: Sendable {
  package var tables: [NormalizeTable]

  private static let tables = Setting(
    "tables", SettingType.list(of: NormalizeTable.object.type()), default: [NormalizeTable.pages], shown: nil,
    meaning: "The tables. Without it: one table `pages` with a row for each page.",
    example: .array([
      .members([
        "table": .string("articles"), "from": .string("page"), "columns": .members(["title": .string("text")]),
      ])
    ]))

  /// The stage's settings.
  package static let object = SettingsObject(
    "normalize", meaning: "Turns what clean found into rows of declared tables with typed columns.", [tables]
  ) { NormalizeSettings(tables: $0[tables]) }
}

/// One declared table as the config says it.
package struct NormalizeTable: Sendable {
  package var name: Located<String>
  package var from: [Located<String>]
  package var sources: [Located<String>]?
  package var key: [Located<String>]
  package var columns: [NamedValue<NormalizeColumn>]
  package var description: String?
  /// Whether it, or a column of it, may lose all it had since the last publish.
  package var mayBeEmpty: Bool

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "The table's name.", example: .string("job_postings"))
  private static let from = Setting(
    "from", SettingType.oneOrMany(SettingType.name.located),
    meaning:
      "What its rows are made of: `page` (a row for each page), `links`, or the name of items that clean cuts out.",
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
    "columns", SettingType.named(NormalizeColumn.type),
    meaning: "The columns in their order: a type, or an object that says more.",
    example: .members(["title": .string("text"), "posted": .members(["type": .string("date")])]))
  private static let description = Setting(
    "description", SettingType.text.optional, default: nil, shown: nil, decides: false,
    meaning: "What a row is, for the people who read the table.", example: .string("One row for each open post."))
  private static let allowEmpty = Setting(
    "allow_empty", SettingType.boolean, default: false, shown: .boolean(false), decides: false,
    meaning: "Whether a run may publish when the table, or one of its columns, had values last time and has none now.",
    example: .boolean(true))

  package static let object = SettingsObject(
    "table", meaning: "A declared table.", [table, from, sources, key, columns, description, allowEmpty]
  ) { values in
    NormalizeTable(
      name: values[table], from: values[from], sources: values[sources], key: values[key], columns: values[columns],
      description: values[description], mayBeEmpty: values[allowEmpty])
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
      name: Located("pages", at: nowhere, path: ""), from: [Located("page", at: nowhere, path: "")], sources: nil,
      key: [],
      columns: columns.compactMap { name, type in
        RegisteredColumnType(named: type.name).map {
          NamedValue(name: Located(name, at: nowhere, path: ""), value: NormalizeColumn(type: $0))
        }
      }, description: "One row for each page.", mayBeEmpty: false)
  }

  /// The rule that the settings make.
  package var rule: TableRule {
    TableRule(
      table: name.value, from: from.map(\.value), sources: sources.map { $0.map(\.value) }, key: key.map(\.value),
      columns: columns.map { column in
        ColumnRule(
          name: column.name.value, type: column.value.type, from: column.value.from?.value,
          onError: column.value.onError, required: column.value.isRequired, description: column.value.description)
      }, description: description)
  }
}

/// One declared column as the config says it.
package struct NormalizeColumn: Sendable {
  package var type: RegisteredColumnType
  package var from: Located<String>?
  package var onError = OnError.null
  package var isRequired = false
  package var description: String?

  private static let columnType = SettingType<RegisteredColumnType>(
    name: RegisteredColumnType.all.map { "`\($0.name)`" }.joined(separator: ", "),
    schema: .members(["enum": .array(RegisteredColumnType.all.map { .string($0.name) })])
  ) { node, reader in
    guard let reading = SettingType.text.read(node, &reader) else { return nil }
    guard let type = RegisteredColumnType(named: reading.value) else {
      reader.report(
        node, "\"\(reading.value)\" is no type of column",
        remedy: didYouMean(reading.value, among: RegisteredColumnType.all.map { $0.name }))
      return nil
    }
    return Settings.Reading(type, resolved: reading.resolved)
  }

  private static let typeSetting = Setting(
    "type", columnType, meaning: "How what was written is read (see the table of types below).",
    example: .string("date"))
  private static let from = Setting(
    "from", SettingType.name.located.optional, default: nil, shown: nil,
    meaning: "The field to read, where it has another name than the column.", example: .string("where"))
  private static let onError = Setting(
    "on_error", SettingType<OnError>.choice, default: .null, shown: .string("null"),
    meaning:
      "What becomes of a value that can't be read: `null` with a warning, `reject` the row, or `stop` the run.",
    example: .string("reject"))
  private static let required = Setting(
    "required", SettingType.boolean, default: false, shown: .boolean(false),
    meaning: "Whether a row without this value is rejected.", example: .boolean(true))
  private static let description = Setting(
    "description", SettingType.text.optional, default: nil, shown: nil, decides: false,
    meaning: "What the column means.", example: .string("The day of the notice."))

  private static let object = SettingsObject(
    "column", meaning: "A declared column.", [typeSetting, from, onError, required, description]
  ) { values in
    NormalizeColumn(
      type: values[typeSetting], from: values[from], onError: values[onError], isRequired: values[required],
      description: values[description])
  }

  /// A type's name, or an object that says more.
  static let type: SettingType<NormalizeColumn> = {
    let whole = object.type()
    return SettingType(
      name: "type or column", schema: .members(["anyOf": .array([columnType.schema, whole.schema])]),
      objects: [object.documentation]
    ) { node, reader in
      guard case .string = node.content else { return whole.read(node, &reader) }
      return columnType.read(node, &reader).map {
        // The short form means the same as the long one, so it has the same canonical form.
        let resolved = JSON.members([
          "type": $0.resolved, "on_error": .string("null"), "required": .boolean(false),
        ])
        return Settings.Reading(NormalizeColumn(type: $0.value), resolved: resolved)
      }
    }
  }()
}
