import Clean
import Dedupe
import Fetch
import Formats
import Foundation
package import JSONText
import Load
import Normalize
package import Records
import Settings
package import Store

/// A pipeline.json with the folders it speaks of: everything a command needs before it touches a store.
package struct Project: Sendable {
  /// The config as the user named it.
  package let file: String
  /// The absolute folder of the config, from which all its paths are seen.
  package let root: String
  package let out: OutputFolder
  package let settings: PipelineSettings
  /// The resolved config, secrets masked.
  package let resolved: JSON
  private let deciding: JSON
  /// What people decided about records, by table.
  private let decisions: [String: [Decision]]
  /// The key of the hashes that stand for secrets; written to `out/` by the first run.
  let secretKey: [UInt8]

  /// Reads the config at `file`, seen from the current folder; `out` replaces its folder `out`. Writes nothing.
  package init(file: String, out: String? = nil, environment: [String: String]) throws(ConfigError) {
    self.file = file
    let path = Project.absolute(file)
    root = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    self.out = OutputFolder(out.map(Project.absolute) ?? "\(root)/out")
    secretKey = (try? FileCalls.read(self.out.secretKey)) ?? (0..<32).map { _ in UInt8.random(in: 0...255) }
    let config = try ConfigFile(path: path, called: file, environment: environment, secretKey: secretKey)
    settings = config.settings
    resolved = config.resolved
    deciding = config.deciding
    decisions = config.decisions
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The config's stages in their order.
  package var stages: [Stage] { settings.stages.map(\.value.stage) }

  var fetch: FetchSettings {
    for case .fetch(let fetch) in settings.stages.map(\.value) { return fetch }
    return FetchSettings(sources: [])
  }

  /// The sources' names, in the config's order.
  var sourceNames: [String] { fetch.sources.map(\.name.value) }

  /// For each source how rows are read from its data files.
  var rowOptions: [String: RowOptions] {
    var options: [String: RowOptions] = [:]
    for source in fetch.sources {
      switch source {
      case .files(let source): options[source.name.value] = source.rowOptions
      case .database(let source): options[source.name.value] = source.rowOptions
      case .web, .command: break
      }
    }
    return options
  }

  var cleaner: Cleaner {
    for case .clean(let clean) in settings.stages.map(\.value) { return Cleaner(items: clean.items.map(\.rule)) }
    return Cleaner(items: [])
  }

  var clean: CleanSettings {
    for case .clean(let clean) in settings.stages.map(\.value) { return clean }
    return CleanSettings(items: [])
  }

  var load: LoadSettings {
    for case .load(let load) in settings.stages.map(\.value) { return load }
    return LoadSettings()
  }

  var tables: [NormalizeTable] {
    for case .normalize(let normalize) in settings.stages.map(\.value) { return normalize.tables }
    return []
  }

  /// For each source that has one the language tag its values are written by.
  var locales: [String: String] {
    for case .normalize(let normalize) in settings.stages.map(\.value) {
      return Dictionary(normalize.locales.map { ($0.name.value, $0.value) }) { first, _ in first }
    }
    return [:]
  }

  /// What keyed hashes of personal data are made with.
  var redactKey: String? {
    for case .normalize(let normalize) in settings.stages.map(\.value) { return normalize.redactKey }
    return nil
  }

  /// The tables whose pages are forgotten once they are loaded.
  var forgottenTables: [String] {
    for case .normalize(let normalize) in settings.stages.map(\.value) where normalize.forgetsOriginals {
      return normalize.tables.map(\.rule).filter(\.redacts).map(\.table)
    }
    return []
  }

  /// The declared tables' shapes, in the config's order.
  package var schemas: [TableSchema] { tables.map(\.rule.schema) }

  /// The rules of the tables that are deduplicated, in the config's order of tables.
  var dedupeRules: [DedupeRule] {
    for case .dedupe(let dedupe) in settings.stages.map(\.value) {
      guard let tables = dedupe.tables else {
        return schemas.map { schema in
          DedupeRule(table: schema.name, exact: [schema.valueColumns.map(\.name)], survivor: .first)
        }
      }
      let sources = fetch.sources.map(\.name.value)
      return schemas.compactMap { schema in
        tables.first { $0.table.value == schema.name }.map {
          $0.rule(schema, sources: sources, decisions: decisions[schema.name] ?? [])
        }
      }
    }
    return []
  }

  /// The pairs of tables that are linked.
  var links: [TableLink] {
    for case .dedupe(let dedupe) in settings.stages.map(\.value) { return dedupe.links }
    return []
  }

  /// The tables of pairs as they are published.
  var publishedLinks: [PublishedLink] { links.map { PublishedLink(name: $0.name.value) } }

  /// What people decided about the records of a table, or the pairs of a link.
  func decisions(of table: String) -> [Decision] { decisions[table] ?? [] }

  /// What a link's pairs depend on beside the records.
  func fingerprint(of link: TableLink) -> Fingerprint {
    let stage = deciding["stages"]?.elements.first { $0["stage"]?.text == Stage.dedupe.rawValue }
    let settings = stage?["links"]?.elements.first { $0["table"]?.text == link.name.value }
    var hasher = ContentHasher()
    hasher.append(field: settings?.canonical)
    for decision in decisions(of: link.name.value) { hasher.append(field: decision.line) }
    return Fingerprint(settings: hasher.finish(digits: 32), program: Linker.version)
  }

  /// The file of a table's decisions, as the config names it; nil where it has none.
  func decisionFile(of table: String) -> String? {
    for case .dedupe(let dedupe) in settings.stages.map(\.value) {
      return dedupe.tables?.first { $0.table.value == table }?.decisions?.value
    }
    return nil
  }

  /// The tables as they are published.
  var publishedTables: [PublishedTable] {
    let rules = dedupeRules
    return tables.map { table in
      let schema = table.rule.schema
      let key = table.rule.key.compactMap { name in
        schema.columns.first { $0.name == name }?.physical.first?.name
      }
      let rule = rules.first { $0.table == schema.name }
      var published = PublishedTable(
        schema: schema, key: key, isDeduped: rule != nil, mode: load.mode(of: schema.name),
        redacted: Set(table.rule.columns.filter { $0.redaction != nil }.map(\.name)))
      published.hasEvidence = rule?.givesEvidence ?? false
      published.hasVariants = rule.map { !$0.differs.isEmpty } ?? false
      published.strippedColumn = rule?.repeated.flatMap { $0.removes ? $0.column : nil }
      published.chosenColumns = rule?.choices.map(\.column) ?? []
      return published
    }
  }

  /// What builds a run's outputs.
  var loader: Loader {
    Loader(
      name: settings.name.value, tables: publishedTables, stages: out.stages,
      stagesWithRejects: stages.filter { $0 != .load }, quarantines: tables.contains { $0.rule.quarantines },
      links: publishedLinks, settings: load)
  }

  /// The tables whose texts can be searched.
  var searchedTables: [SearchedTable] {
    for case .load(let load) in settings.stages.map(\.value) { return load.search.map(\.searched) }
    return []
  }

  /// The stage that `stage` reads; nil for fetch.
  func prior(of stage: Stage) -> Stage? {
    guard let index = stages.firstIndex(of: stage), index > 0 else { return nil }
    return stages[index - 1]
  }

  /// What a stage's outputs depend on beside its inputs.
  func fingerprint(of stage: Stage) -> Fingerprint {
    let settings = deciding["stages"]?.elements.first { $0["stage"]?.text == stage.rawValue }
    return Fingerprint(settings: hash(settings), program: program(of: stage))
  }

  /// The same for one table of dedupe; the order of the sources decides which record comes first.
  func fingerprint(of rule: DedupeRule) -> Fingerprint {
    let stage = deciding["stages"]?.elements.first { $0["stage"]?.text == Stage.dedupe.rawValue }
    let table = stage?["tables"]?.elements.first { $0["table"]?.text == rule.table }
    var hasher = ContentHasher()
    hasher.append(field: table?.canonical)
    let parts = rule.exact.map { $0.joined(separator: " ") } + rule.decisions.map(\.line)
    for part in parts + fetch.sources.map(\.name.value) { hasher.append(field: part) }
    return Fingerprint(settings: hasher.finish(digits: 32), program: Deduper.version)
  }

  /// What reading one source's files depends on.
  func fingerprint(ofSource name: String) -> String {
    let stage = deciding["stages"]?.elements.first { $0["stage"]?.text == Stage.fetch.rawValue }
    let source = stage?["sources"]?.elements.first { $0["name"]?.text == name }
    var hasher = ContentHasher()
    hasher.append(field: source?.canonical)
    hasher.append(field: String(documentReadingVersion))
    return hasher.finish(digits: 32)
  }

  private func hash(_ json: JSON?) -> String { String(ContentHash(of: json?.canonical ?? "").hex.prefix(32)) }

  private func program(of stage: Stage) -> Int {
    switch stage {
    case .fetch: documentReadingVersion
    case .clean: Cleaner.version
    case .normalize: Normalizer.version
    case .dedupe: Deduper.version
    case .load: Loader.version
    }
  }
}
