import Clean
import Dedupe
import Fetch
import Load
import Normalize
import Records
import Settings
import Store

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
        checkContact(fetch)
      case .clean(let clean): items = checkItems(clean)
      case .normalize(let normalize): tables = checkTables(normalize, sources: sources, items: items)
      case .dedupe(let dedupe): checkDedupe(dedupe, tables: tables, sources: sources)
      case .load(let load):
        checkJSONLines(load, tables: tables.keys.sorted())
        checkLoad(load, tables: tables)
        checkChecks(load, tables: tables, published: shapes(tables, settings, load))
        problems += searchProblems(load.search, tables: tables.sorted { $0.key < $1.key }.map(\.value.schema))
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

  /// Nobody is asked for anything without being told by whom.
  private mutating func checkContact(_ fetch: FetchSettings) {
    guard fetch.http.contact == nil else { return }
    for case .web(let source) in fetch.sources {
      problems.append(
        source.name.problem(
          "\"http\" names no contact, so \"\(source.name.value)\" can't be asked for",
          remedy:
            "Write \"http\": { \"contact\": \"https://science.example/bot\" }, with a page or mail address of yours."
        ))
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
    var rules: [String: TableRule] = [:]
    for table in normalize.tables {
      checkTableName(table.name, others: normalize.tables)
      for source in table.sources ?? [] where !sources.contains(source.value) {
        problems.append(
          source.problem("there is no source \"\(source.value)\"", remedy: didYouMean(source.value, among: sources)))
      }
      checkColumns(table, sources: sources, items: items)
      checkRedaction(table, hasKey: normalize.redactKey != nil)
      rules[table.name.value] = table.rule
    }
    for locale in normalize.locales where !sources.contains(locale.name.value) {
      problems.append(
        locale.name.problem(
          "there is no source \"\(locale.name.value)\"", remedy: didYouMean(locale.name.value, among: sources)))
    }
    return rules
  }

  private mutating func checkTableName(_ name: Located<String>, others: [NormalizeTable]) {
    if name.value.hasPrefix("sqlite_") {
      problems.append(name.problem("SQLite keeps names with \"sqlite_\" for itself", remedy: "Choose another name."))
    }
    if name.value == "changes" {
      problems.append(
        name.problem("\"changes\" is the table of what changed since the last run", remedy: "Choose another name."))
    }
    if reservedWords.contains(name.value) {
      problems.append(
        name.problem(
          "\"\(name.value)\" is a word of SQL, so that every query would have to quote it",
          remedy: "Choose another name, such as \"\(name.value)_rows\"."))
    }
    for other in others where name.value.hasPrefix("\(other.name.value)_") {
      // Whatever dedupe does now: a table should not have to be renamed for it later.
      let published = PublishedTable(schema: other.rule.schema, key: [], isDeduped: true)
      if [published.duplicatesName, published.evidenceName].contains(name.value) {
        let what = name.value.dropFirst(other.name.value.count + 1)
        problems.append(
          name.problem("\"\(name.value)\" is the name of another table's \(what)", remedy: "Choose another name."))
      } else if published.views.contains(where: { $0.name == name.value }) {
        problems.append(
          name.problem("\"\(name.value)\" is the name of a view of \(other.name.value)", remedy: "Choose another name.")
        )
      }
    }
  }

  /// The tables as they will be published, as far as a query over them can tell.
  private func shapes(
    _ tables: [String: TableRule], _ settings: PipelineSettings, _ load: LoadSettings
  ) -> [PublishedTable] {
    var deduped: Set<String> = []
    var varied: Set<String> = []
    for case .dedupe(let dedupe) in settings.stages.map(\.value) {
      deduped = Set(dedupe.tables?.map(\.table.value) ?? Array(tables.keys))
      varied = Set((dedupe.tables ?? []).filter { !$0.differs.isEmpty }.map(\.table.value))
    }
    return tables.sorted { $0.key < $1.key }.map { name, rule in
      var table = PublishedTable(
        schema: rule.schema, key: [], isDeduped: deduped.contains(name), mode: load.mode(of: name))
      table.hasVariants = varied.contains(name)
      table.hasEvidence = table.isDeduped
      return table
    }
  }

  private mutating func checkChecks(_ load: LoadSettings, tables: [String: TableRule], published: [PublishedTable]) {
    let names = tables.keys.sorted()
    func columns(_ table: String) -> [String] { published.first { $0.schema.name == table }?.columns.map(\.name) ?? [] }
    for check in load.checks {
      guard tables[check.table.value] != nil else {
        problems.append(
          check.table.problem(
            "there is no table \"\(check.table.value)\"", remedy: didYouMean(check.table.value, among: names)))
        continue
      }
      checkColumnNames(check.columns, among: columns(check.table.value))
      if check.checks.isEmpty {
        problems.append(
          check.table.problem(
            "this check checks nothing",
            remedy: check.columns.isEmpty ? "Name a \"column\" and a rule." : "Add a rule, such as \"not_null\": true.")
        )
      }
      if let rule = check.checks.first(where: { $0.columns.isEmpty && !$0.isOfTable }) {
        problems.append(
          check.table.problem("\"\(rule.kind)\" needs a \"column\"", remedy: "Name the column, or several."))
      }
      if let other = check.references {
        if tables[other.table.value] == nil {
          problems.append(
            other.table.problem(
              "there is no table \"\(other.table.value)\"", remedy: didYouMean(other.table.value, among: names)))
        } else {
          checkColumnNames([other.column], among: columns(other.table.value))
        }
      }
      if let query = check.query, let fault = CheckTable.fault(of: query.value, over: published) {
        problems.append(
          query.problem("this query can't be run: \(fault)", remedy: "It reads the published tables, and only reads."))
      }
    }
  }

  private mutating func checkColumnNames(_ names: [Located<String>], among columns: [String]) {
    for name in names where !columns.contains(name.value) {
      problems.append(
        name.problem("there is no column \"\(name.value)\"", remedy: didYouMean(name.value, among: columns)))
    }
  }

  private mutating func checkLoad(_ load: LoadSettings, tables: [String: TableRule]) {
    checkUnique(load.tables.map(\.table), "published table")
    for table in load.tables {
      guard let rule = tables[table.table.value] else {
        problems.append(
          table.table.problem(
            "there is no table \"\(table.table.value)\"",
            remedy: didYouMean(table.table.value, among: tables.keys.sorted())))
        continue
      }
      let columns = rule.schema.physicalColumns.map(\.name)
      for name in table.mode.reservedColumns where columns.contains(name) {
        problems.append(
          table.table.problem(
            "the column \(name) of \(table.table.value) would stand twice: the mode \(table.mode.rawValue) has one",
            remedy: "Give the declared column another name."))
      }
      for name in [table.table.value + "_history", table.table.value + "_this_week"]
      where table.mode == .history && tables[name] != nil {
        problems.append(
          table.table.problem(
            "the table \"\(name)\" would stand twice: the mode history makes one",
            remedy: "Give the declared table another name."))
      }
    }
  }

  private mutating func checkColumns(_ table: NormalizeTable, sources: [String], items: [String: [String]]) {
    if table.preset == nil { checkComplete(table) }
    let origins = fixedOrigins + items.keys.sorted() + sources.filter { items[$0] == nil }
    var fields: [String] = []
    var isOpen = false
    for origin in table.from.map(\.value) + (table.from.isEmpty ? table.preset?.from ?? [] : []) {
      // What described things and data files have, they tell themselves.
      if origin.hasPrefix(Origin.dataPrefix) || sources.contains(origin) { isOpen = true }
      fields += Origin.fields(of: origin) ?? items[origin] ?? []
    }
    for origin in table.from where !origin.value.hasPrefix(Origin.dataPrefix) {
      if Origin.fields(of: origin.value) == nil, items[origin.value] == nil, !sources.contains(origin.value) {
        problems.append(
          origin.problem(
            "there is no \"\(origin.value)\" to make rows from", remedy: didYouMean(origin.value, among: origins)))
      }
    }
    var taken = Set(reservedColumns)
    for rule in table.rule.columns {
      let written = table.columns.first { $0.name.value == rule.name }?.name ?? table.name
      for name in rule.type.type.physicalColumns(named: rule.name).map(\.name)
        + ColumnExtra.allCases.map({ "\(rule.name)_\($0.rawValue)" })
      where !taken.insert(name).inserted {
        problems.append(
          written.problem(
            "the column \(name) would stand twice, or is Sluice's own", remedy: "Choose another name."))
      }
    }
    let pageFields = Origin.pageFields.map { Origin.pagePrefix + $0.name }
    for column in table.columns {
      guard let value = column.value else { continue }
      let isPresets = table.preset?.columns.contains { $0.name == column.name.value } ?? false
      for wanted in value.from.isEmpty ? (isPresets ? [] : [column.name]) : value.from
      where !isOpen && !fields.isEmpty && !(fields + pageFields).contains(wanted.value) {
        problems.append(
          wanted.problem(
            "there is no field \"\(wanted.value)\" to read",
            remedy: didYouMean(wanted.value, among: fields + pageFields)))
      }
      checkOptions(column.name, value)
    }
    let names = table.rule.columns.map(\.name)
    for key in table.key where !names.contains(key.value) {
      problems.append(key.problem("there is no column \"\(key.value)\"", remedy: didYouMean(key.value, among: names)))
    }
  }

  /// A table without a preset says itself what its rows and columns are.
  private mutating func checkComplete(_ table: NormalizeTable) {
    if table.from.isEmpty {
      problems.append(
        table.name.problem(
          "\"from\" is missing: nothing says what the rows of \"\(table.name.value)\" are made of",
          remedy: "Write \"from\": \"page\", or name items, or take a \"preset\"."))
    }
    if !table.columns.contains(where: { $0.value != nil }) {
      problems.append(
        table.name.problem(
          "\"columns\" is missing: \"\(table.name.value)\" has none",
          remedy: "Declare them as in \"columns\": { \"title\": \"text\" }, or take a \"preset\"."))
    }
  }

  /// Options that mean nothing to a column's type, or that it can't do without.
  private mutating func checkOptions(_ name: Located<String>, _ column: NormalizeColumn) {
    let type = column.type.type.name
    if type == "enum", column.options.values.isEmpty {
      problems.append(
        name.problem(
          "an enum needs its \"values\"", remedy: "Write \"values\": { \"open\": [\"offen\"], \"closed\": [] }."))
    }
    if type != "enum", type != "boolean", !column.options.values.isEmpty {
      problems.append(
        name.problem("\"values\" means nothing to \(type)", remedy: "Leave it out, or take the type enum."))
    }
    if !type.hasPrefix("money"), column.options.currency != nil {
      problems.append(name.problem("\"currency\" means nothing to \(type)", remedy: "Leave it out."))
    }
  }

  /// Ways to redact that a column's type or the missing key don't allow.
  private mutating func checkRedaction(_ table: NormalizeTable, hasKey: Bool) {
    for rule in table.rule.columns {
      guard let redaction = rule.redaction else { continue }
      let place = table.columns.first { $0.name.value == rule.name }?.name ?? table.name
      let physical = rule.type.type.physicalColumns(named: rule.name)
      let holdsText = physical.first?.storage == .text && rule.type.type.takesAnyText
      if redaction.way != .drop && !holdsText {
        problems.append(
          place.problem(
            "a \(rule.type.type.name) column can't hold what \"\(redaction.way.rawValue)\" puts in its place",
            remedy: "Use \"redact\": \"drop\", or give \(rule.name) the type text."))
      } else if redaction.inside != nil, rule.type.type != TextColumn.self {
        problems.append(
          place.problem("\"inside\" is for columns of the type text", remedy: "Leave it out: the whole value goes."))
      }
      if rule.shows.contains(.raw) {
        problems.append(
          place.problem(
            "what was written in a redacted column is not kept", remedy: "Leave \"raw\" out of \"with\"."))
      }
      if redaction.way == .hash, !hasKey {
        problems.append(
          place.problem(
            "hashes need a key", remedy: "Write \"redact_key\": \"${SLUICE_REDACT_KEY}\" in the normalize stage."))
      }
    }
  }

  /// What normalize makes rows from on every page, whatever the config cuts out.
  private let fixedOrigins = [Origin.pageName] + OriginRegistry.all.map { $0.name }

  /// Columns that every table has, published or in a store.
  private let reservedColumns = [
    "id", "page_id", "ordinal", "source", "source_address", "fetched_at", "content_sha256", "copies", "cluster_id",
    "survivor_id", "rule", "similarity", "variant_of",
  ]

  private mutating func checkJSONLines(_ load: LoadSettings, tables: [String]) {
    guard case .tables(let names) = load.jsonLines else { return }
    for name in names where !tables.contains(name.value) {
      problems.append(
        name.problem("there is no table \"\(name.value)\"", remedy: didYouMean(name.value, among: tables)))
    }
  }

  private mutating func checkDedupe(_ dedupe: DedupeSettings, tables: [String: TableRule], sources: [String]) {
    checkUnique((dedupe.tables ?? []).map(\.table), "deduplicated table")
    checkUnique(dedupe.links.map(\.name), "link")
    problems += DedupeChecks(dedupe, tables: tables, sources: sources).problems
  }
}
