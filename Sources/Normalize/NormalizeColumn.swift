import JSONText
package import Settings

/// One declared column as the config says it.
package struct NormalizeColumn: Sendable {
  package var type: RegisteredColumnType
  package var from: [Located<String>] = []
  package var options = ColumnOptions()
  package var shows: [ColumnExtra] = []
  /// nil where the table's contract decides.
  package var onError: OnError?
  package var redaction: Redaction?
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
    "from", SettingType.oneOrMany(SettingType.field.located), default: [], shown: nil,
    meaning: """
      The field to read, where it has another name than the column; of several the first that says something \
      readable. `page.` before a name takes the page's own field, as in `page.title`; dots lead into described things, \
      as in `hiringOrganization.name`, and into objects of JSON files, where `[0]` takes the first of an array.
      """, example: .array([.string("where"), .string("page.title")]))
  private static let redact = Setting(
    "redact", Redaction.type.optional, default: nil, shown: nil,
    meaning: """
      What becomes of personal data in it before anything is stored: nothing after clean holds what was written.
      """, example: .string("hash"))
  private static let shows = Setting(
    "with", SettingType.list(of: SettingType<ColumnExtra>.choice), default: [], shown: .array([]),
    meaning: """
      What is published beside the value, each in a column of its own: `raw` (`c_raw`, what was written), `rule` \
      (`c_rule`, what read it) and `flag` (`c_flag`: `ambiguous`, `inferred` or `invalid`).
      """, example: .array([.string("raw"), .string("flag")]))
  private static let locale = Setting(
    "locale", SettingType.languageTag.optional, default: nil, shown: nil,
    meaning: "The language and region it is written by, whatever the table, source or page says.",
    example: .string("en-GB"))
  private static let currency = Setting(
    "currency", SettingType.currencyCode.optional, default: nil, shown: nil,
    meaning: "The currency (ISO 4217) of amounts that name none, or only a sign that several share.",
    example: .string("EUR"))
  private static let values = Setting(
    "values", SettingType.named(SettingType.list(of: SettingType<String>.text, mayBeEmpty: true)), default: [],
    shown: nil,
    meaning: "The values that an `enum` takes, each with what else may be written for it, in upper or lower case.",
    example: .members(["full_time": .array([.string("full-time"), .string("Vollzeit")])]))
  private static let onError = Setting(
    "on_error", SettingType<OnError>.choice.optional, default: nil, shown: nil,
    meaning: """
      What becomes of a value that can't be read: `null` with a warning, `ignore` (null without one), `reject` the row, \
      `quarantine` (reject, and publish what was written in `_quarantine`), or `stop` the run. Without it the table's \
      `contract` decides.
      """,
    example: .string("reject"))
  private static let required = Setting(
    "required", SettingType.boolean, default: false, shown: .boolean(false),
    meaning: "Whether a row without this value is rejected.", example: .boolean(true))
  private static let description = Setting(
    "description", SettingType.note.optional, default: nil, shown: nil, decides: false,
    meaning: "What the column means.", example: .string("The day of the notice."))

  private static let object = SettingsObject(
    "column", meaning: "A declared column.",
    [typeSetting, from, onError, required, redact, shows, locale, currency, values, description]
  ) { values in
    NormalizeColumn(
      type: values[typeSetting], from: values[from],
      options: ColumnOptions(
        locale: values[locale], currency: values[currency],
        values: values[NormalizeColumn.values].map { .init($0.name.value, synonyms: $0.value) }),
      shows: values[shows], onError: values[onError], redaction: values[redact], isRequired: values[required],
      description: values[description])
  }

  /// The rule that the settings make; what they leave open a preset's column decides, or the table's contract.
  func rule(named name: String, over preset: ColumnRule?, _ contract: Contract) -> ColumnRule {
    ColumnRule(
      name: name, type: type, from: from.isEmpty ? preset?.from ?? [] : from.map(\.value), options: options,
      shows: shows, onError: onError ?? contract.onError, required: isRequired, redaction: redaction,
      description: description ?? preset?.description)
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
          "type": $0.resolved, "required": .boolean(false), "with": .array([]),
        ])
        return Settings.Reading(NormalizeColumn(type: $0.value), resolved: resolved)
      }
    }
  }()
}
