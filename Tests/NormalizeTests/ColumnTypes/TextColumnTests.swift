import Normalize
import Testing

struct TextColumnTests {
  @Test(arguments: [
    (" a  b\t c ", "a b c"), ("a \r\n\r\n  b", "a\nb"), ("e\u{301}", "é"), ("a\u{A0} b", "a b"),
    ("a\0b", "ab"), ("😀", "😀"), ("null", "null"),
  ])
  func `keeps what people read`(written: String, expected: String) {
    #expect(TextColumn.outcome(written) == "\(expected) | text.plain")
  }

  @Test(arguments: [
    ("cafÃ© crÃ¨me", "café crème | text.mojibake"), ("Salt &amp; water", "Salt & water | text.references"),
    ("so\u{AD}lu\u{200B}tion", "solution | text.invisible"),
  ])
  func `mends what is certain, and says so`(written: String, expected: String) {
    #expect(TextColumn.outcome(written) == expected)
  }

  @Test(arguments: ["São Tomé, Ãngela", "x < y &amp; z", "می\u{200C}خواهم", "👩\u{200D}🔬"])
  func `leaves what may be meant so`(written: String) {
    #expect(TextColumn.outcome(written) == "\(written) | text.plain")
  }
}
