import JSONText
package import Settings

/// What dedupe is told: for each table, what makes two records the same thing.
package struct DedupeSettings: Sendable {
  /// The tables to deduplicate; nil for every table, by all its columns.
  package var tables: [DedupeTable]?
  /// Pairs of tables whose records are held against each other.
  package var links: [TableLink]

  private static let links = Setting(
    "links", SettingType.list(of: TableLink.object.type()), default: [], shown: .array([]),
    meaning: "Pairs of tables whose rows may be the same thing; which are is published as a table of its own.",
    example: .array([
      .members([
        "table": .string("same_people"), "between": .array([.string("authors"), .string("staff")]),
        "columns": .members(["name": .string("full_name"), "town": .string("town")]),
      ])
    ]))
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
      "Finds records that are the same thing: by equal columns (`exact`), by nearly equal texts (`near`), by what all "
      + "fields say together (`linkage`), in this order. One of each cluster survives and counts its `copies`; "
      + "`TABLE_duplicates` holds every member with what joined it, `TABLE_evidence` why. Records with one `key` are "
      + "always the same thing.",
    [tables, links]
  ) { DedupeSettings(tables: $0[tables], links: $0[links]) }
}

/// What makes two records of one table the same thing.
package struct DedupeTable: Sendable {
  package var table: Located<String>
  /// Keys, each a list of columns.
  package var exact: [[Located<String>]]
  package var repeated: RepeatedSettings?
  package var near: [NearSettings]
  package var differs: [Located<String>]
  package var linkage: TableLinkage?
  /// The path of a file, seen from the config's folder.
  package var decisions: Located<String>?
  package var survivor: DedupeRule.Survivor
  package var survivorBy: Located<String>?
  package var sourceRank: [Located<String>]
  package var columns: [NamedValue<ColumnChoice.Rule>]

  private static let table = Setting(
    "table", SettingType.name.located, meaning: "A table of normalize.", example: .string("job_postings"))
  private static let exact = Setting(
    "exact", keys, default: [], shown: .array([]),
    meaning:
      "Columns that make two records the same thing when all of them are equal, or a list of such lists. Texts are "
      + "compared without regard to case and white space. Two missing values are equal, but a record with none of "
      + "the values is never compared.",
    example: .array([.string("body"), .string("place")]))
  private static let repeated = Setting(
    "repeated_blocks", RepeatedSettings.object.type().optional, default: nil, shown: nil,
    meaning:
      "Looks for paragraphs that many pages of one site have, such as notices that cleaning left in. The run counts "
      + "them as `dedupe.repeated-blocks`, `out/stages/dedupe.sqlite` lists them.",
    example: .members(["column": .string("body"), "pages": .integer(20), "remove": .boolean(true)]))
  private static let near = Setting(
    "near", SettingType.oneOrMany(NearSettings.object.type()), default: [], shown: .array([]),
    meaning: "Texts that make two records the same thing when they are nearly equal.",
    example: .members(["column": .string("body"), "similarity": .number("0.8")]))
  private static let differs = Setting(
    "differs", SettingType.list(of: SettingType.name.located), default: [], shown: .array([]),
    meaning:
      "Columns in which records of one thing never differ. Records that are alike by a rule and differ in one of "
      + "these are variants: both stay, and `variant_of` names the one that stands for all. A missing value differs "
      + "from any other.",
    example: .array([.string("place")]))
  private static let linkage = Setting(
    "linkage", TableLinkage.object.type().optional, default: nil, shown: nil,
    meaning: "Tells records to be the same thing by what all their fields say together.",
    example: .members(["columns": .array([.string("name"), .string("street"), .string("town")])]))
  private static let decisions = Setting(
    "decisions", SettingType.text.located.optional, default: nil, shown: nil,
    meaning:
      "A CSV file `a_id,b_id,decision,who,why` of what people decided: `same` joins two records and `different` keeps "
      + "them apart whatever the rules say, but for records with one `key`. A linkage learns from them.",
    example: .string("decisions/job_postings.csv"))
  private static let survivor = Setting(
    "survivor", SettingType<DedupeRule.Survivor>.choice, default: .first, shown: .string("first"),
    meaning:
      "Which record of a cluster stays: `first` by source, address and place on the page; `newest`; `longest`; "
      + "`most_complete`; `source_rank`, that of the best source. Ties go to the smallest id.",
    example: .string("newest"))
  private static let survivorBy = Setting(
    "survivor_by", SettingType.name.located.optional, default: nil, shown: nil,
    meaning:
      "The column that `newest` (without it: `fetched_at`) or `longest` (without it: all texts together) looks at.",
    example: .string("posted"))
  private static let sourceRank = Setting(
    "source_rank", SettingType.list(of: SettingType.name.located), default: [], shown: .array([]),
    meaning: "Sources, the best first; those that are not named come after them, in the order of fetch.",
    example: .array([.string("partner"), .string("site")]))
  private static let columns = Setting(
    "columns", SettingType.named(SettingType<ColumnChoice.Rule>.choice), default: [], shown: nil,
    meaning:
      "Columns whose value is not the surviving record's own, but the best of its cluster's: `first` that has one, the "
      + "survivor's before others'; `newest`, `longest`, `most_frequent`, or of the best source (`source_rank`). "
      + "`TABLE_evidence` says which record gave it.",
    example: .members(["salary": .string("first"), "body": .string("longest")]))

  /// The settings of one table.
  package static let object = SettingsObject(
    "deduplicated table", meaning: "How one table is deduplicated. [deduplication.md](deduplication.md) explains it.",
    [table, repeated, exact, near, differs, linkage, decisions, survivor, survivorBy, sourceRank, columns]
  ) { values in
    DedupeTable(
      table: values[table], exact: values[exact], repeated: values[repeated], near: values[near],
      differs: values[differs],
      linkage: values[linkage], decisions: values[decisions], survivor: values[survivor],
      survivorBy: values[survivorBy], sourceRank: values[sourceRank], columns: values[columns])
  }

  private static let column = SettingType.name.located
  private static let oneKey = SettingType.list(of: column)
  private static let manyKeys = SettingType.list(of: oneKey)

  /// A list of columns, or a list of such lists.
  static let keys = SettingType<[[Located<String>]]>(
    name: "list of columns, or a list of such lists",
    schema: .members(["anyOf": .array([oneKey.schema, manyKeys.schema])])
  ) { node, reader in
    if case .array(let elements) = node.content, case .array = elements.first?.content {
      return manyKeys.read(node, &reader)
    }
    return oneKey.read(node, &reader).map { Reading([$0.value], resolved: .array([$0.resolved])) }
  }
}

