import Foundation

/// How a program ended and what it said.
package struct ProgramRun: Hashable, Sendable {
  /// The exit status; the negative number of the signal where one killed it.
  package var status: Int32
  /// Standard output, as text.
  package var output: String
  /// Standard error, as text.
  package var errors: String
  /// Whether it was killed because its time was over.
  package var isTimedOut: Bool

  /// The lines of standard output.
  package var outputLines: [String] { output.split(separator: "\n").map(String.init) }

  /// The lines of standard error.
  package var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

  init(status: Int32, output: String, errors: String, isTimedOut: Bool) {
    self.status = status
    self.output = output
    self.errors = errors
    self.isTimedOut = isTimedOut
  }

  /// Runs a program to its end, see `RunningProgram`; kills it after `timeLimit` seconds.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], folder: String? = nil,
    timeLimit: Double = 60
  ) throws {
    self = try RunningProgram(program, arguments, environment: environment, folder: folder).wait(timeLimit: timeLimit)
  }
}

/// A program while it runs, so that a test can send it signals.
package final class RunningProgram {
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  /// Both streams go to files: a pipe that nobody reads would stop the program.
  private let streams: TemporaryFolder

  /// Starts a program (an absolute path) in `folder`, with `environment` over this process' own; an empty value takes
  /// the variable away. Standard input is empty. Throws what the system says.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], folder: String? = nil
  ) throws {
    streams = try TemporaryFolder()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }.filter { !$1.isEmpty }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: try streams.write("", to: "output"))
    process.standardError = FileHandle(forWritingAtPath: try streams.write("", to: "errors"))
    process.terminationHandler = { [ended] _ in ended.signal() }
    try withSignalsLetThrough { try process.run() }
  }

  /// The number under which the system knows it.
  package var number: Int32 { process.processIdentifier }

  /// Sends it a signal.
  package func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// What it has written to standard error so far.
  package func errorsSoFar() throws -> String { try streams.read("errors") }

  /// Waits until it ends; kills it after `timeLimit` seconds.
  package func wait(timeLimit: Double = 60) throws -> ProgramRun {
    let isTimedOut = ended.wait(timeout: .now() + timeLimit) == .timedOut
    if isTimedOut {
      send(SIGKILL)
      ended.wait()
    }
    let number = process.terminationStatus
    return ProgramRun(
      status: process.terminationReason == .uncaughtSignal ? -number : number, output: try streams.read("output"),
      errors: try streams.read("errors"), isTimedOut: isTimedOut)
  }
}

/// Runs `body` with no signal blocked in this thread: a program inherits what is blocked where it is started, and the
/// threads that run tests block everything.
private func withSignalsLetThrough(_ body: () throws -> Void) rethrows {
  var none = sigset_t()
  var before = sigset_t()
  // The calls fill and read two sets that live on this stack frame.
  unsafe sigemptyset(&none)
  unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}
