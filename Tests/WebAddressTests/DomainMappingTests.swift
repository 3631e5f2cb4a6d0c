import Testing

@testable import WebAddress

struct DomainMappingTests {
  @Test(arguments: [
    ("A", "a"), ("Å", "å"), ("\u{212B}", "å"), ("①", "1"), ("㎏", "kg"), ("ß", "ß"), ("ẞ", "ß"), ("ς", "ς"),
    ("ᾳ", "αι"),
    ("\u{FE0F}", ""), ("\u{2060}", ""), ("Ꭰ", "Ꭰ"), ("ꭰ", "Ꭰ"), ("ᏸ", "Ᏸ"),
  ])
  func `maps a code point`(text: String, expected: String) {
    #expect(DomainMapping.map(text) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    "\u{202E}", "\u{200F}", "\u{FFFD}", "\u{E000}", "\u{E0041}", "\u{378}", "\u{85}", "\u{2028}", "⒈", "…",
    "\u{2FF0}",
    "\u{6DD}",
  ])
  func `disallows a code point`(text: String) {
    #expect(DomainMapping.map(text) == nil)
  }

  @Test func `keeps what is already mapped`() {
    #expect(DomainMapping.isKept("ü"))
    #expect(!DomainMapping.isKept("Ü"))
    #expect(!DomainMapping.isKept("\u{AD}"))
  }
}
