import Testing

@testable import WebAddress

struct PunycodeTests {
  @Test(arguments: [
    ("bücher", "bcher-kva"), ("ü", "tda"), ("λόγος", "oxapnm1c"), ("日本語", "wgv71a119e"), ("a-ü", "a--yka"),
    ("😀", "e28h"), ("abc", "abc-"),
  ])
  func `codes a label both ways`(label: String, code: String) throws {
    let scalars = Array(label.unicodeScalars)
    let encoded = try #require(Punycode.encode(scalars))
    #expect(String(decoding: encoded, as: UTF8.self) == code)
    #expect(Punycode.decode(Array(code.utf8)[...]) == scalars)
  }

  @Test(arguments: ["bcher-kv", "a_b", "99999999", "ü-kva", "-99999999999999", "é"])
  func `refuses what codes no label`(code: String) {
    #expect(Punycode.decode(Array(code.utf8)[...]) == nil)
  }

  @Test func `refuses labels that only waste time`() {
    let scalar: Unicode.Scalar = "ü"
    #expect(Punycode.encode([Unicode.Scalar](repeating: scalar, count: Punycode.longestLabel)) != nil)
    #expect(Punycode.encode([Unicode.Scalar](repeating: scalar, count: Punycode.longestLabel + 1)) == nil)
    #expect(
      Punycode.decode([UInt8](repeating: UInt8(ascii: "a"), count: Punycode.longestLabel + 1)[...]) == nil)
  }
}
