import Fetch
import Foundation
import Records
import Settings
import Store

/// Brings fetch's store up to what a program writes now.
struct CommandFetch {
  private let context: RunContext
  private let store: StageStore
  private let source: CommandSource
  private let rank: Int
  private let folder: String

  /// How often a running program is looked at, and how long it may take to end once it is asked to.
  private static let pause = Duration.milliseconds(20)
  private static let grace = Duration.seconds(2)

  init(_ context: RunContext, _ store: StageStore, _ source: CommandSource, rank: Int) {
    self.context = context
    self.store = store
    self.source = source
    self.rank = rank
    folder = "\(context.project.out.stages)/\(keptMembersFolder)"
  }

  // Both stand in the folder that is swept of what no row points to, should a kill leave them there.
  private var output: String { "\(folder)/\(source.name.value).output" }
  private var messages: String { "\(folder)/\(source.name.value).messages" }

  /// Runs the program; where it fails what it gave before stays, and the state says why.
  func run(_ archives: inout ArchiveFetch, _ worked: inout [Staleness: Int]) async throws -> SourceState {
    let name = source.name.value
    try FileCalls.makeFolder(folder, mode: 0o700)
    defer { for path in [output, messages] where FileCalls.exists(path) { try? FileCalls.remove(path) } }
    var status = "ok"
    do {
      try await call()
      status = try take(&archives, &worked)
    } catch let failure as Failure where failure.diagnostic.code.hasPrefix("fetch.") {
      status = "the program failed: \(failure.diagnostic.inOneLine)"
    }
    return SourceState(name: name, status: status, matched: try store.pageCounts(source: name).known, keeps: true)
  }

  /// Runs the program to its end; throws `fetch.command` where that isn't a good one.
  private func call() async throws {
    var program = try ProgramCall(
      source.arguments.map(\.text), environment: source.variables(of: ProcessInfo.processInfo.environment),
      folder: context.project.root, output: output, messages: messages)
    let start = ContinuousClock.now
    var refusal: String?
    var deadline = start + source.timeout
    while true {
      if let ending = program.ending() { return try judge(ending, refusal) }
      if context.interruption.exitStatus != nil {
        program.end()
        try context.checkInterruption()
      }
      let size = [output, messages].reduce(0) { $0 + (FileCalls.state($1, followingLinks: true)?.size ?? 0) }
      if size > source.maxSize {
        program.end()
        throw failure("it wrote more than \"max_size\" (\(source.maxSize) bytes)", "Raise it if that is meant.")
      }
      if ContinuousClock.now >= deadline {
        if refusal != nil {
          program.end()
          throw failure(refusal ?? "", Self.timeRemedy)
        }
        refusal = "it took longer than its \"timeout\" (\(source.timeout.written)) and was ended"
        program.interrupt()
        deadline = .now + Self.grace
      }
      try await Task.sleep(for: Self.pause)
    }
  }

  private static let timeRemedy = "Raise \"timeout\" if that is meant."

  private func judge(_ ending: ProgramCall.Ending, _ refusal: String?) throws {
    if let refusal { throw failure(refusal, Self.timeRemedy) }
    switch ending {
    case .status(0): return
    case .status(let number): throw failure("it ended with status \(number)", "")
    case .signal(let number): throw failure("it was ended by signal \(number)", "")
    }
  }

  /// A failure with the last lines of what the program said.
  private func failure(_ summary: String, _ remedy: String) -> Failure {
    let size = Int(FileCalls.state(messages, followingLinks: true)?.size ?? 0)
    let last = (try? FileCalls.read(messages, at: max(0, size - 4096), count: 4096)) ?? []
    let words = source.lastWords(last)
    return Failure("fetch.command", words.isEmpty ? summary : "\(summary); it said: \(words)", remedy: remedy)
  }

  /// Brings in what it wrote; gives the source's status.
  private func take(_ archives: inout ArchiveFetch, _ worked: inout [Staleness: Int]) throws -> String {
    let name = source.name.value
    switch try source.output(at: output, now: context.now) {
    case .nothing:
      return try store.pageCounts(source: name).known > 0 ? "ok" : "the program wrote nothing"
    case .rows(let rows):
      if let reason = try archives.keep(rows, source.asFiles, rank) { worked[reason, default: 0] += 1 }
      return "ok"
    case .webArchive(let candidate):
      let before = try store.pageCounts(source: name).known
      _ = try archives.read(candidate, .web, source: source.asFiles, rank: rank)
      let new = try store.pageCounts(source: name).known - before
      if new > 0 { worked[.new, default: 0] += new }
      return "ok"
    }
  }
}
