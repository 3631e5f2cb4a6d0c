import Testing

@testable import Text

struct UTF8DecodingTests {
  @Test func `agrees with the standard library on every scalar`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var bytes: [UInt8] = []
      bytes.append(scalar)
      if firstInvalidUTF8(in: bytes) != nil { Issue.record("U+\(String(value, radix: 16)) isn't valid") }
    }
  }

  @Test func `repairs every pair and many triples of bytes as the standard library does`() {
    let interesting: [UInt8] = [
      0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
      0xF1,
      0xF4, 0xF5, 0xFF,
    ]
    for a in interesting {
      for b in interesting {
        for c in interesting {
          for d in interesting {
            let bytes = [a, b, c, d]
            let (repaired, replacements) = repairedUTF8(bytes)
            let expected = String(decoding: bytes, as: UTF8.self)
            if !expected.utf8.elementsEqual(repaired) { Issue.record("\(bytes)") }
            let count = expected.unicodeScalars.count { $0 == "\u{FFFD}" }
            if count != replacements { Issue.record("\(bytes): \(replacements) replacements") }
          }
        }
      }
    }
  }

  @Test func `finds a misfit wherever it stands among eight bytes`() {
    for offset in 0..<24 {
      var bytes = [UInt8](repeating: 0x61, count: 24)
      bytes[offset] = 0xFF
      #expect(firstInvalidUTF8(in: bytes) == offset)
    }
    #expect(firstInvalidUTF8(in: []) == nil)
  }

  @Test func `keeps valid bytes as they are, a U+FFFD of their own too`() {
    let bytes = Array("ab\u{FFFD}é😀\0".utf8)
    #expect(repairedUTF8(bytes).utf8 == bytes)
    #expect(repairedUTF8(bytes).replacements == 0)
  }
}
