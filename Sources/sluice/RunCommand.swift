import ArgumentParser
import Foundation
import Pipeline
import Records
import Store

/// `sluice run`: brings everything, or the stages asked for, up to date, and publishes if load is among them.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Bring everything up to date and publish.",
    discussion: """
      Without a stage, all stages run on what is stale and the outputs are published. With a stage, that stage alone \
      runs; a run publishes if and only if load is among its stages.
      """)

  @Argument(help: "Run this stage alone: fetch, clean, normalize, dedupe or load.")
  var stage: Stage?

  @Option(help: "Run this stage and all after it.")
  var from: Stage?

  @Flag(help: "Work on all inputs, not only on stale ones.")
  var force = false

  @Option(
    help: ArgumentHelp("Work on this document or page alone, stale or not; with clean or normalize.", valueName: "id"))
  var only: String?

  @Option(help: ArgumentHelp("Wait this long for another run to end, such as 30s, 10m or 2h.", valueName: "time"))
  var wait: String?

  @OptionGroup var project: ProjectOptions

  mutating func validate() throws {
    if stage != nil && from != nil { throw ValidationError("Give a stage or --from, not both.") }
    if only != nil, stage != .clean, stage != .normalize {
      throw ValidationError("--only works with `sluice run clean` and `sluice run normalize`.")
    }
    if let wait, RunCommand.seconds(wait) == nil {
      throw ValidationError("--wait takes a time such as 30s, 10m or 2h, not \"\(wait)\".")
    }
  }

  func run() async throws {
    let pipeline = try project.project()
    var options = project.runOptions
    options.stages = try stages(of: pipeline)
    options.isForced = force
    options.wait = wait.flatMap(RunCommand.seconds) ?? 0
    if let only { options.only = try documentID(only, pipeline) }
    let progress = ProgressLine(isQuiet: project.quiet)
    let result = await Runner(pipeline, options: options, observer: progress, interruption: Interruption()).run()
    progress.clear()
    report(result, pipeline)
    if result.exitStatus != 0 { throw ExitCode(result.exitStatus) }
  }

  private func stages(of pipeline: Project) throws -> [Stage] {
    for wanted in [stage, from].compactMap({ $0 }) where !pipeline.stages.contains(wanted) {
      throw Failure(
        "run.no-such-stage", "the pipeline has no stage \(wanted.rawValue)", at: .init(address: pipeline.file),
        remedy: "It has: \(pipeline.stages.map(\.rawValue).joined(separator: ", "))."
      ).ending(with: 2)
    }
    if let stage { return [stage] }
    return from.map { first in pipeline.stages.filter { $0 >= first } } ?? []
  }

  private func documentID(_ name: String, _ pipeline: Project) throws -> String {
    do throws(Failure) { return try Inspector(pipeline).documentID(name) } catch { throw error.ending(with: 2) }
  }

  private func report(_ result: RunResult, _ pipeline: Project) {
    let isSilent = project.quiet && result.exitStatus == 0
    for message in isSilent ? result.newMessages : result.messages { Terminal.report(message) }
    let shown =
      isSilent ? result.fresh : result.fresh.filter { $0.diagnostic.severity == .reject }
    for known in shown.prefix(50) { Terminal.report(known.diagnostic) }
    if shown.count > 50 { Terminal.say("… and \(shown.count - 50) more: `sluice rejects` lists them all.") }
    guard !project.quiet else { return }
    switch result.status {
    case .published: Terminal.say("published  \(pipeline.out.current) -> runs/\(result.runID ?? "")")
    case .unchanged: Terminal.say("unchanged  \(pipeline.out.current) is up to date")
    case .done:
      for plan in result.behind { Terminal.say("behind     \(plan.stage.rawValue): \(plan.reasons)") }
      Terminal.say("not published: `sluice run` brings everything up to date and publishes")
    case .interrupted: Terminal.say("stopped by a signal after the last batch; run again to go on")
    case .refused: Terminal.say("nothing published; what was published before stays")
    case .failed, .lost, .running: break
    }
  }

  /// Seconds in a time such as `90s`, `10m`, `2h` or `1d`; nil for anything else.
  static func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()), (0...100_000).contains(number)
    else { return nil }
    return number * unit
  }
}

extension StagePlan {
  /// What there is to do and why, such as `3 (2 new, 1 input changed)`.
  var reasons: String {
    let parts = Staleness.allCases.compactMap { reason in stale[reason].map { "\($0) \(reason.rawValue)" } }
    return parts.isEmpty ? "0" : "\(count) (\(parts.joined(separator: ", ")))"
  }
}
