import Testing

@testable import Values

struct TextSurpriseTests {
  @Test(arguments: [
    ("naïve café", "naÃ¯ve cafÃ©"), ("“so”", "â€œsoâ€"), ("Это", "Р­С‚Рѕ"), ("5 £", "5 Â£"), ("Łódź", "ĹĂłdĹş"),
    ("語", "èªž"),
  ])
  func `finds what people write less surprising than mojibake`(meant: String, mojibake: String) {
    #expect(surprise(in: meant) < surprise(in: mojibake))
  }

  @Test func `isn't surprised by ASCII`() {
    #expect(surprise(in: "Plain words, 12 of them; and (signs)!") == 0)
  }

  @Test func `is surprised by controls and what isn't assigned`() {
    #expect(surprise(0x81) > 20 && surprise(0xE000) > 20 && surprise(0x378) > 10)
  }

  private func surprise(in text: String) -> Int {
    Values.surprise(of: text.unicodeScalars.map(\.value), before: [], after: .space)
  }

  private func surprise(_ scalar: UInt32) -> Int { Values.surprise(scalar) }
}
