import Records
import Store
import TestSupport
import Testing

struct LedgerTests {
  let folder: TemporaryFolder
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger(writing: folder.path("ledger.sqlite"))
  }

  private func open(_ id: String, above: Int = 0) throws -> Int {
    try ledger.open(
      id: id, startedAt: Timestamp(seconds: 60), command: "run", program: "1.0", config: #"{"name":"a"}"#, above: above)
  }

  @Test func `numbers runs upwards, above what other stores know`() throws {
    #expect(try open("a") == 1)
    #expect(try open("b") == 2)
    #expect(try open("c", above: 10) == 11)
    #expect(try open("d", above: 3) == 12)
  }

  @Test func `keeps a run from its beginning to its end`() throws {
    let number = try open("20261122T020000Z-3f2a")
    let running = try #require(try ledger.run("20261122T020000Z-3f2a"))
    #expect(running.status == .running)
    #expect(running.seconds == nil)
    #expect(running.exitStatus == nil)
    #expect(running.startedAt == Timestamp(seconds: 60))
    #expect(running.command == "run")
    #expect(running.program == "1.0")
    #expect(running.config == #"{"name":"a"}"#)
    #expect(try ledger.unfinished().map(\.number) == [number])
    try ledger.close(run: number, status: .published, exitStatus: 0, seconds: 1.5, madeFrom: "digest")
    let ended = try #require(try ledger.run("1"))
    #expect(ended.status == .published)
    #expect(ended.exitStatus == 0)
    #expect(ended.seconds == 1.5)
    #expect(ended.madeFrom == "digest")
    #expect(try ledger.unfinished() == [])
  }

  @Test(arguments: RunEntry.Status.allCases)
  func `reads back every way to end`(status: RunEntry.Status) throws {
    let number = try open("a")
    try ledger.close(run: number, status: status, exitStatus: 4, seconds: nil, madeFrom: nil)
    #expect(try ledger.run("a")?.status == status)
  }

  @Test func `refuses one id twice`() throws {
    _ = try open("a")
    #expect(failure { _ = try open("a") }?.code == "store.failed")
  }

  @Test func `keeps each stage's numbers`() throws {
    let number = try open("a")
    var clean = StageNumbers(.clean)
    clean.inputs = 10
    clean.outputs = 7
    clean.rejected = 1
    clean.dropped = ["same \"address\"": 2, "a\\b": 0]
    clean.warnings = 5
    clean.worked = ["new": 3, "input changed": 1]
    clean.seconds = 0.25
    let fetch = StageNumbers(.fetch)
    try ledger.note([clean, fetch], run: number)
    #expect(try ledger.numbers(run: number) == [fetch, clean])
    clean.outputs = 8
    try ledger.note([clean], run: number)
    #expect(try ledger.numbers(run: number) == [fetch, clean])
    #expect(try ledger.numbers(run: 99) == [])
  }

  @Test func `keeps what kept a run from publishing, and its yields`() throws {
    let number = try open("a")
    try ledger.note(checks: [Diagnostic(.fatal, "b.second", "two"), Diagnostic(.fatal, "a.first", "one")], run: number)
    let checks = try ledger.checks(run: number)
    #expect(checks.map(\.code) == ["b.second", "a.first"])
    #expect(checks.map(\.summary) == ["two", "one"])
    try ledger.note(yields: ["cards.title": 3, "cards.place": 0], run: number)
    try ledger.note(yields: ["cards.title": 4], run: number)
    #expect(try ledger.yields(run: number) == ["cards.title": 4, "cards.place": 0])
    #expect(try ledger.yields(run: 99) == [:])
  }

  private func reject(_ summary: String, _ severity: Diagnostic.Severity = .reject) -> Diagnostic {
    Diagnostic(severity, "clean.no-main-text", summary, at: .init(source: "site", address: summary))
  }

  /// Notes the rejects of clean in a new run; gives the run's number.
  @discardableResult
  private func run(_ diagnostics: Diagnostic..., stage: Stage = .clean) throws -> Int {
    let number = try open("run \(try ledger.runs(limit: 1000).count)")
    try ledger.note(diagnosticsOf: stage, run: number) { note in for diagnostic in diagnostics { try note(diagnostic) }
    }
    return number
  }

  private func seen(in run: Int) throws -> [String] {
    try ledger.diagnostics(run: run, warnings: true).map(\.diagnostic.summary)
  }

  @Test func `knows which runs saw a reject that goes away and comes back`() throws {
    let (a, b) = (reject("a"), reject("b"))
    try run(a, b)
    try run(b)
    try run(b, a)
    try run(a)
    #expect(try (1...4).map(seen) == [["a", "b"], ["b"], ["a", "b"], ["a"]])
    let found = try #require(try ledger.diagnostics(run: 4, warnings: false).first)
    #expect(found.firstRun == 3)
    #expect(found.lastRun == 4)
    #expect(found.stage == .clean)
    #expect(found.diagnostic == a)
  }

  @Test func `knows a run that saw no reject at all`() throws {
    try run(reject("a"))
    try run()
    try run(reject("a"))
    #expect(try (1...3).map(seen) == [["a"], [], ["a"]])
  }

  @Test func `keeps each stage's rejects apart`() throws {
    try run(reject("a"))
    try run(reject("a"), stage: .normalize)
    // Run 2 did not look at clean, so what run 1 saw there and run 3 sees again was there all the time.
    try run(reject("a"))
    let clean = try ledger.diagnostics(run: 3, warnings: true)
    #expect(clean.map(\.stage) == [.clean])
    #expect(clean.map(\.firstRun) == [1])
    #expect(try ledger.diagnostics(run: 2, warnings: true).map(\.stage) == [.clean, .normalize])
  }

  @Test func `notes a reject once however often a run names it`() throws {
    try run(reject("a"), reject("a"))
    #expect(try seen(in: 1) == ["a"])
    try run(reject("a"), reject("a"))
    #expect(try ledger.diagnostics(run: 2, warnings: true).map(\.firstRun) == [1])
  }

  @Test func `takes a reject with another place, code or severity for another`() throws {
    var (place, code) = (reject("a"), reject("a"))
    place.location.line = 3
    code.code = "clean.other"
    try run(reject("a"), place, code, reject("a", .warn))
    #expect(try ledger.diagnostics(run: 1, warnings: true).count == 4)
    #expect(try ledger.diagnostics(run: 1, warnings: false).count == 3)
  }
}
