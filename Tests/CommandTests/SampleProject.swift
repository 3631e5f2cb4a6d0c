import Foundation
import JSONText
import TestSupport

/// A small project in a folder of its own: a config, a few pages, and the built program to run on them.
final class SampleProject: Sendable {
  let folder: TemporaryFolder
  private let program: String

  /// What stands where no test asks for something else: 1 January 2026.
  static let modified: Int64 = 1_767_225_600
  /// The clock of runs whose outputs are compared.
  static let now = "2026-03-01T02:00:00Z"

  /// `files` are texts by path; the default is a small site and a note.
  init(_ config: SampleConfig = SampleConfig(), files: [String: String] = SampleSite.files) throws {
    guard let sluiceBinary else { throw CocoaError(.executableNotLoadable) }
    program = sluiceBinary
    folder = try TemporaryFolder()
    try write(config)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try write(text, to: path) }
  }

  /// A whole copy of another project, with what its runs have left.
  init(copying other: SampleProject) throws {
    program = other.program
    folder = try TemporaryFolder()
    let copy = try ProgramRun("/bin/cp", ["-a", "\(other.folder.path)/.", folder.path])
    guard copy.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Puts another config in place.
  func write(_ config: SampleConfig) throws { try folder.write(config.text, to: "pipeline.json") }

  /// Writes a file that says it was modified at `modified`.
  func write(_ text: String, to path: String, modified: Int64 = SampleProject.modified) throws {
    try folder.write(text, to: path)
    try folder.setModificationTime(path, to: modified)
  }

  /// Runs the program in the project's folder.
  @discardableResult
  func sluice(_ arguments: String..., environment: [String: String] = [:]) throws -> ProgramRun {
    try ProgramRun(program, arguments, environment: environment, folder: folder.path)
  }

  /// Starts the program in the project's folder.
  func starting(_ arguments: String..., environment: [String: String] = [:]) throws -> RunningProgram {
    try RunningProgram(program, arguments, environment: environment, folder: folder.path)
  }

  /// Runs everything with the clock at `SampleProject.now`; throws what the program said if it didn't end with 0.
  @discardableResult
  func publish(_ arguments: String..., environment: [String: String] = [:]) throws -> ProgramRun {
    let run = try ProgramRun(
      program, ["run", "--now", SampleProject.now] + arguments, environment: environment, folder: folder.path)
    guard run.status == 0 else { throw ProgramFailed(status: run.status, errors: run.errors) }
    return run
  }

  /// The JSON that a command with `--format json` prints.
  func json(_ arguments: String...) throws -> JSON {
    let run = try ProgramRun(program, arguments + ["--format", "json"], folder: folder.path)
    guard run.status == 0 else { throw ProgramFailed(status: run.status, errors: run.errors) }
    return try JSONNode(parsing: Array(run.output.utf8)).plain
  }

  /// Whether something is at that path, a link counted as such.
  func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: folder.path(path))) != nil
  }
}

/// A command of a test's preparation that went wrong.
struct ProgramFailed: Error {
  var status: Int32
  var errors: String
}
