import JSONText
package import Settings
package import Store

/// What load is told: what tables remember, what must hold of them, which can be searched, which files are
/// written beside the database.
package struct LoadSettings: Sendable {
  /// What `csv/` is written like; nil for no such files.
  package var csv: CSVFormat? = .machine
  /// What `excel/` is written like; nil for no such files.
  package var excel: CSVFormat? = .excel
  /// The tables that get a file in `jsonl/`.
  package var jsonLines = JSONLinesTables.none

  /// What tables keep of earlier publishes; those that aren't named keep nothing.
  package var tables: [LoadTable] = []
  /// What must hold before anything is published.
  package var checks: [CheckSetting] = []
  /// The tables whose texts are indexed.
  package var search: [SearchSettings] = []

  package init() {}

  /// What a table keeps of earlier publishes.
  package func mode(of table: String) -> TableMode { tables.first { $0.table.value == table }?.mode ?? .replace }

  private static let tables = Setting(
    "tables", SettingType.list(of: LoadTable.object.type()), default: [], shown: .array([]),
    meaning: "How tables are published that are to remember what was published before.",
    example: .array([.members(["table": .string("job_postings"), "mode": .string("history")])]))

  private static let checks = Setting(
    "checks", SettingType.list(of: CheckSetting.object.type()), default: [], shown: .array([]), decides: false,
    meaning:
      "What must hold of the tables. A failing check of severity `error` publishes nothing and ends with status 1.",
    example: .array([
      .members(["table": .string("job_postings"), "column": .string("title"), "not_null": .boolean(true)])
    ]))

  /// Which tables are written as JSON Lines.
  package enum JSONLinesTables: Sendable {
    case none, all
    case tables([Located<String>])

    /// Whether that table is among them.
    func contains(_ table: String) -> Bool {
      switch self {
      case .none: false
      case .all: true
      case .tables(let names): names.contains { $0.value == table }
      }
    }
  }

  private static let csv = Setting(
    "csv", onOrOff(csvObject.type()), default: .machine, shown: .members(["null": .string("")]),
    meaning: """
      `csv/TABLE.csv` of every table, for programs: RFC 4180 in UTF-8 with LF, every value exact. `false` leaves it \
      out; an object says more.
      """, example: .members(["null": .string("NA")]))
  private static let excel = Setting(
    "excel", onOrOff(excelType), default: .excel,
    shown: .members(["separator": .string(","), "decimal": .string(".")]),
    meaning: """
      `excel/TABLE.csv` of every table, for spreadsheets: with a byte order mark and CRLF; a text that would run as a \
      formula has an apostrophe in front; a code such as 00501, which would lose its zeros, is `="00501"`; moments are \
      `2026-03-01 10:00:00`; cells are cut at 32,767 characters and end with `… [cut]`. `false` leaves it out; an \
      object says more.
      """, example: .members(["separator": .string(";"), "decimal": .string(",")]))
  private static let jsonl = Setting(
    "jsonl", jsonlType, default: .none, shown: .boolean(false),
    meaning: "`jsonl/TABLE.jsonl`, an object for each row: `true` for every table, or a list of tables.",
    example: .array([.string("articles")]))

  /// The stage's settings.
  package static let object = SettingsObject(
    "load",
    meaning: """
      Publishes the tables, all at once or not at all: `analytics.sqlite`, files of every table, and what each column \
      means (`dictionary.md`, `datapackage.json`, `metadata.json`).
      """, [tables, checks, SearchSettings.setting, csv, excel, jsonl]
  ) { values in
    var settings = LoadSettings()
    settings.tables = values[tables]
    settings.checks = values[checks]
    settings.search = values[SearchSettings.setting]
    settings.csv = values[csv]
    settings.excel = values[excel]
    settings.jsonLines = values[jsonl]
    return settings
  }

  private static let null = Setting(
    "null", anyText, default: "", shown: .string(""),
    meaning: "What stands for a missing value; a text that is the same is put in quotes.", example: .string("NA"))
  private static let csvObject = SettingsObject("csv", meaning: "How `csv/` is written.", [null]) { values in
    var format = CSVFormat.machine
    format.null = Array(values[null].utf8)
    return format
  }

  private static let separator = Setting(
    "separator", SettingType<Separator>.choice, default: .comma, shown: .string(","),
    meaning: "What stands between fields. Where numbers have a decimal comma spreadsheets want a semicolon.",
    example: .string(";"))
  private static let decimal = Setting(
    "decimal", SettingType<DecimalMark>.choice, default: .point, shown: .string("."),
    meaning: "What stands before a number's decimals; a comma for spreadsheets of most of Europe.",
    example: .string(","))
  private static let excelObject = SettingsObject("excel", meaning: "How `excel/` is written.", [separator, decimal]) {
    values in
    var format = CSVFormat.excel
    format.separator = values[separator].byte
    format.decimalMark = values[decimal].byte
    return format
  }

  private static let excelType = excelObject.type().converted { format throws(ValueFault) in
    if format.separator == format.decimalMark {
      throw ValueFault(
        "numbers with a decimal comma need another separator", remedy: "Write \"separator\": \";\" beside it.")
    }
    return format
  }

  private enum Separator: String, CaseIterable, Sendable {
    case comma = ","
    case semicolon = ";"

    var byte: UInt8 { rawValue.utf8.first ?? UInt8(ascii: ",") }
  }

  private enum DecimalMark: String, CaseIterable, Sendable {
    case point = "."
    case comma = ","

    var byte: UInt8 { rawValue.utf8.first ?? UInt8(ascii: ".") }
  }

  /// A text of one line that may be empty.
  private static let anyText = SettingType<String>(name: "text", schema: .members(["type": .string("string")])) {
    node, reader in
    guard case .string(let text) = node.content, !text.utf8.contains(where: { $0 < 32 || $0 == 34 || $0 == 44 }) else {
      reader.report(node, "a text without commas, quotation marks and line breaks was expected")
      return nil
    }
    return Reading(text, resolved: .string(text))
  }

  /// `true`, `false`, or an object that says more.
  private static func onOrOff<Value: Sendable>(_ whole: SettingType<Value>) -> SettingType<Value?> {
    SettingType<Value?>(
      name: "true, false or \(whole.name)",
      schema: .members(["anyOf": .array([SettingType<Bool>.boolean.schema, whole.schema])]),
      objects: whole.objects
    ) { node, reader in
      if case .boolean(false) = node.content { return Reading<Value?>(nil, resolved: .boolean(false)) }
      // The short form means the same as an empty object, so it has the same canonical form.
      let isShort = node.content == .boolean(true)
      return whole.read(isShort ? JSONNode(.object([]), at: node.position) : node, &reader).map {
        Reading<Value?>($0.value, resolved: $0.resolved, deciding: $0.deciding)
      }
    }
  }

  private static let jsonlType: SettingType<JSONLinesTables> = {
    let names = SettingType<[Located<String>]>.list(of: SettingType<String>.name.located)
    return SettingType(
      name: "true, false or list of names",
      schema: .members(["anyOf": .array([SettingType<Bool>.boolean.schema, names.schema])])
    ) { node, reader in
      if case .boolean(let isOn) = node.content { return Reading(isOn ? .all : .none, resolved: .boolean(isOn)) }
      return names.read(node, &reader).map { Reading(.tables($0.value), resolved: $0.resolved) }
    }
  }()
}
