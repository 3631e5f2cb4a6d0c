/// Looks for any of a few words in bytes, whatever the case of ASCII letters.
struct WordSearch: Sendable {
  private let words: [[UInt8]]
  /// For each byte whether a word begins with it.
  private let begins: [Bool]

  /// - Parameter words: in small letters.
  init(_ words: [String]) {
    let bytes = words.map { Array($0.utf8) }
    self.words = bytes
    begins = (0..<256).map { byte in bytes.contains { Int($0[0]) == byte } }
  }

  /// Whether one of the words stands in the bytes.
  func finds(in bytes: ArraySlice<UInt8>) -> Bool {
    for start in bytes.indices where begins[Int(WordSearch.lower(bytes[start]))] {
      if words.contains(where: { WordSearch.stands($0, in: bytes, at: start) }) { return true }
    }
    return false
  }

  /// Whether one of the words stands in the text.
  func finds(in text: String) -> Bool { finds(in: Array(text.utf8)[...]) }

  private static func stands(_ word: [UInt8], in bytes: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard bytes.endIndex - start >= word.count else { return false }
    return word.indices.allSatisfy { lower(bytes[start + $0]) == word[$0] }
  }

  @inline(__always) private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}
