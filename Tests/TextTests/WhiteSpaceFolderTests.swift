import Testing
import Text

private func fold(_ pieces: [String], keepsLineBreaks: Bool = false) -> String {
  var folder = WhiteSpaceFolder(keepsLineBreaks: keepsLineBreaks)
  for piece in pieces { folder.append(Array(piece.utf8)) }
  return String(decoding: folder.finish(), as: UTF8.self)
}

struct WhiteSpaceFolderTests {
  @Test(arguments: [
    ("", ""), (" \t\r\n", ""), ("a", "a"), ("  salt \n\t water ", "salt water"), ("é\u{A0}\u{A0}è", "é è"),
    ("a\u{200B}b\u{FEFF}", "ab"), ("a \u{200B} b", "a b"), ("\u{3000}水\u{2009}", "水"), ("a\0b", "a\0b"),
    ("â€”", "â€”"), ("👩‍👩‍👧 x", "👩‍👩‍👧 x"), ("a\u{200C}b\u{200D}", "a\u{200C}b\u{200D}"),
  ])
  func `folds runs to one space and trims`(text: String, expected: String) {
    #expect(foldingWhiteSpace(text) == expected)
    #expect(foldingWhiteSpace(text.utf8) == Array(expected.utf8))
  }

  @Test func `folds what Unicode calls white space, and keeps every other scalar but two`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isGone = value == 0x200B || value == 0xFEFF
      let expected = scalar.properties.isWhitespace ? "a b" : isGone ? "ab" : "a\(scalar)b"
      let folded = foldingWhiteSpace("a\(scalar)b")
      if !folded.utf8.elementsEqual(expected.utf8) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `folds across pieces`() {
    #expect(fold(["salt ", " ", "\n", "water", "", " "]) == "salt water")
    #expect(fold(["sa", "lt"]) == "salt")
    var folder = WhiteSpaceFolder()
    #expect(folder.isEmpty)
    folder.appendSpace()
    folder.append(Array("a".utf8)[...])
    folder.appendSpace()
    folder.appendSpace()
    folder.append(Array("xxb".utf8)[2...])
    #expect(folder.finish() == Array("a b".utf8))
  }

  @Test func `keeps one line break where asked`() {
    #expect(fold([" a \t b \r\n\r\n  c\u{2028}d \u{A0} e \n"], keepsLineBreaks: true) == "a b\nc\nd e")
    #expect(foldingWhiteSpace("a \n b", keepsLineBreaks: true) == "a\nb")
  }

  @Test func `stops at a cut character without reading beyond it`() {
    #expect(foldingWhiteSpace([0x61, 0xE2, 0x80]) == [0x61, 0xE2, 0x80])
    #expect(foldingWhiteSpace([0xC2]) == [0xC2])
  }
}
