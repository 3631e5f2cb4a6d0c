import Compression
import Fetch
import Records
import TestSupport
import Testing

struct DocumentStreamTests {
  private func read(_ path: String) throws(Failure) -> [UInt8] {
    var stream = try DocumentStream(absolutePath: path)
    var bytes: [UInt8] = []
    while let piece = try stream.next() { bytes += piece }
    return bytes
  }

  @Test func `gives a file's bytes, unpacked where it is gzip`() throws {
    let folder = try TemporaryFolder()
    let bytes = Array(String(repeating: "port,high\nCork,4.1\n", count: 50_000).utf8)
    #expect(try read(folder.write(bytes, to: "a.csv")) == bytes)
    #expect(try read(folder.write(Gzip.deflate(bytes), to: "a.csv.gz")) == bytes)
    #expect(try read(folder.write([UInt8](), to: "empty.csv")).isEmpty)
  }

  @Test func `tells of what is missing and what is cut off`() throws {
    let folder = try TemporaryFolder()
    let packed = Gzip.deflate(Array(String(repeating: "port,high\n", count: 1000).utf8))
    let cut = try folder.write(Array(packed.dropLast(6)), to: "cut.csv.gz")
    #expect { try read(cut) } throws: { ($0 as? Failure)?.diagnostic.code == "fetch.damaged" }
    #expect { try read(folder.path("none.csv")) } throws: {
      ($0 as? Failure)?.diagnostic.code == "fetch.unreadable"
    }
  }
}
