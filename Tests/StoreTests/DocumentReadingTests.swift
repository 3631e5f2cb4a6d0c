import Records
import Store
import TestSupport
import Testing

struct DocumentReadingTests {
  let folder: TemporaryFolder
  private let clean: StageStore
  private let documents: [Document]

  init() throws {
    folder = try TemporaryFolder()
    let files = (0..<6).map { Sample.file("\($0).html", text: String(repeating: "x", count: 100)) }
    documents = files.map(\.document).sorted { $0.id < $1.id }
    let fetch = try StageStore(writing: .fetch, in: folder.path)
    try fetch.write(files: files, unchanged: [], settings: [:], run: 1)
    try fetch.close()
    clean = try StageStore(writing: .clean, in: folder.path, prior: .fetch)
  }

  private func batch(after last: String = "", limit: Int = 100, bytes: Int = 1 << 20, only: String? = nil) throws
    -> [Document]
  {
    try clean.staleDocuments(Sample.fingerprint, after: last, limit: limit, bytes: bytes, forced: false, only: only)
      .map(\.document)
  }

  @Test func `gives documents in the order of ids`() throws {
    #expect(try batch() == documents)
    #expect(try batch(after: documents[1].id, limit: 2) == Array(documents[2...3]))
    #expect(try batch(after: documents[5].id) == [])
  }

  @Test func `ends a batch where it has bytes enough, but never before its first`() throws {
    #expect(try batch(bytes: 250).count == 2)
    #expect(try batch(bytes: 200).count == 2)
    #expect(try batch(bytes: 1).count == 1)
  }

  @Test func `gives the one document that is asked for, once`() throws {
    let id = documents[3].id
    #expect(try batch(only: id) == [documents[3]])
    #expect(try batch(after: id, only: id) == [])
    #expect(try batch(only: Sample.id(77)) == [])
  }

  @Test func `gives each document a hash that changes with all that pages depend on`() throws {
    func hash(_ change: (inout Document) -> Void) throws -> String {
      let folder = try TemporaryFolder()
      var file = Sample.file("a.html")
      change(&file.document)
      let fetch = try StageStore(writing: .fetch, in: folder.path)
      try fetch.write(files: [file], unchanged: [], settings: [:], run: 1)
      try fetch.close()
      let clean = try StageStore(writing: .clean, in: folder.path, prior: .fetch)
      let found = try clean.staleDocuments(Sample.fingerprint, after: "", limit: 1, bytes: 1, forced: false, only: nil)
      return try #require(found.first?.hash)
    }
    let changed = try [
      hash { _ in }, hash { $0.contentHash = ContentHash(of: "ebb") }, hash { $0.fetchedAt = Timestamp(seconds: 61) },
      hash { $0.kind = .text }, hash { $0.source = "mirror" }, hash { $0.address = "site:z" },
    ]
    #expect(Set(changed).count == changed.count)
    #expect(try hash { _ in } == changed[0])
    // Where a file lies is no part of what it says.
    #expect(try hash { $0.path = "elsewhere.html" } == changed[0])
  }
}
