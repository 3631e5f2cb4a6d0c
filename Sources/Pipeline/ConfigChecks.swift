import Clean
import Dedupe
import Fetch
import Normalize
import Records
import Settings

/// What must hold between settings: names that meet, stages in order, columns that exist.
struct ConfigChecks {
  private(set) var problems: [SettingsProblem] = []

  /// Checks everything; the problems come in no particular order.
  init(_ settings: PipelineSettings) {
    checkOrder(settings.stages)
    var sources: [String] = []
    var items: [String: [String]] = [:]
    var tables: [String: TableRule] = [:]
    for stage in settings.stages.map(\.value) {
      switch stage {
      case .fetch(let fetch):
        checkUnique(fetch.sources.map(\.name), "source")
        sources = fetch.sources.map(\.name.value)
      case .clean(let clean): items = checkItems(clean)
      case .normalize(let normalize): tables = checkTables(normalize, sources: sources, items: items)
      case .dedupe(let dedupe): checkDedupe(dedupe, tables: tables)
      case .load: break
      }
    }
  }

  private mutating func checkOrder(_ stages: [Located<StageSettings>]) {
    var expected = Stage.allCases[...]
    for entry in stages {
      let stage = entry.value.stage
      guard let index = expected.firstIndex(of: stage) else {
        problems.append(
          entry.problem(
            "\(stage.rawValue) stands twice or too late", remedy: "The order is fetch, clean, normalize, dedupe, load.")
        )
        continue
      }
      for missing in expected[..<index] where missing != .dedupe {
        problems.append(
          entry.problem(
            "\(stage.rawValue) needs \(missing.rawValue) before it",
            remedy: "Add { \"stage\": \"\(missing.rawValue)\" }; only dedupe may be left out."))
      }
      expected = expected[(index + 1)...]
    }
  }

  private mutating func checkUnique(_ names: [Located<String>], _ what: String) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.value).inserted {
      problems.append(name.problem("there is another \(what) \"\(name.value)\"", remedy: "Give each its own name."))
    }
  }

  private mutating func checkItems(_ clean: CleanSettings) -> [String: [String]] {
    checkUnique(clean.items.map(\.name), "list of items")
    var fields: [String: [String]] = [:]
    for item in clean.items {
      if fixedOrigins.contains(item.name.value) {
        problems.append(
          item.name.problem(
            "\"\(item.name.value)\" is what normalize calls every page's own", remedy: "Choose another name."))
      }
      fields[item.name.value] = item.fieldNames + ["text"]
    }
    return fields
  }

  private mutating func checkTables(
    _ normalize: NormalizeSettings, sources: [String], items: [String: [String]]
  ) -> [String: TableRule] {
    checkUnique(normalize.tables.map(\.name), "table")
    let names = normalize.tables.map(\.name.value)
    var rules: [String: TableRule] = [:]
    for table in normalize.tables {
      checkTableName(table.name, others: names)
      for source in table.sources ?? [] where !sources.contains(source.value) {
        problems.append(
          source.problem("there is no source \"\(source.value)\"", remedy: didYouMean(source.value, among: sources)))
      }
      checkColumns(table, items: items)
      rules[table.name.value] = table.rule
    }
    return rules
  }

  private mutating func checkTableName(_ name: Located<String>, others: [String]) {
    if name.value.hasPrefix("sqlite_") {
      problems.append(name.problem("SQLite keeps names with \"sqlite_\" for itself", remedy: "Choose another name."))
    }
    if name.value.hasSuffix("_duplicates"), others.contains(String(name.value.dropLast("_duplicates".count))) {
      problems.append(
        name.problem("\"\(name.value)\" is the name of another table's duplicates", remedy: "Choose another name."))
    }
  }

  private mutating func checkColumns(_ table: NormalizeTable, items: [String: [String]]) {
    let origins = fixedOrigins + items.keys.sorted()
    var fields: [String] = []
    for origin in table.from {
      if let own = Origin.fields(of: origin.value) ?? items[origin.value] {
        fields += own
      } else {
        problems.append(
          origin.problem(
            "there is no \"\(origin.value)\" to make rows from", remedy: didYouMean(origin.value, among: origins)))
      }
    }
    var taken = Set(reservedColumns)
    for (column, rule) in zip(table.columns, table.rule.columns) {
      for name in rule.type.type.physicalColumns(named: rule.name).map(\.name)
        + ["raw", "rule", "flag"].map({ "\(column.name.value)_\($0)" })
      where !taken.insert(name).inserted {
        problems.append(
          column.name.problem(
            "the column \(name) would stand twice, or is Sluice's own", remedy: "Choose another name."))
      }
      let wanted = column.value.from ?? column.name
      if !fields.isEmpty, !fields.contains(wanted.value) {
        problems.append(
          wanted.problem(
            "there is no field \"\(wanted.value)\" to read", remedy: didYouMean(wanted.value, among: fields)))
      }
    }
    let names = table.columns.map(\.name.value)
    for key in table.key where !names.contains(key.value) {
      problems.append(key.problem("there is no column \"\(key.value)\"", remedy: didYouMean(key.value, among: names)))
    }
  }

  /// What normalize makes rows from on every page, whatever the config cuts out.
  private let fixedOrigins = ["page", "links"]

  /// Columns that every table has, published or in a store.
  private let reservedColumns = [
    "id", "page_id", "ordinal", "source", "source_address", "fetched_at", "content_sha256", "copies", "cluster_id",
    "survivor_id", "rule", "similarity",
  ]

  private mutating func checkDedupe(_ dedupe: DedupeSettings, tables: [String: TableRule]) {
    checkUnique((dedupe.tables ?? []).map(\.table), "deduplicated table")
    for table in dedupe.tables ?? [] {
      guard let rule = tables[table.table.value] else {
        problems.append(
          table.table.problem(
            "there is no table \"\(table.table.value)\"",
            remedy: didYouMean(table.table.value, among: tables.keys.sorted())))
        continue
      }
      let columns = rule.schema.physicalColumns.map(\.name)
      for column in table.exact.flatMap({ $0 }) + [table.survivorBy].compactMap({ $0 })
      where !columns.contains(column.value) {
        problems.append(
          column.problem("there is no column \"\(column.value)\"", remedy: didYouMean(column.value, among: columns)))
      }
      if let by = table.survivorBy, table.survivor != .newest, table.survivor != .longest {
        problems.append(
          by.problem(
            "\"survivor_by\" means nothing to \"\(table.survivor.rawValue)\"",
            remedy: "Leave it out, or choose newest or longest."))
      }
    }
  }
}
