import Records
import Store
import TestSupport
import Testing
import WebAddress

@testable import Fetch

struct BodyKeeperTests {
  private let folder: TemporaryFolder
  private let store: StageStore
  private let now = Timestamp(year: 2026, month: 3, day: 1)

  init() throws {
    folder = try TemporaryFolder()
    store = try StageStore(writing: .fetch, in: folder.path)
  }

  private func keeper(run: Int = 1) -> BodyKeeper {
    BodyKeeper(folder: folder.path, run: run, now: now, program: "test")
  }

  /// A page's record, as a run would keep it.
  private func record(_ path: String, _ body: String) throws -> [UInt8] {
    let address = try #require(Address(parsing: "http://a.example\(path)"))
    let due = DueAddress(source: "site", offer: WebOffer(address, role: .page, depth: 0), turn: 1)
    let response = HTTPResponse(
      address: address, status: 200, fields: [.init("Content-Type", "text/html"), .init("Set-Cookie", "id=7")],
      body: Array(body.utf8))
    let reader = PageReader([], http: HTTPSettings(), folder: folder.path, now: now)
    return try #require(reader.read(FetchJob(due, address: address, forced: false), response)?.record)
  }

  @Test func `a kept body is read back from its place, without cookies`() throws {
    var keeper = keeper()
    let first = try keeper.keep(try record("/1", "<p>Boats</p>"))
    let second = try keeper.keep(try record("/2", "<p>Ropes</p>"))
    try keeper.finish()
    #expect(first.archive == "fetch/000001.warc.gz")
    #expect(second.offset == first.offset + first.length)
    #expect(try keptBody(at: first.description, in: folder.path) == Array("<p>Boats</p>".utf8))
    #expect(try keptBody(at: second.description, in: folder.path) == Array("<p>Ropes</p>".utf8))
    let found = try keeper.unnoted(in: store)
    #expect(found.map(\.key) == ["http://a.example/1", "http://a.example/2"])
    #expect(found.allSatisfy { $0.source == "site" && $0.response["set-cookie"] == nil })
    #expect(found.map(\.place) == [first, second])
  }

  @Test func `a record that is only half there is cut away`() throws {
    var keeper = keeper()
    let first = try keeper.keep(try record("/1", "<p>Boats</p>"))
    let half = try record("/2", "<p>Ropes</p>").prefix(60)
    _ = try keeper.keep(Array(half))
    try keeper.finish()
    #expect(try keeper.unnoted(in: store).map(\.key) == ["http://a.example/1"])
    #expect(try folder.readBytes("fetch/000001.warc.gz").count == first.offset + first.length)
  }

  @Test func `a place that holds nothing is a lost body`() throws {
    for place in ["fetch/none.warc.gz 0 10", "x"] {
      #expect(throws: Failure.self) { try keptBody(at: place, in: folder.path) }
    }
  }
}
