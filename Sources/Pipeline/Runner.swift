import Foundation
import JSONText
package import Records
import Settings
package import Store

/// How a run ended, for whoever asked for it.
package struct RunResult: Sendable {
  package var exitStatus: Int32
  package var status: RunEntry.Status
  package var runID: String?
  package var numbers: [StageNumbers] = []
  /// What stopped or refused it, or what a person should know although it went well.
  package var messages: [Diagnostic] = []
  /// Those of `messages` that the last published run did not have.
  package var newMessages: [Diagnostic] = []
  /// Rejects and warnings that the last published run did not have.
  package var fresh: [KnownDiagnostic] = []
  /// Stages that are now behind, with how many inputs.
  package var behind: [StagePlan] = []
}

/// Runs stages, publishes, and keeps the ledger; never throws: whatever happens has an exit status.
package struct Runner: Sendable {
  private let project: Project
  private let options: RunOptions
  private let observer: any RunObserver
  private let interruption: Interruption

  package init(
    _ project: Project, options: RunOptions, observer: any RunObserver, interruption: Interruption
  ) {
    self.project = project
    self.options = options
    self.observer = observer
    self.interruption = interruption
  }

  /// Runs what the options ask for.
  package func run() async -> RunResult {
    do {
      return try await locked()
    } catch {
      let failure = Runner.failure(error)
      let isLocked = failure.diagnostic.code == "run.locked"
      if isLocked, let status = interruption.exitStatus {
        return RunResult(exitStatus: status, status: .interrupted)
      }
      return RunResult(
        exitStatus: isLocked ? 75 : Runner.exitStatus(of: failure), status: .failed, messages: [failure.diagnostic])
    }
  }

  private func locked() async throws -> RunResult {
    let out = project.out
    try out.make()
    let start = ProcessInfo.processInfo.systemUptime
    let startedAt = options.now ?? Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    let lock = try RunLock(
      out.lock, holder: "process \(getpid()) since \(startedAt), \(project.file)", wait: options.wait,
      isInterrupted: { interruption.exitStatus != nil })
    defer { withExtendedLifetime(lock) {} }
    try checkOwner()
    try StageStore.migrateFetch(in: out.stages)
    let ledger = try Ledger(writing: out.ledger)
    try reconcile(ledger)
    try out.removeUnfinished()
    if !FileCalls.exists(out.secretKey) {
      try FileCalls.write(project.secretKey, to: out.secretKey)
      FileCalls.setMode(out.secretKey, 0o600)
    }
    let runID = try newRunID(startedAt)
    let number = try ledger.open(
      id: runID, startedAt: startedAt, command: options.command, program: options.program,
      config: project.resolved.compact, above: try lastRunOfStores())
    WriteBoundary.runOpened.reached()
    let context = RunContext(
      project: project, options: options, observer: observer, interruption: interruption, run: number, now: startedAt,
      lastPublished: try ledger.lastPublished()?.number ?? Publication(project).currentNumber ?? 0)
    var (result, madeFrom) = await work(context, ledger, runID: runID, startedAt: startedAt)
    result.runID = runID
    do {
      try finish(&result, context, ledger, madeFrom: madeFrom, seconds: ProcessInfo.processInfo.systemUptime - start)
    } catch {
      note(ledgerFailure: Runner.failure(error), in: &result)
    }
    return result
  }

  /// Tells that the ledger couldn't be written. What failed before is told alone, since it mostly is the same trouble;
  /// what is published stays so, and the next run notes it.
  private func note(ledgerFailure failure: Failure, in result: inout RunResult) {
    guard result.status != .failed else { return }
    var diagnostic = failure.diagnostic
    if result.status == .published {
      diagnostic.severity = .warn
    } else if result.exitStatus == 0 {
      result.exitStatus = Runner.exitStatus(of: failure)
    }
    result.messages.append(diagnostic)
    result.newMessages = result.messages
  }

  /// Runs the stages; what goes wrong becomes the result.
  private func work(
    _ context: RunContext, _ ledger: Ledger, runID: String, startedAt: Timestamp
  ) async -> (RunResult, madeFrom: String?) {
    var result = RunResult(exitStatus: 0, status: .done)
    var madeFrom: String?
    do {
      let selected = options.stages.isEmpty ? project.stages : options.stages
      var worked: [Stage: (reasons: [Staleness: Int], seconds: Double)] = [:]
      for stage in project.stages where stage != .load && selected.contains(stage) {
        let start = ProcessInfo.processInfo.systemUptime
        let reasons = try await run(stage, context)
        worked[stage] = (reasons, ProcessInfo.processInfo.systemUptime - start)
        if let numbers = try present(stage, worked) {
          observer.finished(numbers)
          try checkSum(numbers)
        }
        if stage == .fetch { try checkSources(context, &result) }
        if stage == .clean { try checkFields(ledger.yields(run: context.lastPublished), &result) }
        if stage == .normalize, reasons.contains(where: { $0.value > 0 }) {
          result.messages += try PublishChecks(project: project, lastPublished: context.lastPublished).types()
        }
        if result.exitStatus != 0 { break }
      }
      var earlier: [StageNumbers] = []
      for stage in project.stages {
        if let numbers = try present(stage, worked) { earlier.append(numbers) }
      }
      guard result.exitStatus == 0, selected.contains(.load) else {
        result.numbers = earlier.filter { worked[$0.stage] != nil }
        return (result, nil)
      }
      result.numbers = earlier
      let start = ProcessInfo.processInfo.systemUptime
      let load = LoadStage(
        context: context, ledger: ledger, runID: runID, startedAt: startedAt, earlier: earlier)
      madeFrom = try take(try load.run(), seconds: { ProcessInfo.processInfo.systemUptime - start }, &result)
    } catch let interrupted as Interrupted {
      result.exitStatus = interrupted.exitStatus
      result.status = .interrupted
    } catch {
      let failure = Runner.failure(error)
      result.exitStatus = Runner.exitStatus(of: failure)
      result.status = .failed
      result.messages.append(failure.diagnostic)
    }
    return (result, madeFrom)
  }

  /// Runs one stage before load; gives how many inputs it worked on, by reason.
  private func run(_ stage: Stage, _ context: RunContext) async throws -> [Staleness: Int] {
    if let prior = project.prior(of: stage), !FileCalls.exists(StageStore.path(prior, in: project.out.stages)) {
      throw Failure(
        "run.stage-missing", "\(prior.rawValue) has not run yet, and \(stage.rawValue) reads what it left",
        remedy: "Run `sluice run --from \(prior.rawValue)`, or `sluice run`.")
    }
    switch stage {
    case .fetch: return try await FetchStage(context).run()
    case .clean: return try await CleanStage(context).run()
    case .normalize: return try await NormalizeStage(context).run()
    case .dedupe: return try DedupeStage(context).run()
    case .load: return [:]
    }
  }

  private func present(
    _ stage: Stage, _ worked: [Stage: (reasons: [Staleness: Int], seconds: Double)]
  ) throws(Failure) -> StageNumbers? {
    guard var numbers = try StageCounts(project: project).numbers(of: stage) else { return nil }
    for (reason, count) in worked[stage]?.reasons ?? [:] { numbers.worked[reason.rawValue] = count }
    numbers.seconds = worked[stage]?.seconds ?? 0
    return numbers
  }

  private func checkSum(_ numbers: StageNumbers) throws(Failure) {
    let checks = PublishChecks(project: project, lastPublished: 0)
    if options.only == nil, let problem = checks.sums([numbers]).first { throw Failure(problem) }
  }

  /// A required source that is missing or lost too much stops the run before anything downstream forgets it.
  private func checkSources(_ context: RunContext, _ result: inout RunResult) throws(Failure) {
    let problems = try PublishChecks(project: project, lastPublished: context.lastPublished).sources()
    result.messages += problems
    if problems.contains(where: { $0.severity == .fatal }) {
      result.exitStatus = 4
      result.status = .refused
    }
  }

  /// Data files without a field that is read, or with too few rows, stop the run before its tables forget what was there.
  private func checkFields(_ before: [String: Int], _ result: inout RunResult) throws(Failure) {
    let problems = try FieldChecks(project).problems(before: before)
    result.messages += problems
    if options.only == nil, problems.contains(where: { $0.severity == .fatal }) {
      result.exitStatus = 4
      result.status = .refused
    }
  }

  private func take(
    _ outcome: LoadStage.Outcome, seconds: () -> Double, _ result: inout RunResult
  ) throws -> String? {
    func note(_ numbers: StageNumbers) {
      var numbers = numbers
      numbers.seconds = seconds()
      observer.finished(numbers)
      result.numbers.append(numbers)
    }
    switch outcome {
    case .published(let numbers, let madeFrom, let warnings):
      note(numbers)
      result.messages += warnings
      result.status = .published
      return madeFrom
    case .unchanged(let numbers):
      note(numbers)
      result.status = .unchanged
    case .refused(let numbers, let problems):
      if let numbers { note(numbers) }
      result.status = .refused
      result.exitStatus = Runner.exitStatus(ofRefusal: problems.filter { $0.severity == .fatal }.map(\.code))
      result.messages += problems
    }
    return nil
  }

  /// Writes what the run did into the ledger.
  private func finish(
    _ result: inout RunResult, _ context: RunContext, _ ledger: Ledger, madeFrom: String?, seconds: Double
  ) throws {
    try ledger.note(result.numbers, run: context.run)
    do {
      try noteDiagnostics(ledger, run: context.run)
    } catch {
      // A store that stopped the run can't be read now either; the run's end is noted all the same.
      if result.status != .failed { throw error }
    }
    try ledger.note(checks: result.messages, run: context.run)
    let known = try ledger.checks(run: context.lastPublished).map(\.summary)
    result.newMessages = result.messages.filter { !known.contains($0.summary) }
    result.fresh = try ledger.newDiagnostics(run: context.run, since: context.lastPublished)
    try ledger.close(
      run: context.run, status: result.status, exitStatus: Int(result.exitStatus), seconds: seconds,
      madeFrom: madeFrom)
    WriteBoundary.runClosed.reached()
    try ledger.close()
    if result.status == .done {
      result.behind = try Planner(project).plan().filter { $0.count > 0 && $0.stage != .fetch }
    }
  }

  private func noteDiagnostics(_ ledger: Ledger, run: Int) throws(Failure) {
    for stage in project.stages where stage != .load {
      guard let store = try StageStore(reading: stage, in: project.out.stages) else { continue }
      try ledger.note(diagnosticsOf: stage, run: run) { try store.eachDiagnostic($0) }
      try store.close()
    }
  }

  /// What a run that died left in the ledger: it was published if `current` shows it, else it is lost.
  private func reconcile(_ ledger: Ledger) throws(Failure) {
    for run in try ledger.unfinished() {
      let isCurrent = project.out.currentRun == run.id
      try ledger.close(
        run: run.number, status: isCurrent ? .published : .lost, exitStatus: isCurrent ? 0 : 137, seconds: nil,
        madeFrom: nil)
    }
  }

  private func checkOwner() throws(Failure) {
    let name = project.settings.name.value
    if let bytes = try? FileCalls.read(project.out.owner) {
      let owner = String(decoding: bytes, as: UTF8.self)
      guard owner == name else {
        throw Failure(
          "run.other-pipeline", "this output folder belongs to the pipeline \"\(owner)\", not to \"\(name)\"",
          at: .init(address: project.out.path), remedy: "Give each pipeline an --out folder of its own.")
      }
    } else {
      try FileCalls.write(Array(name.utf8), to: project.out.owner)
    }
  }

  private func newRunID(_ startedAt: Timestamp) throws(Failure) -> String {
    while true {
      let digits = String(UInt16.random(in: 0...UInt16.max), radix: 16)
      let id = "\(startedAt.compact)-\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      // Two runs of one second, or of one --now, still need two names.
      if !FileCalls.exists("\(project.out.runs)/\(id)") { return id }
    }
  }

  private func lastRunOfStores() throws(Failure) -> Int {
    guard let store = try StageStore(reading: .fetch, in: project.out.stages) else { return 0 }
    defer { try? store.close() }
    return try store.lastRun()
  }

  private static func failure(_ error: any Error) -> Failure {
    error as? Failure ?? Failure("run.failed", "\(error)")
  }

  private static func exitStatus(ofRefusal codes: [String]) -> Int32 {
    if codes.contains("run.sums-differ") { return 3 }
    return codes.allSatisfy { $0 == "check.failed" } ? 1 : 4
  }

  private static func exitStatus(of failure: Failure) -> Int32 {
    switch failure.diagnostic.code {
    case "load.behind", "load.nothing", "run.stage-missing", "run.other-pipeline": 2
    case "normalize.unreadable", "normalize.field-missing": 1
    default: 3
    }
  }
}
