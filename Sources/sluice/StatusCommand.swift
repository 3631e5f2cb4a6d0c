import ArgumentParser
import Foundation
import JSONText
import Load
import Pipeline
import Records
import Store

/// `sluice status`: how things stand, in a few lines.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show in a few lines what is published and how the last run ended.",
    discussion: """
      With --max-age, ends with 1 where the tables were not brought up to date for longer than that: the night that \
      never started, or never ended well.
      """)

  @Option(
    help: ArgumentHelp("End with 1 if the last good run is older than this, such as 90m, 26h or 2d.", valueName: "time")
  )
  var maxAge: String?

  @OptionGroup var project: ProjectOptions

  mutating func validate() throws {
    if let maxAge, RunCommand.seconds(maxAge) == nil {
      throw ValidationError("--max-age takes a time such as 90m, 26h or 2d, not \"\(maxAge)\".")
    }
  }

  func run() throws {
    let pipeline = try project.project()
    let now = project.now.flatMap { Timestamp(iso: $0) } ?? Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    let ledger = try Ledger(reading: pipeline.out.ledger)
    let status = PipelineStatus(
      now: now, last: try ledger?.runs(limit: 1).first, lastGood: try ledger?.lastGood(),
      report: try pipeline.report(profiling: false))
    if project.format == .json {
      Terminal.write(status.json.pretty)
    } else if !project.quiet {
      for line in status.lines { Terminal.write(line + "\n") }
    }
    guard let maxAge, let limit = RunCommand.seconds(maxAge) else { return }
    if let problem = status.problem(limit: limit, called: maxAge) { throw problem.ending(with: 1) }
  }
}

/// How a pipeline stands at one moment.
struct PipelineStatus {
  let now: Timestamp
  let last: RunEntry?
  /// The last run that published, or found everything up to date.
  let lastGood: RunEntry?
  let report: RunReport?

  /// What is wrong if the last good run is more than `limit` seconds old; nil for nothing.
  func problem(limit: Int, called age: String) -> Failure? {
    let remedy = "Look at `sluice runs` and whether cron or the timer still starts it."
    guard let lastGood else { return Failure("status.too-old", "no run has published yet", remedy: remedy) }
    let seconds = now.seconds - lastGood.startedAt.seconds
    guard seconds > limit else { return nil }
    return Failure(
      "status.too-old", "the last good run, \(lastGood.id), is older than \(age): it began \(lastGood.startedAt)",
      remedy: remedy)
  }

  /// For people.
  var lines: [String] {
    var lines: [String] = []
    if let report {
      lines.append(line("published", "\(report.run.id), begun \(ago(report.run.startedAt))"))
    } else {
      lines.append(line("published", "nothing yet"))
    }
    if let last {
      let exit = last.exitStatus.map { ", status \($0)" } ?? ""
      lines.append(line("last run", "\(last.number), \(last.status.rawValue)\(exit), begun \(ago(last.startedAt))"))
    }
    guard let report else { return lines }
    lines += report.run.stages.map(\.line)
    for table in report.run.tables { lines.append(line("table", "\(table)  \(rows(of: table, in: report))")) }
    let failed = report.checks.filter { $0.status != "ok" }
    lines.append(line("checks", "\(report.checks.count - failed.count) hold, \(failed.count) fail"))
    lines += failed.map {
      line(
        "", "\($0.status): \([$0.table, $0.columns].compactMap { $0 }.joined(separator: ".")): \($0.kind): \($0.says)")
    }
    lines += report.reasons.map { line($0.severity, "\($0.count) \($0.code)") }
    return lines
  }

  private func line(_ name: String, _ text: String) -> String {
    name.padding(toLength: 10, withPad: " ", startingAt: 0) + text
  }

  private func rows(of table: String, in report: RunReport) -> String {
    let rows = report.all.first { $0.name == table }?.rows ?? 0
    guard report.publishes.count > 1 else { return "\(rows) rows" }
    let counts = report.publishes.suffix(2).map { $0.rows[table] ?? 0 }
    let difference = counts[1] - counts[0]
    return "\(rows) rows (\(difference > 0 ? "+" : "")\(difference))"
  }

  private func ago(_ time: Timestamp) -> String {
    let minutes = (now.seconds - time.seconds) / 60
    let age = minutes >= 2880 ? "\(minutes / 1440) days" : minutes >= 120 ? "\(minutes / 60) h" : "\(minutes) min"
    return minutes < 0 ? "\(time)" : "\(time), \(age) ago"
  }

  /// For programs.
  var json: JSON {
    .members([
      "now": .string(now.description), "published": report.map { .string($0.run.id) } ?? .null,
      "last_run": last.map { .string($0.id) } ?? .null,
      "last_status": last.map { .string($0.status.rawValue) } ?? .null,
      "last_exit_status": last?.exitStatus.map { .integer($0) } ?? .null,
      "last_good_run": lastGood.map { .string($0.id) } ?? .null,
      "last_good_at": lastGood.map { .string($0.startedAt.description) } ?? .null,
      "stages": .array(report?.run.stages.map(\.json) ?? []),
      "tables": .array(
        (report?.run.tables ?? []).map { name in
          .members([
            "table": .string(name), "rows": .integer(report?.all.first { $0.name == name }?.rows ?? 0),
          ])
        }),
      "checks": .array(
        (report?.checks ?? []).map {
          .members([
            "table": .string($0.table), "columns": $0.columns.map { .string($0) } ?? .null, "kind": .string($0.kind),
            "status": .string($0.status), "says": .string($0.says),
          ])
        }),
      "rejects": .array(
        (report?.reasons ?? []).map {
          .members([
            "code": .string($0.code), "severity": .string($0.severity), "stage": .string($0.stage),
            "count": .integer($0.count),
          ])
        }),
    ])
  }
}
