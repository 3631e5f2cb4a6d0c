import Dedupe
import Normalize
import Records
import Settings

/// What must hold between dedupe's settings and the tables they speak of.
struct DedupeChecks {
  private(set) var problems: [SettingsProblem] = []
  private let sources: [String]

  /// - Parameter tables: normalize's tables by name.
  init(_ dedupe: DedupeSettings, tables: [String: TableRule], sources: [String]) {
    self.sources = sources
    for table in dedupe.tables ?? [] {
      guard let rule = tables[table.table.value] else {
        problems.append(
          table.table.problem(
            "there is no table \"\(table.table.value)\"",
            remedy: didYouMean(table.table.value, among: tables.keys.sorted())))
        continue
      }
      checkNames(table, rule.schema)
      checkTexts(table, rule)
      checkLinkage(table, rule.schema)
      checkSurvivor(table)
    }
    for link in dedupe.links { check(link, tables) }
  }

  private mutating func check(_ link: TableLink, _ tables: [String: TableRule]) {
    checkName(link.name, tables.keys.sorted())
    guard link.between.count == 2 else {
      problems.append(link.name.problem("a link is between two tables", remedy: "Write \"between\": [\"a\", \"b\"]."))
      return
    }
    for (side, table) in link.between.enumerated() {
      guard let schema = tables[table.value]?.schema else {
        problems.append(
          table.problem(
            "there is no table \"\(table.value)\"", remedy: didYouMean(table.value, among: tables.keys.sorted())))
        continue
      }
      let columns = schema.valueColumns.map(\.name)
      for column in link.columns.map({ side == 0 ? $0.name : $0.value }) where !columns.contains(column.value) {
        problems.append(missing(column, columns))
      }
    }
    if link.between[0].value == link.between[1].value {
      problems.append(
        link.between[1].problem("both tables are one", remedy: "Use \"linkage\" of that table under \"tables\"."))
    }
    let compared = link.columns.map(\.name.value)
    for name in link.kinds.map(\.name) + link.blocking.flatMap({ $0 }) where !compared.contains(name.value) {
      problems.append(missing(name, compared))
    }
  }

  /// Sluice's own tables and the pipeline's are not to be mixed up with a link's.
  private mutating func checkName(_ name: Located<String>, _ tables: [String]) {
    let taken = tables + tables.flatMap { ["\($0)_duplicates", "\($0)_evidence"] }
    if taken.contains(name.value) || taken.contains("\(name.value)_evidence") || name.value.hasPrefix("sqlite_") {
      problems.append(name.problem("\"\(name.value)\" is the name of another table", remedy: "Choose another name."))
    }
  }

  private mutating func checkNames(_ table: DedupeTable, _ schema: TableSchema) {
    let linkage = (table.linkage?.columns ?? []) + (table.linkage?.blocking.flatMap { $0 } ?? [])
    let columns = schema.valueColumns.map(\.name)
    for name in table.exact.flatMap({ $0 }) + table.differs + linkage + [table.survivorBy].compactMap({ $0 })
    where schema.valueColumns(named: name.value) == nil {
      problems.append(missing(name, columns))
    }
    let declared = schema.columns.map(\.name)
    for choice in table.columns where !declared.contains(choice.name.value) {
      problems.append(missing(choice.name, declared))
    }
    for source in table.sourceRank where !sources.contains(source.value) {
      problems.append(
        source.problem("there is no source \"\(source.value)\"", remedy: didYouMean(source.value, among: sources)))
    }
  }

  private func missing(_ name: Located<String>, _ columns: [String]) -> SettingsProblem {
    name.problem("there is no column \"\(name.value)\"", remedy: didYouMean(name.value, among: columns))
  }

  /// `near` and `longest` look at texts alone.
  private mutating func checkTexts(_ table: DedupeTable, _ rule: TableRule) {
    func type(of name: String) -> String? {
      rule.schema.columns.first { $0.physical.contains { $0.name == name } }?.type
    }
    let repeated = [table.repeated?.column].compactMap { $0 }.map { ("repeated_blocks", $0) }
    for (setting, name) in table.near.flatMap(\.columns).map({ ("near", $0) }) + repeated {
      guard let type = type(of: name.value) else {
        problems.append(missing(name, rule.schema.valueColumns.map(\.name)))
        continue
      }
      if type != TextColumn.name {
        problems.append(
          name.problem(
            "\"\(setting)\" looks at texts, and \(name.value) is of the type \(type)",
            remedy: "Name a column of the type text; use \"exact\" or \"linkage\" for others."))
      }
    }
    for choice in table.columns where choice.value == .longest {
      guard let column = rule.schema.columns.first(where: { $0.name == choice.name.value }) else { continue }
      if column.physical.first?.storage != .text {
        problems.append(
          choice.name.problem(
            "\"longest\" means nothing to the type \(column.type)", remedy: "Choose newest, first or most_frequent."))
      }
    }
  }

  /// A linkage's kinds and keys are of columns that it compares.
  private mutating func checkLinkage(_ table: DedupeTable, _ schema: TableSchema) {
    guard let linkage = table.linkage else { return }
    let compared = linkage.columns.map(\.value)
    for name in linkage.kinds.map(\.name) + linkage.blocking.flatMap({ $0 })
    where !compared.contains(name.value) && schema.valueColumns(named: name.value) != nil {
      problems.append(
        name.problem("\(name.value) is not among the linkage's columns", remedy: "Add it to \"columns\", or leave it."))
    }
    for kind in linkage.kinds where schema.valueColumns(named: kind.name.value) == nil {
      problems.append(missing(kind.name, compared))
    }
    for kind in linkage.kinds where kind.value == .number || kind.value == .date {
      let column = schema.columns.first { $0.name == kind.name.value }
      if kind.value == .date, column?.physical.first.map({ $0.storage != .text }) == true {
        problems.append(
          kind.name.problem("\(kind.name.value) holds numbers, no dates", remedy: "Use the kind number."))
      }
    }
  }

  private mutating func checkSurvivor(_ table: DedupeTable) {
    if let by = table.survivorBy, table.survivor != .newest, table.survivor != .longest {
      problems.append(
        by.problem(
          "\"survivor_by\" means nothing to \"\(table.survivor.rawValue)\"",
          remedy: "Leave it out, or choose newest or longest."))
    }
    let usesRank = table.survivor == .sourceRank || table.columns.contains { $0.value == .sourceRank }
    if let first = table.sourceRank.first, !usesRank {
      problems.append(
        first.problem(
          "nothing looks at \"source_rank\"", remedy: "Leave it out, or write \"survivor\": \"source_rank\"."))
    }
  }
}
