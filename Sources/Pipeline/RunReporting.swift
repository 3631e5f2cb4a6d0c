import JSONText
package import Load
package import Records
import Store

extension Project {
  /// The report's name among a run's outputs.
  static let reportName = "report.html"

  /// The report of what is published, or of the run that `name` (an id, the beginning of one, or a number) names, from
  /// its outputs; nil where nothing is published yet.
  ///
  /// Without `profiling` tables are only counted. Throws `report.unknown` and `report.gone`.
  package func report(run name: String? = nil, profiling: Bool = true) throws(Failure) -> RunReport? {
    let ledger = try Ledger(reading: out.ledger)
    guard let name else {
      guard out.currentRun != nil else { return nil }
      return try report(folder: out.current, ledger, profiling: profiling)
    }
    guard let entry = try ledger?.run(name) else {
      throw Failure("report.unknown", "there is no run \"\(name)\"", remedy: "`sluice runs` lists them.")
    }
    let folders = ["\(out.runs)/\(entry.id)", out.refused(entry.id)]
    guard let folder = folders.first(where: { FileCalls.exists("\($0)/run.json") }) else {
      throw Failure(
        "report.gone", "the outputs of run \(entry.id) are not kept, or it made none",
        remedy: "`retain` in pipeline.json says how many runs are kept; `sluice runs \(entry.number)` has its numbers.")
    }
    return try report(folder: folder, ledger, profiling: profiling)
  }

  /// The report of the outputs in `folder`; `stages` are its run's numbers, those of the ledger or of run.json if nil.
  func report(
    folder: String, _ ledger: Ledger?, stages: [StageNumbers]? = nil, profiling: Bool = true
  ) throws(Failure) -> RunReport {
    let path = "\(folder)/run.json"
    guard let json = try? JSONNode(parsing: FileCalls.read(path)).plain, var run = RunReport.Run(json) else {
      throw Failure(
        "report.damaged", "run.json is missing or damaged", at: .init(address: path),
        remedy: "`sluice run load --force` publishes anew.")
    }
    let noted = try ledger?.run(run.id).map { entry throws(Failure) in try ledger?.numbers(run: entry.number) ?? [] }
    if let stages = stages ?? noted, !stages.isEmpty { run.stages = stages }
    let history = try HistoryStore(reading: out.history)
    let publishes = try history?.publishes(through: run.id, count: RunReport.publishes)
    try history?.close()
    let runs = try ledger?.runs(upTo: run.number, limit: RunReport.runs) ?? []
    let database = try PublishedDatabase(reading: "\(folder)/analytics.sqlite")
    let report = try RunReport(
      run: run, from: database, redacted: redactedColumns, publishes: publishes ?? [], runs: runs, profiling: profiling)
    try database.close()
    return report
  }

  /// For each table the columns whose values are redacted.
  private var redactedColumns: [String: Set<String>] {
    publishedTables.reduce(into: [:]) { $0[$1.schema.name] = Set($1.redactedColumns.map(\.name)) }
  }
}

extension RunReport.Run {
  /// What run.json says; nil if it isn't one.
  init?(_ json: JSON) {
    guard let id = json["run"]?.text, let start = json["started_at"]?.text.flatMap({ Timestamp(iso: $0) }) else {
      return nil
    }
    self.init(
      pipeline: json["pipeline"]?.text ?? "", id: id, number: json["number"]?.integer ?? 0, startedAt: start,
      program: json["program"]?.text ?? "", command: json["command"]?.text ?? "",
      tables: (json["tables"]?.elements ?? []).compactMap { $0["table"]?.text },
      stages: (json["stages"]?.elements ?? []).compactMap { StageNumbers($0) })
  }
}

extension StageNumbers {
  /// What `json` wrote; nil if that isn't it.
  init?(_ json: JSON) {
    guard let stage = json["stage"]?.text.flatMap({ Stage(rawValue: $0) }) else { return nil }
    func counts(_ name: String) -> [String: Int] {
      (json[name]?.members ?? []).reduce(into: [:]) { $0[$1.name] = $1.value.integer }
    }
    self.init(stage)
    inputs = json["inputs"]?.integer ?? 0
    outputs = json["outputs"]?.integer ?? 0
    rejected = json["rejected"]?.integer ?? 0
    dropped = counts("dropped")
    found = counts("found")
    warnings = json["warnings"]?.integer ?? 0
    worked = counts("worked")
    if case .number(let text) = json["seconds"] { seconds = Double(text) ?? 0 }
  }
}
