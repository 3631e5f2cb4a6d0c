import Testing

@testable import Values

struct SuspicionTests {
  @Test(arguments: [
    "", "plain", "über alles", "está aquí", "Это обычный текст, её нет.", "Її їжа в Індії.", "日本語", "Ελληνικά κείμενα",
    "naïve “quotes” – so",
  ])
  func `lets pass what has no bytes of UTF-8 in a row`(text: String) {
    #expect(!isSuspicious(text))
  }

  @Test(arguments: ["Ã¼", "Ã la", "itâ€™s", "Ä�", "С‚", "don\u{92}t", "√©", "donтАЩt", "├®", "à¸¸"])
  func `stops at what may be such bytes`(text: String) {
    #expect(isSuspicious(text))
  }
}
