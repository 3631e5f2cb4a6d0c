import Testing

@testable import Values

struct ControlMendTests {
  @Test(arguments: [
    ("don\u{92}t", "don’t"), ("\u{84}so\u{93} \u{96} und\u{85}", "„so“ – und…"), ("5 \u{80}", "5 €"),
    ("mal\u{81} \u{92}", "mal\u{81} ’"),
  ])
  func `takes controls for what windows-1252 has`(written: String, meant: String) {
    #expect(mendedControls(written.unicodeScalars.map(\.value)).map(textOfScalars) == meant)
  }

  @Test func `takes them for macintosh's letters inside words`() {
    #expect(mendedControls("pap\u{87}s y mam\u{87}s".unicodeScalars.map(\.value)).map(textOfScalars) == "papás y mamás")
  }

  @Test(arguments: ["", "none", "ünd", "only \u{81}"])
  func `has nothing to mend elsewhere`(text: String) {
    #expect(mendedControls(text.unicodeScalars.map(\.value)) == nil)
  }
}
