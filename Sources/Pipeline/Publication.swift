import JSONText
import Load
import Records
import Store

/// What the published outputs were made from, and whether they would come out the same now.
struct Publication: Sendable {
  let project: Project

  init(_ project: Project) { self.project = project }

  /// What outputs are made from: a digest for each table, one for the rejects, and each stage's fingerprint.
  struct Basis: Hashable, Sendable {
    var tables: [String: String]
    var rejects: String
    var settings: [String: String]
    var programs: [String: Int]

    /// What changed beside the inputs since outputs were made from `published`; a new program weighs more.
    ///
    /// Load's own settings decide how rows are shown and not what they say.
    func upgrade(from published: Basis) -> Upgrade? {
      func differ<Value: Equatable>(_ now: [String: Value], _ before: [String: Value]) -> Bool {
        Stage.allCases.contains { $0 != .load && now[$0.rawValue] != before[$0.rawValue] }
      }
      if differ(programs, published.programs) { return .program }
      return differ(settings, published.settings) ? .settings : nil
    }

    /// As run.json keeps it.
    var json: JSON {
      func object<Value>(_ values: [String: Value], _ wrap: (Value) -> JSON) -> JSON {
        .object(values.sorted { $0.key < $1.key }.map { JSON.Member($0.key, wrap($0.value)) })
      }
      return .members([
        "tables": object(tables) { .string($0) }, "rejects": .string(rejects),
        "settings": object(settings) { .string($0) }, "programs": object(programs) { .integer($0) },
      ])
    }

    init(tables: [String: String], rejects: String, settings: [String: String], programs: [String: Int]) {
      self.tables = tables
      self.rejects = rejects
      self.settings = settings
      self.programs = programs
    }

    init?(_ json: JSON) {
      guard let tables = json["tables"], let rejects = json["rejects"]?.text, let settings = json["settings"],
        let programs = json["programs"]
      else { return nil }
      self.rejects = rejects
      self.tables = Dictionary(tables.members.map { ($0.name, $0.value.text ?? "") }) { $1 }
      self.settings = Dictionary(settings.members.map { ($0.name, $0.value.text ?? "") }) { $1 }
      self.programs = Dictionary(programs.members.map { ($0.name, $0.value.integer ?? 0) }) { $1 }
    }
  }

  /// What the outputs would be made from now; nil while a store is missing.
  func basis() throws(Failure) -> Basis? {
    let folder = project.out.stages
    guard let records = try StageStore(reading: .normalize, in: folder) else { return nil }
    defer { try? records.close() }
    let clusters = try project.stages.contains(.dedupe) ? StageStore(reading: .dedupe, in: folder) : nil
    defer { try? clusters?.close() }
    let known = try records.recordTables()
    var tables: [String: String] = [:]
    for table in project.publishedTables {
      let name = table.schema.name
      guard known.contains(name) else { return nil }
      tables[name] =
        try "\(records.digest(table: name)) \(clusters?.clusterBasis(table: name) ?? "") \(table.description.digest)"
    }
    for link in project.publishedLinks { tables[link.name] = try clusters?.clusterBasis(table: link.name) ?? "" }
    var settings: [String: String] = [:]
    var programs: [String: Int] = [:]
    for stage in project.stages {
      let fingerprint = project.fingerprint(of: stage)
      settings[stage.rawValue] = fingerprint.settings
      programs[stage.rawValue] = fingerprint.program
    }
    return Basis(tables: tables, rejects: try rejectDigest(), settings: settings, programs: programs)
  }

  private func rejectDigest() throws(Failure) -> String {
    var hasher = ContentHasher()
    for stage in project.stages where stage != .load {
      guard let store = try StageStore(reading: stage, in: project.out.stages) else { continue }
      try store.eachDiagnostic { hasher.append(field: "\(stage.rawValue) \($0)") }
      try store.close()
    }
    return hasher.finish().hex
  }

  /// What the current outputs were made from; nil where there are none or they are damaged.
  var currentBasis: Basis? {
    guard let bytes = project.out.currentFile("run.json"), let node = try? JSONNode(parsing: bytes),
      let made = node.plain["made_from"]
    else { return nil }
    let files = node.plain["files"]?.elements.compactMap(\.text) ?? []
    return files.allSatisfy { FileCalls.exists("\(project.out.current)/\($0)") } ? Basis(made) : nil
  }

  /// The number of the run that made the current outputs, as they say themselves: a ledger made anew doesn't know it.
  var currentNumber: Int? {
    guard let bytes = project.out.currentFile("run.json"), let node = try? JSONNode(parsing: bytes) else { return nil }
    return node.plain["number"]?.integer
  }

  /// How many tables would have to be published anew, by reason.
  func staleness(now: Basis) -> [Staleness: Int] {
    let names = project.schemas.map(\.name)
    guard let published = currentBasis else { return [.new: names.count] }
    return names.reduce(into: [:]) { counts, table in
      if let reason = staleness(of: table, now: now, published: published) { counts[reason, default: 0] += 1 }
    }
  }

  /// Why a table would have to be published anew; nil if it would come out the same.
  private func staleness(of table: String, now: Basis, published: Basis) -> Staleness? {
    if published.tables[table] == nil { return .new }
    if published.settings != now.settings { return .settingsChanged }
    if published.programs != now.programs { return .programChanged }
    let links = project.publishedLinks.map(\.name)
    let hasChanged = ([table] + links).contains { published.tables[$0] != now.tables[$0] }
    return hasChanged || published.rejects != now.rejects ? .inputChanged : nil
  }
}
