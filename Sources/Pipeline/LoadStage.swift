import Foundation
package import JSONText
import Load
import Normalize
import Records
import Settings
package import Store

/// Builds a run's outputs from the stage stores and makes them `current`, or keeps them aside and says why not.
struct LoadStage {
  let context: RunContext
  let ledger: Ledger
  let runID: String
  let startedAt: Timestamp
  /// The numbers of the stages before load.
  let earlier: [StageNumbers]

  /// How loading ended.
  enum Outcome {
    case published(StageNumbers, madeFrom: String, warnings: [Diagnostic])
    /// The current outputs were made from the same stores.
    case unchanged(StageNumbers)
    case refused(StageNumbers?, [Diagnostic])
  }

  private var project: Project { context.project }

  /// Throws `load.behind` where an earlier stage has stale inputs.
  func run() throws -> Outcome {
    try checkNothingIsBehind()
    let publication = Publication(project)
    guard let basis = try publication.basis() else {
      throw Failure("load.nothing", "there is nothing to load yet", remedy: "Run the earlier stages: `sluice run`.")
    }
    let checks = PublishChecks(project: project, lastPublished: context.lastPublished)
    let problems =
      try
      (checks.sources()
      + FieldChecks(project).problems(before: ledger.yields(run: context.lastPublished))).filter {
        $0.severity == .fatal
      }
      + checks.rejects(earlier) + checks.sums(earlier)
    if !context.options.isForced, problems.isEmpty, publication.currentBasis == basis {
      try forgetOriginals()
      // A run killed just after its outputs became current leaves its publish in the history undecided.
      try settleHistory()
      return .unchanged(presentNumbers())
    }
    let earlier = try beginPublish(after: publication.currentBasis, basis)
    // Where the history can't be settled now, the next run does it: what is published is so all the same.
    defer { try? settleHistory() }
    return try build(publication, basis, checks, problems, earlier)
  }

  /// Opens this publish in the history.
  private func beginPublish(
    after published: Publication.Basis?, _ basis: Publication.Basis
  ) throws(Failure) -> EarlierPublishes {
    let history = try HistoryStore(writing: project.out.history)
    try history.settle(currentRun: project.out.currentRun)
    let number = try history.begin(run: runID, at: startedAt)
    try history.close()
    let previous = "\(project.out.current)/analytics.sqlite"
    return EarlierPublishes(
      previous: FileCalls.exists(previous) ? previous : nil, history: project.out.history,
      number: number, at: startedAt, upgrade: published.flatMap { basis.upgrade(from: $0) })
  }

  /// Lets what was remembered in this run count if its outputs are published, and forgets it if they aren't.
  private func settleHistory() throws(Failure) {
    let history = try HistoryStore(writing: project.out.history)
    try history.settle(currentRun: project.out.currentRun)
    try history.close()
  }

  private func build(
    _ publication: Publication, _ basis: Publication.Basis, _ checks: PublishChecks, _ problems: [Diagnostic],
    _ earlier: EarlierPublishes
  ) throws -> Outcome {
    let start = ProcessInfo.processInfo.systemUptime
    let folder = project.out.building(runID)
    let retain = project.settings.retain
    try project.out.prune(for: runID, runs: retain.runs, months: retain.months)
    try FileCalls.makeFolder(folder)
    var loader = project.loader
    loader.earlier = earlier
    var numbers = StageNumbers(.load)
    numbers.worked = worked(publication, basis)
    let built = try loader.build(in: folder) { tables in
      count(tables, into: &numbers)
      return (self.earlier + [numbers]).map { PublishedRun(runID: runID, startedAt: startedAt, numbers: $0) }
    }
    try FileCalls.write(
      Array(runFile(basis, numbers, built.tables, files: loader.files + [Project.reportName]).utf8),
      to: "\(folder)/run.json")
    try writeReport(of: numbers, in: folder, since: start)
    let rows = Dictionary(built.tables.map { ($0.name, $0.rows) }) { $1 }
    let yields = try checks.presentYields(rows: rows)
    let lost = try checks.yields(yields, before: ledger.yields(run: context.lastPublished))
    let failed = built.checks.compactMap(\.diagnostic)
    let all = problems + checks.sums([numbers]) + lost + failed.filter { $0.severity == .fatal }
    guard all.isEmpty else {
      try project.out.keepRefused(runID)
      return .refused(numbers, all + failed.filter { $0.severity == .warn })
    }
    // The last moment at which a signal can keep things as they are.
    try context.checkInterruption()
    try ledger.note(yields: yields, run: context.run)
    try ledger.note(self.earlier + [numbers], run: context.run)
    try project.out.publish(runID)
    try forgetOriginals()
    return .published(numbers, madeFrom: ContentHash(of: basis.json.canonical).hex, warnings: failed)
  }

