import JSONText
package import Settings

/// What dedupe is told: for each table, what makes two records the same thing.
package struct DedupeSettings: Sendable {
  /// The tables to deduplicate; nil for every table, by all its columns.
  package var tables: [DedupeTable]?

  private static let tables = Setting(
    "tables", SettingType.list(of: DedupeTable.object.type()).optional, default: nil, shown: nil,
    meaning:
      "The tables to deduplicate. Without it: every table, where records equal in all columns are the same thing.",
    example: .array([
      .members(["table": .string("job_postings"), "exact": .array([.string("body"), .string("place")])])
    ]))

  /// The stage's settings.
  package static let object = SettingsObject(
    "dedupe",
    meaning:
      "Finds records that are the same thing. One of each cluster survives and counts its `copies`; "
      + "`TABLE_duplicates` holds every member with what joined it. Records with one `key` are always the same thing.",
    [tables]
  ) { DedupeSettings(tables: $0[tables]) }
}

/// What makes two records of one table the same thing.
package struct DedupeTable: Sendable {
  package var table: Located<String>
  /// Keys, each a list of columns.
  package var exact: [[Located<String>]]
  package var survivor: DedupeRule.Survivor
  package var survivorBy: Located<String>?

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "A table of normalize.", example: .string("job_postings"))
  private static let exact = Setting(
    "exact", keys, default: [], shown: .array([]),
    meaning:
      "Columns that make two records the same thing when all of them are equal, or a list of such lists. Texts are "
      + "compared without regard to case and white space. Two missing values are equal, but a record with none of "
      + "the values is never compared.",
    example: .array([.string("body"), .string("place")]))
  private static let survivor = Setting(
    "survivor", SettingType<DedupeRule.Survivor>.choice, default: .first, shown: .string("first"),
    meaning:
      "Which record of a cluster stays: `first` by source, address and place on the page; `newest`; `longest`; "
      + "`most_complete`. Ties go to the smallest id.",
    example: .string("newest"))
  private static let survivorBy = Setting(
    "survivor_by", SettingType.name.located.optional, default: nil, shown: nil,
    meaning:
      "The column that `newest` (without it: `fetched_at`) or `longest` (without it: all texts together) looks at.",
    example: .string("posted"))

  /// The settings of one table.
  package static let object = SettingsObject(
    "deduplicated table", meaning: "How one table is deduplicated.", [table, exact, survivor, survivorBy]
  ) { values in
    DedupeTable(
      table: values[table], exact: values[exact], survivor: values[survivor], survivorBy: values[survivorBy])
  }

  private static let column = SettingType.name.located
  private static let oneKey = SettingType.list(of: column)
  private static let manyKeys = SettingType.list(of: oneKey)

  /// A list of columns, or a list of such lists.
  private static let keys = SettingType<[[Located<String>]]>(
    name: "list of columns, or a list of such lists",
    schema: .members(["anyOf": .array([oneKey.schema, manyKeys.schema])])
  ) { node, reader in
    if case .array(let elements) = node.content, case .array = elements.first?.content {
      return manyKeys.read(node, &reader)
    }
    return oneKey.read(node, &reader).map { Reading([$0.value], resolved: .array([$0.resolved])) }
  }

  /// The rule that the settings make.
  package var rule: DedupeRule {
    DedupeRule(
      table: table.value, exact: exact.map { $0.map(\.value) }, survivor: survivor, by: survivorBy?.value)
  }
}
