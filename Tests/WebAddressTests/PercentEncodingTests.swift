import Testing

@testable import WebAddress

struct PercentEncodingTests {
  @Test(arguments: [
    ("%41%7a", "Az"), ("%4", "%4"), ("%", "%"), ("%zz%41", "%zzA"), ("%2541", "%41"), ("", ""),
  ])
  func `decodes whole escapes once`(text: String, expected: String) {
    #expect(Array(text.utf8)[...].percentDecoded == Array(expected.utf8))
  }

  @Test func `encodes a set's bytes and all beyond ASCII`() {
    var bytes: [UInt8] = []
    bytes.append(Array("a b\u{7F}é#".utf8)[...], encoding: .query)
    #expect(String(decoding: bytes, as: UTF8.self) == "a%20b%7F%C3%A9%23")
  }

  @Test func `grows from set to set as the standard says`() {
    func members(_ set: EncodeSet) -> String {
      String(decoding: (UInt8(0x20)..<0x7F).filter(set.contains), as: UTF8.self)
    }
    #expect(members(.control).isEmpty)
    #expect(members(.fragment) == " \"<>`")
    #expect(members(.query) == " \"#<>")
    #expect(members(.specialQuery) == " \"#'<>")
    #expect(members(.path) == " \"#<>?^`{}")
    #expect(members(.userInfo) == " \"#/:;<=>?@[\\]^`{|}")
  }
}
