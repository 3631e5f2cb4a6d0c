import Testing
import Values

struct FoldedTextTests {
  @Test(arguments: [
    ("3 March 2026", "3 march 2026"),
    ("12\u{202F}500,50\u{A0}€", "12 500,50 €"),
    ("٢٠٢٦–०३", "2026-03"),
    ("ＡＢ１：２", "ab1:2"),
    ("ÉTÉ d’hiver", "été d'hiver"),
    ("−5\u{200B}\u{200E} °C", "-5 °c"),
    ("2026年3月", "2026年3月"),
  ])
  func `writes what looks the same in one way`(written: String, folded: String) {
    #expect(String(decoding: FoldedText(written).bytes, as: UTF8.self) == folded)
  }

  @Test func `lower case is Unicode's for every letter up to U+0600`() {
    for value: UInt32 in 0x80..<0x600 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      #expect(
        String(decoding: FoldedText(utf8: Array(String(scalar).utf8)).bytes, as: UTF8.self)
          == (value == 0x2BC ? "'" : scalar.properties.lowercaseMapping), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `tells where a folded part stands in the text`() throws {
    let text = "preis: ١٢\u{200F} €"
    let folded = FoldedText(text)
    let digits = try #require(folded.bytes.firstIndex(of: UInt8(ascii: "1")))
    let source = folded.source(of: digits..<digits + 2)
    #expect(String(decoding: Array(text.utf8)[source], as: UTF8.self) == "١٢\u{200F}")
    #expect(folded.source(of: 0..<folded.bytes.count) == 0..<text.utf8.count)
  }
}
