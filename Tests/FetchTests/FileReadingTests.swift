import Compression
import Fetch
import Foundation
import Records
import Store
import TestSupport
import Testing

struct FileReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func failure(_ path: String) -> String? {
    do throws(Failure) {
      _ = try documentBytes(absolutePath: folder.path(path))
      return nil
    } catch { return error.diagnostic.code }
  }

  /// Makes a file of `size` bytes that takes no room on the disk.
  private func makeSparse(_ name: String, size: Int) throws {
    try folder.write("", to: name)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(name)))
    try file.truncate(atOffset: UInt64(size))
    try file.close()
  }

  /// The one file `name` as a source reads it.
  private func read(
    _ name: String, known: (contentHash: ContentHash, fetchedAt: Timestamp)? = nil
  ) throws -> FetchedFile {
    let source = try sources("[{ \"name\": \"site\", \"files\": \"\(name)\" }]")[0]
    var walk = FileWalk(source, root: folder.path)
    return source.read(try #require(try walk.next()), rank: 3, known: known)
  }

  @Test func `unpacks gzip whatever the file is called`() throws {
    let bytes = Array("<p>tide</p>".utf8)
    try folder.write(bytes, to: "plain")
    try folder.write(Gzip.deflate(bytes), to: "packed.html")
    #expect(try documentBytes(absolutePath: folder.path("plain")) == bytes)
    #expect(try documentBytes(absolutePath: folder.path("packed.html")) == bytes)
  }

  @Test func `reads files of every size exactly`() throws {
    for size in [0, 1, 4095, 4096, 4097, 300_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 31 + 7) }
      try folder.write(bytes, to: "a")
      #expect(try documentBytes(absolutePath: folder.path("a")) == bytes)
    }
  }

  @Test func `refuses files over the limit, packed or not`() throws {
    try makeSparse("big", size: documentSizeLimit + 1)
    #expect(failure("big") == "fetch.too-large")
    var packed: [UInt8] = []
    // Members unpack one after another: 65 of a mebibyte each are more than the limit.
    let member = Gzip.deflate([UInt8](repeating: 32, count: 1 << 20))
    for _ in 0...(documentSizeLimit >> 20) { packed += member }
    try folder.write(packed, to: "bomb.gz")
    #expect(failure("bomb.gz") == "fetch.too-large")
  }

  @Test func `says what can't be read`() throws {
    #expect(failure("missing") == "fetch.unreadable")
    try folder.makeFolder("folder")
    #expect(failure("folder") == "fetch.unreadable")
    let packed = Gzip.deflate(Array("tide and moon".utf8))
    try folder.write(Array(packed.dropLast(6)), to: "cut.gz")
    #expect(failure("cut.gz") == "fetch.damaged")
    try folder.write(packed.dropLast(8) + [1, 2, 3, 4, 5, 6, 7, 8], to: "wrong.gz")
    #expect(failure("wrong.gz") == "fetch.damaged")
  }

  @Test func `makes a document of a file`() throws {
    try folder.write("<p>tide</p>", to: "data/a.html")
    try folder.setModificationTime("data/a.html", to: 1_700_000_000)
    let file = try read("data/a.html")
    #expect(file.outcome == .document)
    #expect(file.diagnostics == [])
    #expect(file.sourceRank == 3)
    #expect(
      file.document
        == Document(
          id: Identity.document(address: "site:data/a.html"), source: "site", address: "site:data/a.html",
          path: "data/a.html", kind: .html, contentHash: ContentHash(of: "<p>tide</p>"), byteCount: 11,
          fetchedAt: Timestamp(seconds: 1_700_000_000)))
  }

  @Test func `hashes the unpacked bytes`() throws {
    try folder.write(Gzip.deflate(Array("tide".utf8)), to: "a.txt.gz")
    let document = try read("a.txt.gz").document
    #expect(document.contentHash == ContentHash(of: "tide"))
    #expect(document.byteCount == 4)
    #expect(document.address == "site:a.txt")
    #expect(document.kind == .text)
  }

  @Test func `keeps the time of the first sight while the bytes stay`() throws {
    try folder.write("tide", to: "a.txt")
    let first = Timestamp(seconds: 1000)
    #expect(try read("a.txt", known: (ContentHash(of: "tide"), first)).document.fetchedAt == first)
    try folder.setModificationTime("a.txt", to: 2000)
    #expect(try read("a.txt", known: (ContentHash(of: "ebb"), first)).document.fetchedAt == Timestamp(seconds: 2000))
  }

  @Test func `knows times before 1970`() throws {
    try folder.write("tide", to: "a.txt")
    try folder.setModificationTime("a.txt", to: -1)
    #expect(try read("a.txt").document.fetchedAt == Timestamp(seconds: -1))
  }

  @Test(
    arguments: [
      ("empty.html", [], "fetch.empty"), ("zeros.bin", [UInt8](repeating: 0, count: 100), "fetch.not-text"),
      ("cut.gz", [0x1F, 0x8B, 8, 0], "fetch.damaged"),
    ] as [(String, [UInt8], String)])
  func `rejects what is no document, with its place`(name: String, bytes: [UInt8], code: String) throws {
    try folder.write(bytes, to: name)
    let file = try read(name)
    #expect(file.outcome == .rejected)
    #expect(file.diagnostics.map(\.code) == [code])
    #expect(file.diagnostics.first?.severity == .reject)
    #expect(file.diagnostics.first?.location == .init(source: "site", address: name))
    #expect(file.document.id == Identity.document(address: file.document.address))
  }

  @Test func `rejects a link that leads outside with the reason of the walk`() throws {
    try folder.write("secret", to: "outside.txt")
    try folder.makeFolder("data")
    try folder.link("data/a.txt", to: "../outside.txt")
    let file = try read("data/a.txt")
    #expect(file.outcome == .rejected)
    #expect(file.diagnostics.map(\.code) == ["fetch.leads-outside"])
    #expect(file.document.byteCount == 0)
  }
}
