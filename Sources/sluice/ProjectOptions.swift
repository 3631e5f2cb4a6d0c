import ArgumentParser
import Foundation
import Pipeline
import Records

/// How a listing is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// The options that every command about a pipeline takes.
struct ProjectOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The pipeline's config; its paths are seen from its own folder.")
  var config = "pipeline.json"

  @Option(help: "The output folder instead of out/ beside the config.")
  var out: String?

  @Option(help: ArgumentHelp("Threads to work on; as many as there are cores if not given.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("The run's clock instead of the system's, such as 2026-11-22T02:00:00Z.", valueName: "time"))
  var now: String?

  @Flag(help: "Say nothing but what went wrong, and warnings that the last published run did not have.")
  var quiet = false

  @Option(help: "How listings are written: text or json.")
  var format = OutputFormat.text

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
    if let now, Timestamp(iso: now) == nil {
      throw ValidationError("--now takes a time such as 2026-11-22T02:00:00Z, not \"\(now)\".")
    }
  }

  /// The pipeline; a wrong config is reported line by line and ends the program with status 2.
  func project() throws -> Project {
    do throws(ConfigError) {
      return try Project(file: config, out: out, environment: ProcessInfo.processInfo.environment)
    } catch {
      for line in error.lines { Terminal.say(line) }
      throw ExitCode(2)
    }
  }

  /// What these options say of a run.
  var runOptions: RunOptions {
    var options = RunOptions()
    options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    options.now = now.flatMap { Timestamp(iso: $0) }
    options.program = Sluice.version
    options.command = CommandLine.arguments.dropFirst().joined(separator: " ")
    return options
  }
}

extension Stage: ExpressibleByArgument {}

extension Failure {
  /// Reports the failure and ends the program with `status`.
  func ending(with status: Int32) -> ExitCode {
    Terminal.report(diagnostic)
    return ExitCode(status)
  }
}