/// Texts of one table that are held against each other.
package struct NearSettings: Sendable {
  package var columns: [Located<String>]
  package var similarity: Double

  private static let column = Setting(
    "column", SettingType.oneOrMany(SettingType.name.located),
    meaning: "A column that holds texts, or several whose texts count as one.", example: .string("body"))
  private static let similarity = Setting(
    "similarity", SettingType<Double>.number(0.05...1), default: 0.8, shown: .number("0.8"),
    meaning:
      "Texts that share at least this part of their runs of five words (shared / in either) are nearly equal. A text "
      + "of fewer than five words is nearly equal to none.",
    example: .number("0.9"))

  /// The settings of one text.
  package static let object = SettingsObject(
    "near text", meaning: "Texts that make two records the same thing when they are nearly equal.",
    [column, similarity]
  ) { NearSettings(columns: $0[column], similarity: $0[similarity]) }
}

/// A text in which repeated blocks are looked for.
package struct RepeatedSettings: Sendable {
  package var column: Located<String>
  package var pages: Int
  package var removes: Bool

  private static let column = Setting(
    "column", SettingType.name.located, meaning: "A column that holds texts, a line for each paragraph.",
    example: .string("body"))
  private static let pages = Setting(
    "pages", SettingType.integer(2...255), default: 3, shown: .integer(3),
    meaning:
      "On how many pages of a site (a web address's host, else a source) a paragraph stands that counts as repeated. "
      + "Case, spacing and punctuation make no difference.",
    example: .integer(20))
  private static let removes = Setting(
    "remove", SettingType.boolean, default: false, shown: .boolean(false),
    meaning:
      "Whether repeated paragraphs are taken out of the text before it is compared, and out of the published rows; "
      + "`TABLE_duplicates` keeps them, and so does a text that has nothing else.",
    example: .boolean(true))

  /// The settings.
  package static let object = SettingsObject(
    "repeated blocks", meaning: "Looks for paragraphs that many pages of one site have.", [column, pages, removes]
  ) { RepeatedSettings(column: $0[column], pages: $0[pages], removes: $0[removes]) }
}

/// How records of one table are linked.
package struct TableLinkage: Sendable {
  package var columns: [Located<String>]
  package var kinds: [NamedValue<FieldKind>]
  package var threshold: Double
  package var blocking: [[Located<String>]]
  package var maxPairs: Int

  private static let columns = Setting(
    "columns", SettingType.list(of: SettingType.name.located),
    meaning: "The columns to compare.", example: .array([.string("name"), .string("street"), .string("town")]))
  static let kinds = Setting(
    "kinds", SettingType.named(SettingType<FieldKind>.choice), default: [], shown: nil,
    meaning:
      "How columns are compared: `name` by equality, edit distance and shared words; `text` by rare words and runs of "
      + "three letters; `code` by edit distance; `number` by relative, `date` by absolute difference. Without it, the "
      + "values say what they are.",
    example: .members(["phone": .string("code")]))
  static let threshold = Setting(
    "threshold", SettingType<Double>.number(0...1), default: LinkageSettings().threshold, shown: .number("0.65"),
    meaning: "Clusters whose pairs are at least this likely the same thing, on average, are one.",
    example: .number("0.9"))
  static let blocking = Setting(
    "blocking", DedupeTable.keys, default: [], shown: .array([]),
    meaning:
      "Columns that two records must share to be compared at all, or a list of such lists of which one is enough. "
      + "Without it, they are chosen from the data.",
    example: .array([.array([.string("town")]), .array([.string("phone")])]))
  static let maxPairs = Setting(
    "max_pairs", SettingType<Int>.integer(1000...1_000_000_000), default: LinkageSettings().pairLimit,
    shown: .integer(LinkageSettings().pairLimit),
    meaning: "At most so many pairs are compared, those that share the rarest values first.",
    example: .integer(5_000_000))

  /// The settings of a table's linkage.
  package static let object = SettingsObject(
    "linkage", meaning: "How records are told to be the same thing by what all their fields say together.",
    [columns, kinds, threshold, blocking, maxPairs]
  ) { values in
    TableLinkage(
      columns: values[columns], kinds: values[kinds], threshold: values[threshold], blocking: values[blocking],
      maxPairs: values[maxPairs])
  }
}
