import JSONText
package import Settings

/// Two tables whose records are held against each other, field by field.
package struct TableLink: Sendable {
  /// The name of the table of pairs.
  package var name: Located<String>
  package var between: [Located<String>]
  /// Columns of the first table, each with the second's that it is compared with.
  package var columns: [NamedValue<Located<String>>]
  package var kinds: [NamedValue<FieldKind>]
  package var threshold: Double
  package var blocking: [[Located<String>]]
  package var maxPairs: Int
  package var isOneToOne: Bool
  package var decisions: Located<String>?

  private static let name = Setting(
    "table", SettingType.name.located, meaning: "The name of the table of pairs.", example: .string("same_people"))
  private static let between = Setting(
    "between", SettingType.list(of: SettingType.name.located),
    meaning: "Two tables of normalize. Rows that dedupe leaves out are not compared.",
    example: .array([.string("authors"), .string("staff")]))
  private static let columns = Setting(
    "columns", SettingType.named(SettingType.name.located),
    meaning: "Columns of the first table, each with the column of the second that it is compared with.",
    example: .members(["name": .string("full_name"), "town": .string("town")]))
  private static let isOneToOne = Setting(
    "one_to_one", SettingType.boolean, default: true, shown: .boolean(true),
    meaning: "Whether a row has at most one partner, the likeliest; for tables that name nothing twice.",
    example: .boolean(false))
  private static let decisions = Setting(
    "decisions", SettingType.text.located.optional, default: nil, shown: nil,
    meaning:
      "A CSV file `a_id,b_id,decision,who,why` of what people decided, where `a_id` is of the first table and `b_id` of "
      + "the second. They hold, and the linkage learns from them.",
    example: .string("decisions/same_people.csv"))

  /// The settings of a link.
  package static let object = SettingsObject(
    "link", meaning: "Two tables whose rows may be the same thing.",
    [
      name, between, columns, TableLinkage.kinds, TableLinkage.threshold, TableLinkage.blocking, TableLinkage.maxPairs,
      isOneToOne, decisions,
    ]
  ) { values in
    TableLink(
      name: values[name], between: values[between], columns: values[columns], kinds: values[TableLinkage.kinds],
      threshold: values[TableLinkage.threshold], blocking: values[TableLinkage.blocking],
      maxPairs: values[TableLinkage.maxPairs], isOneToOne: values[isOneToOne], decisions: values[decisions])
  }

  /// The settings of its linkage, whose columns are called as in the first table.
  package var settings: LinkageSettings {
    var settings = LinkageSettings()
    settings.threshold = threshold
    settings.pairLimit = maxPairs
    settings.isOneToOne = isOneToOne
    for kind in kinds { settings.kinds[kind.name.value] = kind.value }
    settings.blocking = blocking.map { $0.map(\.value) }
    return settings
  }
}
