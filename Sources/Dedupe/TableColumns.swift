package import Records
import Settings

extension TableSchema {
  /// The physical columns that a name in a config means: a physical one itself, a declared one of several parts all of
  /// them; nil where there is none.
  package func valueColumns(named name: String) -> [String]? {
    if valueColumns.contains(where: { $0.name == name }) { return [name] }
    return columns.first { $0.name == name }?.physical.map(\.name)
  }
}

extension DedupeTable {
  /// The rule that the settings make for a table.
  ///
  /// - Parameter sources: all sources' names, in the config's order.
  package func rule(_ schema: TableSchema, sources: [String] = [], decisions: [Decision] = []) -> DedupeRule {
    func physical(_ names: [String]) -> [String] { names.flatMap { schema.valueColumns(named: $0) ?? [$0] } }
    var rule = DedupeRule(
      table: table.value, exact: exact.map { physical($0.map(\.value)) }, survivor: survivor,
      by: survivorBy.map { physical([$0.value])[0] })
    rule.repeated = repeated.map {
      RepeatedRule(column: $0.column.value, pages: $0.pages, removes: $0.removes)
    }
    rule.near = near.map {
      NearRule(columns: physical($0.columns.map(\.value)), text: NearTextRule(similarity: $0.similarity))
    }
    rule.differs = physical(differs.map(\.value))
    rule.decisions = decisions
    rule.linkage = linkage.map { linkage in
      LinkageRule(columns: physical(linkage.columns.map(\.value)), settings: linkage.settings(physical))
    }
    let ranked = sourceRank.map(\.value)
    rule.sources = ranked + sources.filter { !ranked.contains($0) }
    rule.choices = columns.compactMap { choice in
      schema.columns.first { $0.name == choice.name.value }.map { column in
        ColumnChoice(
          column: column.name, columns: column.physical.map(\.name), rule: choice.value, by: rule.by,
          isOrdered: column.hasOrder)
      }
    }
    return rule
  }
}

extension TableSchema.Column {
  /// Whether its values are dates, times or numbers.
  fileprivate var hasOrder: Bool {
    guard let first = physical.first else { return false }
    return first.storage == .integer || first.storage == .real || ["date", "timestamp", "period"].contains(type)
  }
}

extension TableLinkage {
  fileprivate func settings(_ physical: ([String]) -> [String]) -> LinkageSettings {
    var settings = LinkageSettings()
    settings.threshold = threshold
    settings.pairLimit = maxPairs
    for kind in kinds { for name in physical([kind.name.value]) { settings.kinds[name] = kind.value } }
    settings.blocking = blocking.map { physical($0.map(\.value)) }
    return settings
  }
}
