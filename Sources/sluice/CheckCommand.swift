import ArgumentParser
import Foundation
import JSONText
import Pipeline
import Records
import Store

/// `sluice check`: the config's checks over what is published.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the config's checks again, over what is published.",
    discussion: "Ends with 1 if a check of severity error fails. Changes nothing.")

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let pipeline = try project.project()
    let now = project.now.flatMap { Timestamp(iso: $0) } ?? Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    let results: [CheckResult]
    do throws(Failure) {
      guard let found = try pipeline.checkPublished(now: now) else {
        throw Failure("check.nothing", "nothing is published yet", remedy: "Run `sluice run`.")
      }
      results = found
    } catch {
      throw error.ending(with: error.diagnostic.code == "check.nothing" ? 2 : 3)
    }
    if project.format == .json {
      Terminal.write(JSON.array(results.map(\.json)).pretty)
    } else {
      for result in results where !project.quiet || result.status != .ok { Terminal.write(result.line) }
    }
    if results.contains(where: { $0.status == .error }) { throw ExitCode(1) }
  }
}

extension CheckResult {
  fileprivate var place: String {
    ([table] + (columns.isEmpty ? [] : [columns.joined(separator: ", ")])).joined(separator: ".")
  }

  fileprivate var line: String { "\(status.rawValue)\t\(place)\t\(kind)\t\(says)\n" }

  fileprivate var json: JSON {
    .members([
      "status": .string(status.rawValue), "table": .string(table), "columns": .array(columns.map { .string($0) }),
      "kind": .string(kind), "failing": .integer(failing), "rows": .integer(rows), "says": .string(says),
    ])
  }
}
