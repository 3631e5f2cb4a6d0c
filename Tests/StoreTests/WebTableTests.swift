import Records
import Store
import TestSupport
import Testing

struct WebTableTests {
  private let folder: TemporaryFolder
  private let store: StageStore
  private let night = Timestamp(year: 2026, month: 3, day: 1)

  init() throws {
    folder = try TemporaryFolder()
    store = try StageStore(writing: .fetch, in: folder.path)
  }

  private func begin(_ run: Int, day: Int = 1, settings: String = "s", forced: Bool = false) throws -> Int {
    let now = Timestamp(year: 2026, month: 3, day: day)
    return try store.beginRound(
      source: "site", rank: 0, settings: settings, run: run, now: now,
      since: Timestamp(seconds: now.seconds - 86_400), forced: forced)
  }

  private func offer(
    _ keys: [String], round: Int, behind turn: Int = 0, changed: Timestamp? = nil, limit: Int = .max
  ) throws -> Int {
    try store.offer(
      keys.map { WebOffer(key: $0, target: $0, lastChanged: changed) }, source: "site", round: round, behind: turn,
      freshAt: nil, forced: false, limit: limit)
  }

  private func file(_ key: String, rejected: Diagnostic? = nil) -> FetchedFile {
    FetchedFile(
      document: Document(
        id: Identity.document(address: key), source: "site", address: key, path: key, kind: .html,
        contentHash: ContentHash(of: key), byteCount: 3, fetchedAt: night, charset: "utf-8",
        place: "fetch/1.warc.gz 0 9"),
      sourceRank: 0, state: .none, outcome: rejected == nil ? .document : .rejected,
      diagnostics: [rejected].compactMap { $0 })
  }

  private func write(_ key: String, _ ending: WebOutcome.Ending, status: Int? = 200, run: Int = 1) throws -> Int {
    var outcome = WebOutcome(source: "site", key: key, ending: ending)
    outcome.status = status
    outcome.etag = "\"1\""
    return try store.write(web: [outcome], run: run, now: night)["site"] ?? 0
  }

  private func keys() throws -> [String] { try store.dueAddresses(after: 0, limit: 100).map(\.offer.key) }

  @Test func `what is offered gets a turn, once a round`() throws {
    let round = try begin(1)
    #expect(round == 1)
    #expect(try offer(["a", "b", "a"], round: round) == 2)
    #expect(try keys() == ["a", "b"])
    #expect(try write("a", .body(file("a"))) == 1)
    #expect(try keys() == ["b"])
    #expect(try offer(["a", "c"], round: round) == 1)
    #expect(try keys() == ["b", "c"])
    #expect(try offer(["d", "e"], round: round, limit: 1) == 1)
    #expect(try offer(["f"], round: round, behind: 50) == 1)
    #expect(try store.dueAddresses(after: 50, limit: 9).map(\.offer.key) == ["f"])
  }

  @Test func `a round that was cut short goes on, unless it is old, forced or of other settings`() throws {
    _ = try begin(1)
    _ = try offer(["a", "b"], round: 1)
    #expect(try begin(2) == 1)
    #expect(try keys() == ["a", "b"])
    #expect(try begin(3, settings: "t") == 3)
    #expect(try keys() == [])
    #expect(try begin(4, settings: "t", forced: true) == 4)
    #expect(try begin(5, day: 3, settings: "t") == 5)
  }

  @Test func `the next round knows validators and leaves alone what a sitemap calls older`() throws {
    _ = try begin(1)
    _ = try offer(["a"], round: 1)
    _ = try write("a", .body(file("a")))
    try store.endRounds(run: 1, traffic: [])
    _ = try begin(2)
    #expect(try offer(["a"], round: 2, changed: Timestamp(year: 2026, month: 2, day: 1)) == 0)
    #expect(try offer(["a"], round: 2, changed: Timestamp(year: 2026, month: 3, day: 2)) == 1)
    let due = try #require(try store.dueAddresses(after: 0, limit: 1).first)
    #expect(due.etag == "\"1\"")
    #expect(due.contentHash == ContentHash(of: "a"))
    #expect(due.place == "fetch/1.warc.gz 0 9")
  }

  @Test func `a failure keeps what is there with a warning, and is a reject where nothing is`() throws {
    _ = try begin(1)
    _ = try offer(["a", "b"], round: 1)
    let warning = Diagnostic(.warn, "fetch.stale", "old")
    let reject = Diagnostic(.reject, "fetch.timeout", "late")
    _ = try write("a", .body(file("a")))
    #expect(try write("a", .failure(file("a", rejected: reject), stale: warning), status: nil) == 0)
    #expect(try write("b", .failure(file("b", rejected: reject), stale: warning), status: nil) == 1)
    #expect(try store.pageCounts(source: "site") == (known: 2, documents: 1))
    #expect(try store.diagnostics(of: "site:a").map(\.code) == ["fetch.stale"])
    #expect(try store.diagnostics(of: "site:b").map(\.code) == ["fetch.timeout"])
    #expect(try write("a", .unchanged) == 0)
    #expect(try store.diagnostics(of: "site:a") == [])
  }

  @Test func `what is gone goes, what isn't seen again stays`() throws {
    _ = try begin(1)
    _ = try offer(["a", "b"], round: 1)
    _ = try write("a", .body(file("a")))
    _ = try write("b", .body(file("b")))
    let state = SourceState(name: "site", status: "ok", matched: 2, keeps: true)
    _ = try store.settle([state], run: 1, lastPublished: 0)
    #expect(try store.settle([state], run: 2, lastPublished: 1) == 0)
    #expect(try store.outputCount() == 2)
    #expect(try write("a", .gone(file("a")), status: 404, run: 2) == -1)
    #expect(try store.outputCount() == 1)
    #expect(try store.goodAt(source: "site", key: "a") == nil)
  }

  @Test func `knows where the bodies of an archive end`() throws {
    _ = try begin(1)
    _ = try offer(["a"], round: 1)
    _ = try write("a", .body(file("a")))
    #expect(try store.endOfBodies(archive: "fetch/1.warc.gz") == 9)
    #expect(try store.endOfBodies(archive: "fetch/2.warc.gz") == 0)
  }
}
