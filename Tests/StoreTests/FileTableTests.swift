import Records
import Store
import TestSupport
import Testing

struct FileTableTests {
  let folder: TemporaryFolder
  let store: StageStore
  private let ok = [SourceState(name: "site", status: "ok", matched: 2)]

  init() throws {
    folder = try TemporaryFolder()
    store = try StageStore(writing: .fetch, in: folder.path)
  }

  private func write(_ files: FetchedFile..., unchanged: [String] = [], run: Int, settings: String = "s1") throws {
    try store.write(
      files: files, unchanged: unchanged.map { ("site", $0, 0) }, settings: ["site": settings, "mirror": settings],
      run: run)
  }

  /// Ends a walk; gives how many files went since the one before.
  @discardableResult
  private func settle(_ states: [SourceState], run: Int, lastPublished: Int) throws -> Int {
    try store.settle(states, run: run, lastPublished: lastPublished)
  }

  private func outcome(_ path: String, source: String = "site") throws -> Bool {
    try store.document(id: Identity.document(address: "\(source):\(path)")) != nil
  }

  @Test func `gives a document back as it was written`() throws {
    try write(Sample.file("a.html"), run: 1)
    #expect(try store.document(id: Identity.document(address: "site:a.html")) == Sample.document("a.html"))
    #expect(try store.document(id: Sample.id(9)) == nil)
    #expect(try store.lastRun() == 1)
  }

  @Test func `knows a file's state under the same settings`() throws {
    #expect(try store.knownFile(source: "site", path: "a.html", settings: "s1") == nil)
    try write(Sample.file("a.html"), run: 1)
    let known = try #require(try store.knownFile(source: "site", path: "a.html", settings: "s1"))
    #expect(known.state == Sample.state())
    #expect(known.contentHash == ContentHash(of: "tide"))
    #expect(known.fetchedAt == Timestamp(seconds: 60))
    let changed = try #require(try store.knownFile(source: "site", path: "a.html", settings: "s2"))
    #expect(changed.state != Sample.state())
    #expect(changed.fetchedAt == Timestamp(seconds: 60))
  }

  @Test func `keeps what is unchanged and replaces what changed`() throws {
    try write(Sample.file("a.html"), Sample.file("b.html"), run: 1)
    try settle(ok, run: 1, lastPublished: 0)
    try write(Sample.file("b.html", text: "ebb"), unchanged: ["a.html"], run: 2)
    try settle(ok, run: 2, lastPublished: 1)
    #expect(try store.fileOutcomes() == [.document: 2])
    #expect(try store.document(id: Identity.document(address: "site:b.html"))?.contentHash == ContentHash(of: "ebb"))
    #expect(try store.presentFileCount() == 2)
    #expect(try store.matchedCount() == 2)
    #expect(try store.lastRun() == 2)
  }

  @Test func `misses what is gone, and takes it back`() throws {
    try write(Sample.file("a.html"), Sample.file("b.html"), run: 1)
    try settle(ok, run: 1, lastPublished: 0)
    try write(unchanged: ["a.html"], run: 2)
    #expect(try settle(ok, run: 2, lastPublished: 1) == 1)
    #expect(try store.presentFileCount() == 1)
    #expect(try !outcome("b.html"))
    try write(unchanged: ["a.html", "b.html"], run: 3)
    #expect(try settle(ok, run: 3, lastPublished: 1) == 0)
    #expect(try store.presentFileCount() == 2)
    #expect(try outcome("b.html"))
  }

  @Test func `remembers what the last publish knew until the next one`() throws {
    try write(Sample.file("a.html"), Sample.file("b.html"), run: 1)
    try settle(ok, run: 1, lastPublished: 0)
    // Nothing was published before the first run.
    #expect(try store.presence(lastPublished: 0).map { [$0.present, $0.published, $0.lost] } == [[2, 0, 0]])
    for run in 2...3 {
      try write(unchanged: ["a.html"], run: run)
      if run == 2 { try write(Sample.file("new.html"), run: 2) } else { try write(unchanged: ["new.html"], run: 3) }
      try settle(ok, run: run, lastPublished: 1)
      #expect(try store.presence(lastPublished: 1).map { [$0.present, $0.published, $0.lost] } == [[2, 2, 1]])
    }
    // Run 3 was published without it: now it is forgotten.
    try write(unchanged: ["a.html", "new.html"], run: 4)
    try settle(ok, run: 4, lastPublished: 3)
    #expect(try store.presence(lastPublished: 3).map { [$0.present, $0.published, $0.lost] } == [[2, 2, 0]])
    #expect(try store.knownFile(source: "site", path: "b.html", settings: "s1") == nil)
  }