  /// Writes report.html; `start` is when load began, by the system's uptime in seconds.
  private func writeReport(of numbers: StageNumbers, in folder: String, since start: Double) throws(Failure) {
    var numbers = numbers
    numbers.seconds = ProcessInfo.processInfo.systemUptime - start
    let report = try project.report(folder: folder, ledger, stages: earlier + [numbers])
    try FileCalls.write(Array(ReportPage(report).html.utf8), to: "\(folder)/\(Project.reportName)")
  }

  /// Deletes what pages behind redacted tables said, where the config asks for it.
  private func forgetOriginals() throws(Failure) {
    let tables = project.forgottenTables
    guard !tables.isEmpty else { return }
    let store = try StageStore(writing: .clean, in: project.out.stages)
    _ = try store.forgetOriginals(of: tables, in: project.out.stages)
    try store.close()
  }

  private func checkNothingIsBehind() throws(Failure) {
    let planner = Planner(project)
    for stage in project.stages where stage != .load && stage != .fetch {
      let plan = try planner.plan(of: stage)
      guard plan.count > 0 else { continue }
      throw Failure(
        "load.behind", "\(stage.rawValue) is behind: \(plan.count) inputs are not up to date",
        remedy: "Run `sluice run --from \(stage.rawValue)`.")
    }
  }

  private func worked(_ publication: Publication, _ basis: Publication.Basis) -> [String: Int] {
    if context.options.isForced { return [Staleness.forced.rawValue: project.schemas.count] }
    return publication.staleness(now: basis).reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
  }

  /// What dedupe (or normalize) left against what the built tables hold.
  private func count(_ tables: [LoadedTable], into numbers: inout StageNumbers) {
    numbers.inputs = earlier.last { $0.stage == .dedupe || $0.stage == .normalize }?.outputs ?? 0
    numbers.outputs = tables.reduce(0) { $0 + $1.rows }
    let sameKey = tables.reduce(0) { $0 + $1.sameKey }
    if sameKey > 0 { numbers.dropped["load.same-key"] = sameKey }
  }

  private func presentNumbers() -> StageNumbers {
    var numbers = StageNumbers(.load)
    guard let bytes = project.out.currentFile("run.json"), let node = try? JSONNode(parsing: bytes) else {
      return numbers
    }
    let load = node.plain["stages"]?.elements.first { $0["stage"]?.text == Stage.load.rawValue }
    numbers.inputs = load?["inputs"]?.integer ?? 0
    numbers.outputs = load?["outputs"]?.integer ?? 0
    for rule in load?["dropped"]?.members ?? [] { numbers.dropped[rule.name] = rule.value.integer }
    return numbers
  }

  /// run.json: which run made the folder, from what, and its numbers.
  private func runFile(
    _ basis: Publication.Basis, _ numbers: StageNumbers, _ tables: [LoadedTable], files: [String]
  ) -> String {
    JSON.members([
      "run": .string(runID), "number": .integer(context.run), "pipeline": .string(project.settings.name.value),
      "started_at": .string(startedAt.description), "program": .string(context.options.program),
      "command": .string(context.options.command), "stages": .array((earlier + [numbers]).map(\.json)),
      "tables": .array(
        tables.map { .members(["table": .string($0.name), "rows": .integer($0.rows + $0.gone)]) }),
      "files": .array(files.map { .string($0) }), "made_from": basis.json, "config": project.resolved,
    ]).pretty
  }
}

extension StageNumbers {
  /// As run.json and `--format json` show them.
  package var json: JSON {
    func object(_ counts: [String: Int]) -> JSON {
      .object(counts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) })
    }
    return .members([
      "stage": .string(stage.rawValue), "inputs": .integer(inputs), "outputs": .integer(outputs),
      "rejected": .integer(rejected), "dropped": object(dropped), "found": object(found),
      "warnings": .integer(warnings),
      "worked": object(worked), "seconds": .number(String((seconds * 1000).rounded() / 1000)),
    ])
  }
}
