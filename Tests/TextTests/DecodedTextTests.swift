import Foundation
import Testing
import Text

private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

struct DecodedTextTests {
  @Test func `believes a byte order mark before everything else`() {
    let decoded = decode([0xEF, 0xBB, 0xBF] + Array("é".utf8), charsetHint: "latin1", markup: true)
    #expect(text(decoded) == "é")
    #expect((decoded.encoding, decoded.rule) == ("utf-8", .bom))
    #expect(
      text(decode([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0, 0xDE], charsetHint: nil, markup: false)) == "a😀")
    #expect(text(decode([0xFE, 0xFF, 0, 0x61], charsetHint: nil, markup: false)) == "a")
  }

  @Test func `believes the hint before the markup, and passes over one that nobody knows`() {
    let page = Array("<meta charset=koi8-r>".utf8) + [0xE4]
    #expect(text(decode(page, charsetHint: " ISO-8859-1 ", markup: true)).hasSuffix("ä"))
    #expect(text(decode(page, charsetHint: "klingon", markup: true)).hasSuffix("Д"))
    #expect(decode(page, charsetHint: nil, markup: true).rule == .meta)
    #expect(text(decode(page, charsetHint: nil, markup: false)).hasSuffix("ä"))
  }

  @Test func `takes undeclared bytes for UTF-8 where they are, else for what they tell`() {
    let plain = decode(Array("plain".utf8), charsetHint: nil, markup: true)
    #expect((plain.encoding, plain.rule) == ("utf-8", .utf8))
    let quoted = decode([0x93, 0x68, 0x69, 0x94], charsetHint: nil, markup: true)
    #expect(text(quoted) == "“hi”")
    #expect((quoted.encoding, quoted.rule, quoted.replacements) == ("windows-1252", .detected, 0))
  }

  @Test func `keeps to a declared UTF-8 that doesn't hold, and counts what it put in`() {
    let decoded = decode([0x61, 0xE9, 0x62, 0xFC, 0x63], charsetHint: "utf-8", markup: false)
    #expect(text(decoded) == "a\u{FFFD}b\u{FFFD}c")
    #expect(decoded.replacements == 2)
  }

  @Test(arguments: [
    ("windows-1251", [0xCF, 0xF0, 0xE8] as [UInt8], "При"),
    ("x-cp1250", [0xE1, 0x81], "á\u{81}"),
    ("iso-8859-8-i", [0xF9], "ש"),
    ("x-mac-cyrillic", [0xFF], "€"),
    ("koi8-u", [0xAE, 0xBE], "ўЎ"),
    ("macintosh", [0xC6, 0x8E], "∆é"),
    ("windows-1258", [0x61, 0xEC], "a\u{301}"),
    ("windows-874", [0xA1, 0xFC], "ก\u{FFFD}"),
    ("tis-620", [0xA1], "ก"),
    ("gb2312", [0xC4, 0xE3, 0x80], "你€"),
    ("gb18030", [0x81, 0x30, 0x81, 0x30], "\u{80}"),
    ("big5", [0xA7, 0x41, 0x87, 0x40], "你䏰"),
    ("euc-jp", [0xC6, 0xFC, 0x8E, 0xB1, 0xA1, 0xC1], "日ｱ～"),
    ("sjis", [0x93, 0xFA, 0xB1, 0x81, 0x60], "日ｱ～"),
    ("ks_c_5601-1987", [0xC7, 0xD1, 0x81, 0x41], "한갂"),
    ("iso-2022-jp", Array("a\u{1B}$BF|\u{1B}(I1\u{1B}(Bb".utf8), "a日ｱb"),
    ("utf-16", [0x61, 0, 0x3D, 0xD8, 0x62, 0], "a\u{FFFD}b"),
    ("utf-16be", [0, 0x61, 0xDC, 0, 0], "a\u{FFFD}\u{FFFD}"),
  ])
  func `reads encodings as the Encoding standard has them`(label: String, bytes: [UInt8], expected: String) {
    #expect(text(decode(bytes, charsetHint: label, markup: false)) == expected)
  }

  @Test(arguments: [
    ("shift_jis", [0x81, 0x20, 0x61] as [UInt8], "\u{FFFD} a"),
    ("shift_jis", [0x61, 0x93], "a\u{FFFD}"),
    ("euc-kr", [0xFF, 0x61], "\u{FFFD}a"),
    ("euc-jp", [0xC6, 0x3C, 0x62, 0x3E], "\u{FFFD}<b>"),
    ("gb18030", [0xFF, 0xC4, 0xE3], "\u{FFFD}你"),
    ("iso-2022-jp", [0x61, 0x1B, 0x62], "a\u{FFFD}b"),
    ("iso-2022-jp", [0x61, 0x1B], "a\u{FFFD}"),
  ])
  func `replaces what doesn't fit and loses no ASCII after it`(
    label: String, bytes: [UInt8], expected: String
  ) {
    let decoded = decode(bytes, charsetHint: label, markup: false)
    #expect(text(decoded) == expected)
    #expect(decoded.replacements == 1)
  }

  @Test func `decodes any bytes in any encoding to valid UTF-8`() {
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    for label in ["gbk", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr", "koi8-u", "utf-16", "utf-8"] {
      let decoded = decode(bytes, charsetHint: label, markup: false)
      #expect(String(validating: decoded.utf8, as: UTF8.self) != nil, "\(label)")
      #expect(decoded.encoding == (label == "utf-16" ? "utf-16le" : label))
    }
  }

  @Test(.enabled(if: bench("files.jsonl") != nil))
  func `decodes the declared files of the bench exactly`() throws {
    struct Row: Decodable {
      var file: String
      var encoding: String
      var mode: String
      var text: String
    }
    for row in try rows("files.jsonl", as: Row.self) {
      let isMarked = row.mode == "html-meta"
      guard isMarked || row.mode == "text", let url = bench(row.file) else { continue }
      let bytes = Array(try Data(contentsOf: url))
      let decoded = decode(bytes, charsetHint: isMarked ? nil : row.encoding, markup: isMarked)
      #expect(text(decoded) == row.text, "\(row.file)")
    }
  }
}

/// A file of the encoding bench, where it is on this machine.
func bench(_ path: String) -> URL? {
  let root = ProcessInfo.processInfo.environment["SLUICE_BENCH"] ?? "../shared/bench"
  let url = URL(fileURLWithPath: root).appendingPathComponent("encoding/" + path)
  return FileManager.default.fileExists(atPath: url.path) ? url : nil
}

/// The rows of a file of the encoding bench.
func rows<Row: Decodable>(_ path: String, as type: Row.Type) throws -> [Row] {
  let url = try #require(bench(path))
  return try Data(contentsOf: url).split(separator: 10).map { try JSONDecoder().decode(Row.self, from: $0) }
}
