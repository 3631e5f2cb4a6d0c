import Records
import Store
import TestSupport
import Testing

/// The book of inputs, as clean keeps it of fetch's documents.
struct InputTableTests {
  let folder: TemporaryFolder
  private let fetch: StageStore
  private let clean: StageStore
  private let paths = ["a.html", "b.html", "c.html", "d.html"]

  init() throws {
    folder = try TemporaryFolder()
    fetch = try StageStore(writing: .fetch, in: folder.path)
    try fetch.write(files: paths.map { Sample.file($0) }, unchanged: [], settings: [:], run: 1)
    clean = try StageStore(writing: .clean, in: folder.path, prior: .fetch)
  }

  private func id(_ path: String) -> String { Sample.document(path).id }

  private func stale(_ fingerprint: Fingerprint = Sample.fingerprint, forced: Bool = false) throws -> [String] {
    try clean.stale(fingerprint, after: "", limit: 100, forced: forced)
  }

  /// Cleans all stale documents; `rejected` are those that give no page.
  private func work(_ fingerprint: Fingerprint = Sample.fingerprint, rejected: [String] = []) throws {
    let documents = try clean.staleDocuments(
      fingerprint, after: "", limit: 100, bytes: 1 << 20, forced: false, only: nil)
    try clean.write(
      pages: documents.map { document, hash in
        CleanedDocument(
          id: document.id, inputHash: hash, page: rejected.contains(document.path) ? nil : Sample.page(document),
          diagnostics: [])
      }, fingerprint)
  }

  @Test func `finds all inputs new at first and none when they are done`() throws {
    #expect(try clean.priorOutputs() == 4)
    #expect(try clean.staleness(Sample.fingerprint) == [.new: 4])
    #expect(try stale() == paths.map(id).sorted())
    try work(rejected: ["b.html"])
    #expect(try clean.staleness(Sample.fingerprint) == [:])
    #expect(try stale() == [])
    #expect(try clean.outcomes() == [.done: 3, .rejected: 1])
  }

  @Test func `says why each input is stale`() throws {
    try work()
    try fetch.write(
      files: [Sample.file("a.html", text: "ebb"), Sample.file("e.html")],
      unchanged: [("site", "b.html", 0), ("site", "c.html", 0)], settings: [:], run: 2)
    _ = try fetch.settle([SourceState(name: "site", status: "ok", matched: 4)], run: 2, lastPublished: 1)
    #expect(try clean.staleness(Sample.fingerprint) == [.new: 1, .inputChanged: 1, .gone: 1])
    #expect(try stale() == [id("a.html"), id("e.html")].sorted())
    #expect(
      try clean.staleness(Fingerprint(settings: "s2", program: 1)) == [
        .new: 1, .inputChanged: 1, .settingsChanged: 2, .gone: 1,
      ])
    #expect(
      try clean.staleness(Fingerprint(settings: "s1", program: 2)) == [
        .new: 1, .inputChanged: 1, .programChanged: 2, .gone: 1,
      ])
    #expect(try clean.forgetGonePages() == 1)
    #expect(try clean.forgetGonePages() == 0)
    #expect(try clean.staleness(Sample.fingerprint)[.gone] == nil)
    #expect(try clean.page(id: id("d.html")) == nil)
    try work()
    #expect(try clean.staleness(Sample.fingerprint) == [:])
    #expect(try clean.pageCount() == 4)
  }

  @Test func `works on a reject again only when something changed`() throws {
    try work(rejected: paths)
    #expect(try clean.staleness(Sample.fingerprint) == [:])
    #expect(try clean.staleness(Fingerprint(settings: "s1", program: 2)) == [.programChanged: 4])
    try work(Fingerprint(settings: "s1", program: 2))
    #expect(try clean.outcomes() == [.done: 4])
  }

  @Test func `lists stale inputs batch by batch`() throws {
    var found: [String] = []
    while true {
      let batch = try clean.stale(Sample.fingerprint, after: found.last ?? "", limit: 3, forced: false)
      if batch.isEmpty { break }
      #expect(batch.count <= 3)
      found += batch
    }
    #expect(found == paths.map(id).sorted())
  }

  @Test func `lists all inputs when forced`() throws {
    try work()
    #expect(try stale(forced: true) == paths.map(id).sorted())
    #expect(try clean.stale(Sample.fingerprint, after: paths.map(id).sorted()[2], limit: 9, forced: true).count == 1)
  }

  @Test func `leaves out what fetch rejected`() throws {
    try fetch.write(files: [Sample.file("a.html", outcome: .rejected)], unchanged: [], settings: [:], run: 1)
    #expect(try clean.priorOutputs() == 3)
    #expect(try !stale().contains(id("a.html")))
  }
}
