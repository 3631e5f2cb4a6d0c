import JSONText
package import Settings
package import Store

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
