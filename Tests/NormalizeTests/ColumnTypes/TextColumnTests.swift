import Normalize
import Testing

struct TextColumnTests {
  @Test(arguments: [
    (" a  b\t c ", "a b c"), ("a \r\n\r\n  b", "a\nb"), ("e\u{301}", "é"), ("a\u{A0}\u{200B}b", "a b"),
    ("a\0b", "ab"), ("😀", "😀"), ("null", "null"),
  ])
  func `keeps what people read`(written: String, expected: String) {
    #expect(TextColumn.outcome(written) == "\(expected) | text.plain")
  }
}
