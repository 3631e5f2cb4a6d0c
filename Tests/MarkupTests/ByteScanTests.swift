import Testing

@testable import Markup

struct ByteScanTests {
  private let text = Array("The lake behind the old mill freezes & thaws".utf8)

  @Test(arguments: [
    ("T", 0), ("l", 4), ("&", 37), ("s", 35), ("x", 44), ("w", 42),
  ])
  func `finds a byte`(byte: Unicode.Scalar, place: Int) {
    #expect(ByteScan.first(UInt8(ascii: byte), in: text, from: 0, to: text.count) == place)
  }

  @Test func `looks between its bounds alone`() {
    #expect(ByteScan.first(UInt8(ascii: "l"), in: text, from: 5, to: text.count) == 21)
    #expect(ByteScan.first(UInt8(ascii: "l"), in: text, from: 5, to: 20) == 20)
    #expect(ByteScan.first(UInt8(ascii: "l"), in: text, from: 60, to: text.count) == text.count)
    #expect(ByteScan.first(UInt8(ascii: "l"), in: text, from: 40, to: 100) == text.count)
  }

  @Test(arguments: [
    (0, 37), (38, 44),
  ])
  func `finds ampersands`(start: Int, place: Int) {
    #expect(ByteScan.firstMarked(in: text, from: start, to: text.count) == place)
  }

  @Test func `finds each control character at each place`() {
    for control in UInt8(0)..<32 {
      for place in 0..<20 {
        var bytes = [UInt8](repeating: 0x20, count: 20)
        bytes[place] = control
        #expect(ByteScan.firstMarked(in: bytes, from: 0, to: 20) == place)
      }
    }
    #expect(ByteScan.firstMarked(in: (32..<256).filter { $0 != 38 }.map { UInt8($0) }, from: 0, to: 223) == 223)
  }
}
