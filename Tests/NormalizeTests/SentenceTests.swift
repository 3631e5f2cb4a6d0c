import Testing

@testable import Normalize

struct SentenceTests {
  @Test(arguments: [
    ("One thing. It weighs 3 kg. Another.", "3 kg", "It weighs 3 kg."),
    ("Dr. Moss found 3 kg of it (fig. 2). Then she left.", "3 kg", "Dr. Moss found 3 kg of it (fig. 2)."),
    ("Really? \"Yes, 3 kg!\" Nobody asked.", "3 kg", "\"Yes, 3 kg!\""),
    ("At 2.5 m it is dark. At 3 kg it is heavy", "3 kg", "At 3 kg it is heavy"),
    ("これは3 kgです。あれは違います。", "3 kg", "これは3 kgです。"),
    ("3 kg", "3 kg", "3 kg"),
    ("He said “no.” She had 3 kg. Both left.", "3 kg", "She had 3 kg."),
    ("« Non ! » dit-il. Elle a 3 kg. Fin.", "3 kg", "Elle a 3 kg."),
    ("It has 3 kg. (Photo: A. Moss)", "3 kg", "It has 3 kg."),
  ])
  func `gives the sentence that a part stands in`(text: String, part: String, expected: String) throws {
    let utf8 = Array(text.utf8)
    let start = try #require(
      (0...(utf8.count - part.utf8.count)).first { utf8[$0..<$0 + part.utf8.count].elementsEqual(part.utf8) })
    let found = sentence(around: start..<start + part.utf8.count, in: utf8, within: 0..<utf8.count)
    #expect(String(decoding: utf8[found], as: UTF8.self) == expected)
  }

  @Test func `stays within its block`() {
    let utf8 = Array("Before. One two. After.".utf8)
    #expect(sentence(around: 8..<11, in: utf8, within: 8..<16) == 8..<16)
  }
}
