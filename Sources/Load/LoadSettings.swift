import JSONText
package import Settings
package import Store

/// What load is told.
package struct LoadSettings: Sendable {
  /// What tables keep of earlier publishes; those that aren't named keep nothing.
  package var tables: [LoadTable]
  /// What must hold before anything is published.
  package var checks: [CheckSetting]

  package init(tables: [LoadTable] = [], checks: [CheckSetting] = []) {
    self.tables = tables
    self.checks = checks
  }

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

  /// The stage's settings.
  package static let object = SettingsObject(
    "load",
    meaning: "Publishes the tables: `analytics.sqlite` and `csv/` of every table, all at once or not at all.",
    [tables, checks]
  ) { LoadSettings(tables: $0[tables], checks: $0[checks]) }
}

/// How one table is published.
package struct LoadTable: Sendable {
  package var table: Located<String>
  package var mode: TableMode

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "A table of normalize.", example: .string("job_postings"))
  private static let mode = Setting(
    "mode", SettingType<TableMode>.choice, default: .replace, shown: .string("replace"),
    meaning:
      "`replace`: what is there now. `upsert`: rows that are gone stay, with `is_present` false. `history`: "
      + "`TABLE_history` has every version of every row with `valid_from` and `valid_to`, and the view "
      + "`TABLE_this_week` what opened, changed and closed in seven days. `upsert` and `history` count for each row "
      + "`first_seen`, `last_seen` and `times_seen`, from the first publish in this mode on.",
    example: .string("history"))

  /// The settings of one table.
  package static let object = SettingsObject(
    "published table", meaning: "How one table is published.", [table, mode]
  ) { LoadTable(table: $0[table], mode: $0[mode]) }
}
