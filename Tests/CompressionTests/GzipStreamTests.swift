import Compression
import Testing

struct GzipStreamTests {
  private func unpacked(_ packed: [UInt8], size: Int) throws(GzipError) -> [UInt8] {
    var stream = GzipStream()
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: packed.count, by: size) {
      stream.append(Array(packed[start..<min(start + size, packed.count)]))
      while let piece = try stream.next() { bytes += piece }
    }
    try stream.finish()
    return bytes
  }

  private let text = Array(String(repeating: "The tide comes in under the boards. ", count: 40_000).utf8)

  @Test(arguments: [1, 1000, 1 << 20])
  func `unpacks members one after another whatever the size of the pieces`(_ size: Int) throws {
    let packed = Gzip.deflate(text) + Gzip.deflate(Array("end".utf8)) + [0, 0, 0]
    #expect(try unpacked(packed, size: size) == text + Array("end".utf8))
  }

  @Test func `tells what is cut off and what is broken`() {
    let packed = Gzip.deflate(text)
    #expect(throws: GzipError.self) { try unpacked(Array(packed.dropLast(4)), size: 100) }
    var broken = packed
    broken[packed.count / 2] ^= 0xFF
    #expect(throws: GzipError.self) { try unpacked(broken, size: 100) }
    #expect(throws: GzipError.self) { try unpacked(packed + Array("more".utf8), size: 1 << 20) }
  }
}
