/// Goes through a text word by word, as SQLite's tokenizer `unicode61` with `remove_diacritics 2` does.
///
/// A word is a run of letters and numbers of any script. Its letters are folded: lower case, Latin ones without accents.
package struct WordScanner {
  private let text: [UInt8]
  private var offset = 0
  /// The word that `next` found, folded, in UTF-8.
  package private(set) var word: [UInt8] = []
  /// Where that word stands in the text, in bytes of UTF-8.
  package private(set) var range = 0..<0
  private let ascii = asciiFolds

  /// A scanner at the beginning of the text.
  package init(_ text: String) { self.text = Array(text.utf8) }

  /// Goes to the next word; false where there is none.
  package mutating func next() -> Bool {
    word.removeAll(keepingCapacity: true)
    skipSeparators()
    let start = offset
    while offset < text.count, let width = take() { offset += width }
    range = start..<offset
    return !word.isEmpty
  }

  private mutating func skipSeparators() {
    while offset < text.count {
      let byte = text[offset]
      guard byte >= 0x80 else {
        if ascii[Int(byte)] != 0 { return }
        offset += 1
        continue
      }
      let (scalar, width) = decode()
      if case .letter = folded(scalar) { return }
      offset += width
    }
  }

  /// Adds the character at the offset to the word and gives its width in bytes; nil if it ends the word.
  private mutating func take() -> Int? {
    let byte = text[offset]
    guard byte >= 0x80 else {
      let fold = ascii[Int(byte)]
      guard fold != 0 else { return nil }
      word.append(fold)
      return 1
    }
    let (scalar, width) = decode()
    switch folded(scalar) {
    case .separator: return nil
    case .mark: break
    case .letter(let letter): word += letter.utf8
    }
    return width
  }

  /// The scalar at the offset and its width in bytes; the text is a `String`'s, so it is well formed.
  private func decode() -> (Unicode.Scalar, Int) {
    let first = UInt32(text[offset])
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(width))
    for index in 1..<width where offset + index < text.count {
      value = value << 6 | UInt32(text[offset + index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
