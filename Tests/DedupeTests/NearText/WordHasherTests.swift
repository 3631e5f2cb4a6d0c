import Testing

@testable import Dedupe

/// The folder and the hasher together: which words a text has.
struct WordHasherTests {
  /// The hashes of the text's words.
  private func hashes(_ text: String) -> [UInt64] { hashes(Array(text.utf8)) }

  private func hashes(_ bytes: [UInt8]) -> [UInt64] {
    var folder = WordFolder()
    var hasher = WordHasher()
    // A text before it, whose longer remains must not show.
    unsafe Array(String(repeating: "before ", count: 99).utf8).withUnsafeBufferPointer { unsafe folder.fold($0) }
    unsafe bytes.withUnsafeBufferPointer { unsafe folder.fold($0) }
    hasher.hash(folder)
    return (0..<hasher.count).map { hasher.hashes[$0] }
  }

  @Test(arguments: [
    ("Senior Engineer", "senior engineer"),
    ("  senior,\tENGINEER!\n", "senior engineer"),
    ("don't stop", "don t stop"),
    ("e-mail snake_case v2.1", "e mail snake_case v2 1"),
    ("[under] {the} `table` @home ~x^y|z/q\\r", "under the table home x y z q r"),
    ("a", "a"),
    ("Größe ÄÖÜ Straße", "größe äöü straße"),
    ("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσεύσ"),
    ("МОСКВА Ёлка", "москва ёлка"),
    ("the “quoted” word—and…more • points", "the quoted word and more points"),
    ("soft\u{AD}hyphen zero\u{200B}width", "softhyphen zero width"),
    ("I \u{2764}\u{FE0F} it", "I it"),
    ("İstanbul", "i\u{307}stanbul"),
    ("Ⱥ x", "ⱥ x"),
    ("東京で働く abc", "東 京 で 働 く abc"),
    ("한국어 문장", "한국어 문장"),
    ("𐐀𐐁 deseret", "𐐨𐐩 deseret"),
    ("internationalization of characteristically long words", "INTERNATIONALIZATION of characteristically long words"),
  ])
  func `has the words of the other`(text: String, other: String) {
    #expect(hashes(text) == hashes(other))
    #expect(hashes(text) == other.split(separator: " ").flatMap { hashes(String($0)) })
  }

  @Test(arguments: ["", " ", "…", "--- ,,, ---", "\u{200B}"])
  func `has no words`(text: String) {
    #expect(hashes(text).isEmpty)
  }

  @Test func `tells words apart, whatever their length`() {
    var all: [UInt64] = []
    for length in 1...40 {
      let word = String(repeating: "a", count: length)
      #expect(hashes(word).count == 1)
      all += hashes(word) + hashes(word.dropLast() + "b") + hashes("c" + word.dropFirst())
    }
    #expect(Set(all).count == all.count)
  }

  @Test func `finds the same word at every place in the text`() {
    for before in 0..<24 {
      for length in [1, 7, 8, 9, 15, 16, 17] {
        let word = String("abcdefghijklmnopq".prefix(length))
        let text = String(repeating: " ", count: before) + word.uppercased()
        #expect(hashes(text) == hashes(word))
        #expect(hashes(text + " end").first == hashes(word).first)
        #expect(hashes(text + "é") == hashes(word + "é"))
      }
    }
  }

  @Test func `takes every ASCII byte for what it is, alone and among eight`() {
    for byte in UInt8(0)..<0x80 {
      let isWord = Character(Unicode.Scalar(byte)).isLetter || (48...57).contains(byte) || byte == 95
      let lower = Array(String(Unicode.Scalar(byte)).lowercased().utf8)
      #expect(hashes([byte]) == (isWord ? hashes(lower) : []))
      let among = Array("abc".utf8) + [byte] + Array("defg".utf8)
      #expect(hashes(among) == (isWord ? hashes(Array("abc".utf8) + lower + Array("defg".utf8)) : hashes("abc defg")))
    }
  }

  @Test(arguments: [
    [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80, 0x80],
  ])
  func `ends words at bytes that are no text`(bytes: [UInt8]) {
    #expect(hashes(Array("one".utf8) + bytes + Array("two".utf8)) == hashes("one two"))
    #expect(hashes(Array("one".utf8) + bytes) == hashes("one"))
  }
}
