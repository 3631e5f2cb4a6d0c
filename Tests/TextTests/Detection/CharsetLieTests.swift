import Testing

@testable import Text

struct CharsetLieTests {
  private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

  @Test(arguments: ["iso-8859-1", "windows-1252", "windows-1251", "koi8-r"])
  func `reads UTF-8 under the label of a single-byte encoding`(label: String) {
    for sentence in ["é and ü", "one €"] {
      let hinted = decode(Array(sentence.utf8), charsetHint: label, markup: false)
      #expect(text(hinted) == sentence)
      #expect((hinted.encoding, hinted.rule, hinted.isWronglyDeclared) == ("utf-8", .detected, true))
      #expect(hinted.declared == Encoding(label: label)?.rawValue)
    }
    let page = decode(Array("<meta charset=\(label)>é and ü".utf8), charsetHint: nil, markup: true)
    #expect(text(page).hasSuffix("é and ü") && page.isWronglyDeclared)
  }

  @Test func `believes a label that may be right`() {
    // One pair of bytes is no proof, and neither is a text of the label's own encoding.
    let pair = decode([0x61, 0xC3, 0xA9], charsetHint: "windows-1252", markup: false)
    #expect((text(pair), pair.rule, pair.isWronglyDeclared) == ("aÃ©", .hint, false))
    let own = decode([0x63, 0x61, 0x66, 0xE9], charsetHint: "latin1", markup: false)
    #expect((text(own), own.declared, own.isWronglyDeclared) == ("café", "windows-1252", false))
    let plain = decode(Array("plain".utf8), charsetHint: "koi8-r", markup: false)
    #expect((plain.encoding, plain.isWronglyDeclared) == ("koi8-r", false))
    #expect(!isCertainlyUTF8(Array("港".utf8), labelled: .gbk))
  }

  @Test func `doubts a label of UTF-8 under which nothing fits`() {
    let sentence = "Прилив приходит каждый день позже"
    let decoded = decode(bytes(sentence, in: .windows1251), charsetHint: "utf-8", markup: false)
    #expect(text(decoded) == sentence)
    #expect((decoded.rule, decoded.declared, decoded.isWronglyDeclared) == (.detected, "utf-8", true))
  }

  @Test func `keeps to a label of UTF-8 under which something fits, or little is amiss`() {
    let broken = Array("Прилив".utf8) + bytes("Прилив", in: .windows1251)
    #expect(decode(broken, charsetHint: "utf-8", markup: false).rule == .hint)
    #expect(decode([0x61, 0xE9, 0x62, 0xFC], charsetHint: "utf-8", markup: false).replacements == 2)
  }
}
