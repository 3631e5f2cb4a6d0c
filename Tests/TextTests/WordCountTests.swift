import Testing
import Text

struct WordCountTests {
  @Test(arguments: [
    ("", 0), (" ,.;! ", 0), ("Salt and water.", 3), ("don't", 1), ("don’t", 1), ("state-of-the-art", 1),
    ("a - b", 2),
    ("a--b", 2), ("'quoted' words'", 2), ("-5 to 7", 3), ("3.14", 2), ("x1 2y", 2), ("é́cole naïve", 2),
    ("Straße", 1),
    ("日本語", 3), ("ひらカナ", 4), ("ไทย", 3), ("한국어 공부", 2), ("слово за словом", 3), ("iPhone用 text", 3),
    ("😀 👍🏽", 0), ("a\0b", 2), ("नमस्ते दुनिया", 2), ("a\u{AD}b", 1), ("-", 0), ("don'", 1),
  ])
  func `counts words`(text: String, expected: Int) {
    #expect(wordCount(text) == expected)
  }
}