  @Test func `forgets at once what no publish knew`() throws {
    try write(Sample.file("a.html"), run: 1)
    try settle(ok, run: 1, lastPublished: 0)
    try write(Sample.file("short.html"), unchanged: ["a.html"], run: 2)
    try settle(ok, run: 2, lastPublished: 1)
    try write(unchanged: ["a.html"], run: 3)
    try settle(ok, run: 3, lastPublished: 1)
    #expect(try store.knownFile(source: "site", path: "short.html", settings: "s1") == nil)
    #expect(try store.presence(lastPublished: 1).map(\.lost) == [0])
  }

  @Test func `forgets a source that the config no longer names`() throws {
    try write(Sample.file("a.html"), Sample.file("b.html", source: "mirror"), run: 1)
    try settle(
      ok + [SourceState(name: "mirror", status: "ok", matched: 1)], run: 1, lastPublished: 0)
    #expect(try store.presence(lastPublished: 1).map(\.source.name) == ["mirror", "site"])
    try write(unchanged: ["a.html"], run: 2)
    try settle(ok, run: 2, lastPublished: 1)
    #expect(try store.presence(lastPublished: 1).map(\.source.name) == ["site"])
    #expect(try store.presentFileCount() == 1)
    #expect(try store.knownFile(source: "mirror", path: "b.html", settings: "s1") == nil)
  }

  @Test func `keeps why a source had nothing`() throws {
    try settle([SourceState(name: "site", status: "the folder data is missing", matched: 0)], run: 1, lastPublished: 0)
    let presence = try #require(try store.presence(lastPublished: 0).first)
    #expect(presence.source == SourceState(name: "site", status: "the folder data is missing", matched: 0))
    #expect(presence.present == 0)
  }

  private let shared = "https://science.example/a"

  /// Which of the files with the shared address is the document.
  private func winner() throws -> String? {
    try store.document(id: Identity.document(address: shared)).map { "\($0.source) \($0.path)" }
  }

  @Test func `gives an address to the first source, then to the first path`() throws {
    try write(
      Sample.file("z.html", rank: 0, address: shared),
      Sample.file("b.html", source: "mirror", rank: 1, address: shared),
      Sample.file("a.html", source: "mirror", rank: 1, address: shared), Sample.file("other.html"), run: 1)
    try settle(ok + [SourceState(name: "mirror", status: "ok", matched: 2)], run: 1, lastPublished: 0)
    #expect(try winner() == "site z.html")
    #expect(try store.fileOutcomes() == [.document: 2, .sameAddress: 2])
  }

  @Test func `gives an address to the next when the first goes, and back when it comes`() throws {
    let states = ok + [SourceState(name: "mirror", status: "ok", matched: 1)]
    let mirror = Sample.file("b.html", source: "mirror", rank: 1, address: shared)
    try write(Sample.file("a.html", address: shared), mirror, run: 1)
    try settle(states, run: 1, lastPublished: 0)
    try write(mirror, run: 2)
    try settle(states, run: 2, lastPublished: 1)
    #expect(try winner() == "mirror b.html")
    #expect(try store.fileOutcomes() == [.document: 1])
    try write(Sample.file("a.html", address: shared), mirror, run: 3)
    try settle(states, run: 3, lastPublished: 1)
    #expect(try winner() == "site a.html")
    #expect(try store.fileOutcomes() == [.document: 1, .sameAddress: 1])
  }

  @Test func `gives an address to the next when the first is rejected`() throws {
    try write(
      Sample.file("a.html", address: shared, outcome: .rejected),
      Sample.file("b.html", address: shared), run: 1)
    try settle(ok, run: 1, lastPublished: 0)
    #expect(try winner() == "site b.html")
    #expect(try store.fileOutcomes() == [.document: 1, .rejected: 1])
  }

  @Test func `follows the sources when they change places`() throws {
    let states = ok + [SourceState(name: "mirror", status: "ok", matched: 1)]
    try write(
      Sample.file("a.html", address: shared), Sample.file("b.html", source: "mirror", rank: 1, address: shared), run: 1)
    try settle(states, run: 1, lastPublished: 0)
    try store.write(
      files: [], unchanged: [("mirror", "b.html", 0), ("site", "a.html", 1)], settings: [:], run: 2)
    try settle(states, run: 2, lastPublished: 1)
    #expect(try winner() == "mirror b.html")
  }

  @Test func `keeps a file's rejects while it is there`() throws {
    let reject = Diagnostic(.reject, "fetch.empty", "nothing", at: .init(source: "site", address: "a.html"))
    try write(Sample.file("a.html", outcome: .rejected, [reject]), run: 1)
    try settle(ok, run: 1, lastPublished: 0)
    #expect(try store.diagnostics(of: "site:a.html") == [reject])
    try write(unchanged: ["a.html"], run: 2)
    try settle(ok, run: 2, lastPublished: 1)
    #expect(try store.diagnostics(of: "site:a.html") == [reject])
    try settle(ok, run: 3, lastPublished: 1)
    #expect(try store.diagnostics(of: "site:a.html") == [])
  }
}
