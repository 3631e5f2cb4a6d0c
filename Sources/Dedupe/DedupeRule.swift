package import Records

/// How one table's records become clusters, which member of a cluster stays, and whose values its row takes.
package struct DedupeRule: Hashable, Sendable {
  /// Which member of a cluster survives; ties go to the smallest id, then to the one that appears first.
  package enum Survivor: String, Sendable, CaseIterable {
    /// The one that appears first: sources in the config's order, then addresses, then places on the page.
    case first
    /// The latest value of the column `by`, else the latest `fetched_at`.
    case newest
    /// The longest text in the column `by`, else in all text columns together.
    case longest
    /// The most columns with a value.
    case mostComplete = "most_complete"
    /// The one of the best source.
    case sourceRank = "source_rank"
  }

  /// The table's name.
  package var table: String
  /// Keys, each a list of physical columns: records equal in all columns of one key are the same thing.
  package var exact: [[String]]
  /// The text in which blocks are looked for that pages of one site repeat; nil for none.
  package var repeated: RepeatedRule?
  /// Texts that make two records the same thing when they are nearly equal.
  package var near: [NearRule] = []
  /// Physical columns in which records of one thing never differ: alike records that do are variants of each other.
  package var differs: [String] = []
  /// How records are told to be the same thing by what all their fields say together; nil for not at all.
  package var linkage: LinkageRule?
  /// What people have decided about pairs of records.
  package var decisions: [Decision] = []
  package var survivor: Survivor
  /// The physical column that `newest` or `longest` looks at.
  package var by: String?
  /// All sources' names, the best first.
  package var sources: [String] = []
  /// Columns whose value the survivor's row takes from whichever member has the best one.
  package var choices: [ColumnChoice] = []

  package init(table: String, exact: [[String]], survivor: Survivor, by: String? = nil) {
    self.table = table
    self.exact = exact
    self.survivor = survivor
    self.by = by
  }

  /// Those of a table's columns whose values the rule looks at, in the table's order.
  package func columns(of all: [TableSchema.PhysicalColumn]) -> [TableSchema.PhysicalColumn] {
    if survivor == .mostComplete || survivor == .longest && by == nil { return all }
    var named = exact.flatMap { $0 } + near.flatMap(\.columns) + differs + (linkage?.columns ?? [])
    named += [repeated?.column].compactMap { $0 }
    named += choices.flatMap(\.columns) + [by].compactMap { $0 }
    let wanted = Set(named)
    return all.filter { wanted.contains($0.name) }
  }

  /// Whether more is known of a member than the columns in which it is equal to the survivor.
  package var givesEvidence: Bool {
    !near.isEmpty || !differs.isEmpty || linkage != nil || !decisions.isEmpty || !choices.isEmpty
  }
}

/// Texts that are held against each other.
package struct NearRule: Hashable, Sendable {
  /// Physical columns; their texts count as one, in this order.
  package var columns: [String]
  /// When two of them are nearly equal.
  package var text: NearTextRule

  package init(columns: [String], text: NearTextRule = NearTextRule()) {
    self.columns = columns
    self.text = text
  }
}

/// A text in which blocks are looked for that pages of one site repeat.
package struct RepeatedRule: Hashable, Sendable {
  /// Its physical column.
  package var column: String
  /// How many pages of a site make a block a repeated one.
  package var pages: Int
  /// Whether the blocks are taken out of what is compared and published.
  package var removes: Bool

  package init(column: String, pages: Int, removes: Bool) {
    self.column = column
    self.pages = pages
    self.removes = removes
  }
}

/// What a linkage of one table compares, and how.
package struct LinkageRule: Hashable, Sendable {
  /// Physical columns.
  package var columns: [String]
  package var settings: LinkageSettings

  package init(columns: [String], settings: LinkageSettings = LinkageSettings()) {
    self.columns = columns
    self.settings = settings
  }
}
