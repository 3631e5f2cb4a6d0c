import ArgumentParser
import Foundation
import JSONText
import Pipeline
import Records
import Store

/// `sluice rejects`: what a run rejected, and why.
struct RejectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects", abstract: "List what the last run (or RUN) rejected, with place, reason and remedy.")

  @Argument(help: ArgumentHelp("A run's id, the beginning of one, or its number.", valueName: "run"))
  var name: String?

  @Flag(help: "List warnings too.")
  var warnings = false

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let pipeline = try project.project()
    let ledger = try Ledger(reading: pipeline.out.ledger)
    guard let ledger, let entry = try name.map({ try ledger.run($0) }) ?? ledger.runs(limit: 1).first else {
      if let name {
        throw Failure("runs.unknown", "there is no run \"\(name)\"", remedy: "`sluice runs` lists them.").ending(
          with: 2)
      }
      if project.format == .json { Terminal.write("[]\n") } else { Terminal.say("No run has been made yet.") }
      return
    }
    let found = try ledger.diagnostics(run: entry.number, warnings: warnings)
    if project.format == .json {
      Terminal.write(JSON.array(found.map(\.json)).pretty)
    } else {
      for known in found {
        Terminal.write(
          "\(known.stage.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0))\(known.diagnostic)\n")
      }
    }
  }
}

extension KnownDiagnostic {
  fileprivate var json: JSON {
    let place = diagnostic.location
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    return .members([
      "stage": .string(stage.rawValue), "severity": .string(diagnostic.severity.rawValue),
      "code": .string(diagnostic.code), "summary": .string(diagnostic.summary), "source": text(place.source),
      "address": text(place.address), "line": place.line.map { .integer($0) } ?? .null,
      "column": place.column.map { .integer($0) } ?? .null, "record": text(place.record),
      "remedy": .string(diagnostic.remedy), "first_run": .integer(firstRun), "last_run": .integer(lastRun),
    ])
  }
}
