import Testing

@testable import Text

struct EncodingTests {
  @Test func `knows every encoding by its own name`() {
    for encoding in Encoding.allCases { #expect(Encoding(label: encoding.rawValue) == encoding) }
  }

  @Test func `passes over case and white space, and nothing else`() {
    #expect(Encoding(label: "\t Latin1\n") == .windows1252)
    #expect(Encoding(label: "unicode-1-1-utf-8") == .utf8)
    #expect(Encoding(label: "ascii") == .windows1252)
    #expect(Encoding(label: "utf 8") == nil)
    #expect(Encoding(label: "") == nil)
  }

  @Test func `finds a converter for every encoding that isn't read by hand`() {
    let byHand: [Encoding] = [.utf8, .utf16le, .utf16be, .windows1252]
    for encoding in Encoding.allCases where !byHand.contains(encoding) {
      let converter = Converter(from: encoding.iconvName)
      let isThere = converter != nil
      #expect(isThere, "\(encoding)")
    }
  }
}
