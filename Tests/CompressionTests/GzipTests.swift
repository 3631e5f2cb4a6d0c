import Compression
import Testing

/// Words that pack well but not to nothing, the same in every run.
private func sample(_ count: Int) -> [UInt8] {
  var state: UInt32 = 7
  return (0..<count).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(97 + (state >> 24) % 8)
  }
}

struct GzipTests {
  @Test(arguments: [0, 1, 65_536, 300_001])
  func `unpacks what it packed`(count: Int) throws {
    let bytes = sample(count)
    let packed = Gzip.deflate(bytes)
    #expect(Gzip.isGzip(packed))
    #expect(try Gzip.inflate(packed, limit: count) == bytes)
  }

  @Test func `packs the same bytes the same way, with no time in the header`() {
    let packed = Gzip.deflate(sample(5000))
    #expect(packed == Gzip.deflate(sample(5000)))
    #expect(packed[3...7].allSatisfy { $0 == 0 })
    #expect(packed.count < 5000)
  }

  @Test func `reads a file that another program packed`() throws {
    // printf 'salt and water\n' | gzip -n
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x2B, 0x4E, 0xCC, 0x29, 0x51, 0x48, 0xCC, 0x4B, 0x51, 0x28, 0x4F,
      0x2C,
      0x49, 0x2D, 0xE2, 2, 0, 0xDF, 0x86, 0xC9, 0x30, 15, 0, 0, 0,
    ]
    #expect(try Gzip.inflate(packed, limit: 100) == Array("salt and water\n".utf8))
  }

  @Test func `joins several members and passes over zeros at the end`() throws {
    let packed = Gzip.deflate(Array("salt ".utf8)) + Gzip.deflate([]) + Gzip.deflate(Array("water".utf8))
    #expect(try Gzip.inflate(packed, limit: 100) == Array("salt water".utf8))
    #expect(try Gzip.inflate(packed + [0, 0, 0], limit: 100) == Array("salt water".utf8))
  }

  @Test func `refuses anything else after a member`() {
    let packed = Gzip.deflate(Array("salt".utf8))
    let error = #expect(throws: GzipError.self) { try Gzip.inflate(packed + Array("junk".utf8), limit: 100) }
    #expect(error?.kind == .corrupt)
    #expect((error?.byteOffset ?? 0) >= packed.count)
  }

  @Test func `says truncated at every cut`() {
    let packed = Gzip.deflate(Array("salt and water".utf8))
    for length in 0..<packed.count {
      #expect(throws: GzipError(.truncated, byteOffset: length)) {
        try Gzip.inflate(Array(packed[..<length]), limit: 100)
      }
    }
  }

  @Test func `says corrupt where the checksum doesn't agree`() {
    var packed = Gzip.deflate(sample(1000))
    packed[packed.count - 6] ^= 1
    let error = #expect(throws: GzipError.self) { try Gzip.inflate(packed, limit: 2000) }
    #expect(error?.kind == .corrupt)
  }

  @Test func `stops a bomb at the limit`() {
    let packed = Gzip.deflate([UInt8](repeating: 0, count: 10_000_000))
    #expect(packed.count < 20_000)
    let error = #expect(throws: GzipError.self) { try Gzip.inflate(packed, limit: 1_000_000) }
    #expect(error?.kind == .overLimit)
  }

  @Test func `tells gzip from other bytes`() {
    #expect(!Gzip.isGzip([]))
    #expect(!Gzip.isGzip([0x1F, 0x8B]))
    #expect(!Gzip.isGzip(Array("<html>".utf8)))
  }
}
