import Testing

@testable import Values

struct InvisibleCharactersTests {
  @Test(arguments: [
    ("a\u{200D}b", "ab"), ("a\u{200C}b", "ab"), ("x\u{202E}y\u{202C}z", "xyz"), ("bell\u{7}", "bell"),
    ("\u{FEFF}bom", "bom"),
    ("a\u{FE0F}b", "ab"), ("\u{2066}w\u{2069}", "w"), ("זה\u{200F}!", "זה!"), ("a\u{E0041}b", "ab"),
    ("o\u{FFFE}k", "ok"),
    ("zero\u{200B}width\u{2060}", "zerowidth"),
  ])
  func `leaves out what can't be seen`(written: String, kept: String) {
    #expect(withoutInvisible(written.unicodeScalars.map(\.value)).map(textOfScalars) == kept)
  }

  @Test(arguments: [
    "plain", "tab\tand\nbreaks", "می\u{200C}خواهم", "क्\u{200D}ष", "ක්\u{200D}ර", "👩\u{200D}👩\u{200D}👧", "❤\u{FE0F}",
    "1\u{FE0F}\u{20E3}", "👍🏽", "🏴\u{E0067}\u{E0062}\u{E007F}", "🏳\u{FE0F}\u{200D}🌈", "葛\u{E0100}",
  ])
  func `keeps what belongs to letters and pictures`(text: String) {
    #expect(withoutInvisible(text.unicodeScalars.map(\.value)) == nil)
  }
}
