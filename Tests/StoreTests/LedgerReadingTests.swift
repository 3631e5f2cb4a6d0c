import Records
import Store
import TestSupport
import Testing

struct LedgerReadingTests {
  let folder: TemporaryFolder
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger(writing: folder.path("ledger.sqlite"))
    for (index, status) in [RunEntry.Status.published, .refused, .published, .failed].enumerated() {
      let number = try ledger.open(
        id: ["20261120T02-aa", "20261121T02-ab", "20261121T03-ac", "20261122T02-ad"][index],
        startedAt: Timestamp(seconds: 0),
        command: "run", program: "1.0", config: "{}", above: 0)
      try ledger.close(run: number, status: status, exitStatus: 0, seconds: 1, madeFrom: nil)
    }
  }

  @Test func `lists the newest runs first`() throws {
    #expect(try ledger.runs(limit: 10).map(\.number) == [4, 3, 2, 1])
    #expect(try ledger.runs(limit: 2).map(\.number) == [4, 3])
    #expect(try ledger.runs(upTo: 3, limit: 2).map(\.number) == [3, 2])
    #expect(try ledger.lastGood()?.number == 3)
    #expect(try ledger.run(before: 3)?.number == 2)
    #expect(try ledger.run(before: 1) == nil)
    #expect(try ledger.lastPublished()?.number == 3)
  }

  @Test(
    arguments: [
      ("20261121T03-ac", 3), ("3", 3), ("20261120", 1), ("20261121", nil), ("2026", nil), ("99", nil), ("ab", nil),
      ("20261122T02-ad-and-more", nil),
    ] as [(String, Int?)])
  func `finds a run by its id, its number or a beginning that only it has`(name: String, number: Int?) throws {
    #expect(try ledger.run(name)?.number == number)
  }

  @Test func `opens for reading once there is a run`() throws {
    #expect(try Ledger(reading: folder.path("none.sqlite")) == nil)
    try ledger.close()
    let reading = try #require(try Ledger(reading: folder.path("ledger.sqlite")))
    #expect(try reading.runs(limit: 10).count == 4)
    #expect(failure { try reading.note(yields: ["a": 1], run: 1) }?.code == "store.unwritable")
  }

  @Test func `tells what is new since the last publish`() throws {
    let (old, new, back) = (
      Diagnostic(.reject, "a.old", "x"), Diagnostic(.warn, "b.new", "x"), Diagnostic(.reject, "c.back", "x")
    )
    for (run, all) in [(1, [old, back]), (2, [old]), (3, [old, new, back])] {
      try ledger.note(diagnosticsOf: .clean, run: run) { note in for diagnostic in all { try note(diagnostic) } }
    }
    #expect(try ledger.newDiagnostics(run: 3, since: 2).map(\.diagnostic) == [new, back])
    #expect(try ledger.newDiagnostics(run: 3, since: 1).map(\.diagnostic) == [new])
    #expect(try ledger.newDiagnostics(run: 3, since: 0).count == 3)
    #expect(try ledger.newDiagnostics(run: 2, since: 1) == [])
  }

  @Test func `sorts rejects by stage, then by code and place`() throws {
    func place(_ code: String, _ address: String, _ line: Int) -> Diagnostic {
      Diagnostic(.reject, code, "x", at: .init(source: "site", address: address, line: line))
    }
    let first = [place("a", "x", 2), place("a", "x", 10), place("a", "y", 1), place("b", "a", 1)]
    try ledger.note(diagnosticsOf: .normalize, run: 1) { note in
      for diagnostic in first.reversed() { try note(diagnostic) }
    }
    try ledger.note(diagnosticsOf: .clean, run: 1) { note in try note(place("z", "z", 1)) }
    #expect(try ledger.diagnostics(run: 1, warnings: true).map(\.diagnostic) == [place("z", "z", 1)] + first)
  }
}
