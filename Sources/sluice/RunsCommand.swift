import ArgumentParser
import Foundation
import JSONText
import Pipeline
import Records
import Store

/// `sluice runs`: the runs so far, or one run's numbers, config, and what changed in it since the run before.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs; or show one run's numbers and what changed in its config.")

  @Argument(
    help: ArgumentHelp("A run's id, the beginning of one, or its number; `last` for the last.", valueName: "run"))
  var name: String?

  @Option(help: "How many runs to list.")
  var limit = 20

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let pipeline = try project.project()
    guard let ledger = try Ledger(reading: pipeline.out.ledger) else {
      if project.format == .json { Terminal.write("[]\n") } else { Terminal.say("No run has been made yet.") }
      return
    }
    guard let name else { return try list(try ledger.runs(limit: limit)) }
    guard let entry = name == "last" ? try ledger.runs(limit: 1).first : try ledger.run(name) else {
      throw Failure("runs.unknown", "there is no run \"\(name)\"", remedy: "`sluice runs` lists them.").ending(with: 2)
    }
    try show(entry, ledger, pipeline)
  }

  private func list(_ runs: [RunEntry]) throws {
    if project.format == .json {
      Terminal.write(JSON.array(runs.map { $0.json() }).pretty)
      return
    }
    for run in runs {
      let status = run.status.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
      let exit = run.exitStatus.map { "status \($0)" } ?? "no status"
      let seconds = run.seconds.map { ", \(($0 * 10).rounded() / 10) s" } ?? ""
      Terminal.write("\(run.number)  \(run.id)  \(status)\(exit)\(seconds)  \(run.command)\n")
    }
  }

  private func show(_ run: RunEntry, _ ledger: Ledger, _ pipeline: Project) throws {
    let numbers = try ledger.numbers(run: run.number)
    let checks = try ledger.checks(run: run.number)
    let before = try ledger.run(before: run.number)
    let hosts = try StageStore(reading: .fetch, in: pipeline.out.stages)?.traffic(run: run.number) ?? []
    let changes = before.map { configChanges(from: $0.config, to: run.config) } ?? []
    if project.format == .json {
      var json = run.json()
      json = .object(
        json.members + [
          .init("stages", .array(numbers.map(\.json))),
          .init(
            "messages", .array(checks.map { .members(["code": .string($0.code), "summary": .string($0.summary)]) })),
          .init("hosts", .array(hosts.map(\.json))),
          .init("config_changes", .array(changes.map { .string($0) })),
          .init("config", configJSON(run.config)),
        ])
      Terminal.write(json.pretty)
      return
    }
    Terminal.write(
      "run \(run.number) \(run.id): \(run.status.rawValue), started \(run.startedAt), program \(run.program)\n")
    Terminal.write("command: sluice \(run.command)\n")
    for stage in numbers { Terminal.write("\(stage.line)\n") }
    for host in hosts { Terminal.write("\(host.line)\n") }
    for check in checks { Terminal.write("\(check.code): \(check.summary)\n") }
    if let before {
      Terminal.write(
        changes.isEmpty ? "config: as in run \(before.number)\n" : "config, changed since run \(before.number):\n")
      for change in changes { Terminal.write("  \(change)\n") }
    }
    Terminal.write("resolved config:\n\(configJSON(run.config).pretty)")
  }
}

extension HostTraffic {
  /// One line for people: `asked     https://science.example:443: 120 requests, 2 retries, 80 of 304, 1048576 bytes`.
  fileprivate var line: String {
    "asked     \(host): \(requests) requests, \(retries) retries, \(notModified) of 304, \(bytes) bytes"
  }

  fileprivate var json: JSON {
    .members([
      "host": .string(host), "requests": .integer(requests), "retries": .integer(retries),
      "not_modified": .integer(notModified), "bytes": .integer(bytes),
    ])
  }
}

extension RunEntry {
  fileprivate func json() -> JSON {
    .members([
      "number": .integer(number), "run": .string(id), "started_at": .string(startedAt.description),
      "status": .string(status.rawValue), "exit_status": exitStatus.map { .integer($0) } ?? .null,
      "seconds": seconds.map { .number(String(($0 * 1000).rounded() / 1000)) } ?? .null, "command": .string(command),
      "program": .string(program),
    ])
  }
}
