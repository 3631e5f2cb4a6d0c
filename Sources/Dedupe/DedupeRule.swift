package import Records

/// How one table's records become clusters, and which member of a cluster stays.
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
  }

  /// The table's name.
  package var table: String
  /// Keys, each a list of physical columns: records equal in all columns of one key are the same thing.
  package var exact: [[String]]
  package var survivor: Survivor
  /// The physical column that `newest` or `longest` looks at.
  package var by: String?

  /// Those of a table's columns whose values the rule looks at, in the table's order.
  package func columns(of all: [TableSchema.PhysicalColumn]) -> [TableSchema.PhysicalColumn] {
    if survivor == .mostComplete || survivor == .longest && by == nil { return all }
    let named = Set(exact.flatMap { $0 } + [by].compactMap { $0 })
    return all.filter { named.contains($0.name) }
  }

  package init(table: String, exact: [[String]], survivor: Survivor, by: String? = nil) {
    self.table = table
    self.exact = exact
    self.survivor = survivor
    self.by = by
  }
}
