import Testing

@testable import Values

struct ByteReadingsTests {
  private let readings = ByteReadings.all
  private let places = Dictionary(uniqueKeysWithValues: (0..<ByteReadings.count).map { (ByteReadings.name($0), $0) })

  @Test(arguments: [
    ("windows-1252", "Ã", 0xC3), ("windows-1252", "€", 0x80), ("windows-1252", "\u{80}", 0x80),
    ("windows-1251", "Р", 0xD0),
    ("windows-1253", "\u{AA}", 0xAA), ("macintosh", "√", 0xC3), ("macintosh", "\u{F8FF}", 0xF0), ("ibm437", "├", 0xC3),
    ("ibm850", "®", 0xA9), ("windows-1252", "a", 0), ("ibm437", "\u{80}", 0), ("windows-1252", "語", 0),
  ])
  func `knows the byte of a character`(encoding: String, character: Unicode.Scalar, byte: UInt8) throws {
    let reading = try #require(places[encoding])
    #expect(readings.byte(character.value, reading) == byte)
  }

  @Test func `knows which characters begin and go on a character of UTF-8`() {
    #expect(readings.leads(0xC3) & 1 == 1 && readings.pairLeads(0xC3) & 1 == 1)
    #expect(readings.leads(0xE2) & 1 == 1 && readings.pairLeads(0xE2) & 1 == 0)
    #expect(readings.continuations(0xA9) & 1 == 1 && readings.continuations(0xC3) & 1 == 0)
    #expect(readings.leads(0x41) == 0 && readings.continuations(0x20) == 0)
  }
}
