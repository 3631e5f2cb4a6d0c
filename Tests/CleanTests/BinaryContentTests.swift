import Records
import Testing

@testable import Clean

struct BinaryContentTests {
  private let random: [UInt8] = {
    var state: UInt64 = 1
    return (0..<4000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
  }()

  @Test(arguments: ["%PDF-1.7\n", "GIF89a", "RIFF"])
  func `knows binary files by their beginning`(signature: String) {
    #expect(isBinary(Array(signature.utf8) + Array("plain text".utf8)))
  }

  @Test func `knows binary files by their control characters`() {
    #expect(isBinary(random))
    #expect(isBinary(Array("text\0\0text".utf8)))
    #expect(cleaned(bytes: random).diagnostics.map(\.code) == ["clean.binary"])
  }

  @Test func `takes damaged markup and UTF-16 for text`() {
    #expect(!isBinary(Array("\n<p>\0a\0b\0\u{1}".utf8)))
    #expect(!isBinary([0xFF, 0xFE, 0x41, 0x00, 0x42, 0x00]))
    #expect(!isBinary("The tide".utf8.flatMap { [$0, 0] }))
    #expect(!isBinary("Прилив".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }))
    #expect(!isBinary([]))
    #expect(!isBinary(Array("tab\tand line\r\n".utf8)))
  }
}
