import Compression
import Testing

struct InflaterTests {
  @Test(arguments: [1, 7, 1000])
  func `unpacks piece by piece, and leaves what stands after the stream`(piece: Int) throws {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 / 3) }
    let packed = Gzip.deflate(bytes) + [1, 2, 3]
    var inflater = Inflater(.gzip)
    var unpacked: [UInt8] = []
    var offset = 0
    var isFinished = false
    while !isFinished {
      let step = try inflater.inflate(packed[offset...].prefix(piece), into: &unpacked, room: 64)
      offset += step.read
      isFinished = step.isFinished
    }
    #expect(unpacked == bytes)
    #expect(offset == packed.count - 3)
  }

  @Test func `says where bytes are corrupt`() {
    var packed = Gzip.deflate([UInt8](repeating: 7, count: 100))
    packed[packed.count - 8] ^= 0xFF
    var unpacked: [UInt8] = []
    #expect(throws: GzipError.self) {
      var inflater = Inflater(.gzip)
      _ = try inflater.inflate(packed[...], into: &unpacked, room: 1000)
    }
  }

  @Test func `reads HTTP's deflate in both of its forms`() throws {
    // Python: zlib.compress(b'salt and water'), with and without its first two and last four bytes.
    let zlib: [UInt8] = [
      0x78, 0x9C, 0x2B, 0x4E, 0xCC, 0x29, 0x51, 0x48, 0xCC, 0x4B, 0x51, 0x28, 0x4F, 0x2C, 0x49, 0x2D, 2, 0, 0x27, 0x55,
      5,
      0x4B,
    ]
    #expect(try Deflate.inflate(zlib, limit: 100) == Array("salt and water".utf8))
    #expect(try Deflate.inflate(Array(zlib[2..<18]), limit: 100) == Array("salt and water".utf8))
    #expect(throws: GzipError.self) { try Deflate.inflate(zlib, limit: 5) }
  }

  @Test func `sums up what comes in pieces`() {
    var checksum = Checksum()
    checksum.add(Array("salt and ".utf8)[...])
    checksum.add(Array("water\n".utf8)[...])
    // printf 'salt and water\n' | gzip -n has it in its last eight bytes.
    #expect(checksum.value == 0x30C9_86DF)
  }
}
