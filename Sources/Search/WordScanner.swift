/// Goes through a text word by word, as SQLite's tokenizer `unicode61` with `remove_diacritics 2` does.
///
/// A word is a run of letters and numbers of any script. Its letters are folded: lower case, Latin ones without accents.
/// Of scripts that put no space between words each two neighbouring letters are a word, as in Lucene's CJKBigramFilter.
package struct WordScanner {
  private let text: [UInt8]
  private var offset = 0
  /// The word that `next` found, folded, in UTF-8.
  package private(set) var word: [UInt8] = []
  /// Where that word stands in the text, in bytes of UTF-8; pairs of letters overlap.
  package private(set) var range = 0..<0
  /// Whether the word is the last letter of a run of pairs, which is there to be found alone.
  private(set) var isTail = false
  private var isInPairs = false
  private let ascii = asciiFolds

  /// A scanner at the beginning of the text.
  package init(_ text: String) { self.text = Array(text.utf8) }

  /// Goes to the next word; false where there is none.
  package mutating func next() -> Bool {
    word.removeAll(keepingCapacity: true)
    isTail = false
    skipSeparators()
    if let width = pairedLetter() {
      takePair(width)
      return true
    }
    let start = offset
    while offset < text.count, let width = take() { offset += width }
    range = start..<offset
    return !word.isEmpty
  }

  /// Takes the letter at the offset, `width` bytes wide, and the one behind it, and goes on to that one.
  private mutating func takePair(_ width: Int) {
    let start = offset
    takeLetter(width)
    let second = offset
    if let width = pairedLetter() {
      takeLetter(width)
      range = start..<offset
      isInPairs = true
    } else {
      range = start..<offset
      isTail = isInPairs
      isInPairs = false
    }
    offset = second
  }

  /// Adds a letter to the word and goes behind it and its marks.
  private mutating func takeLetter(_ width: Int) {
    word += text[offset..<offset + width]
    offset += width
    while offset < text.count, text[offset] >= 0x80 {
      let (scalar, width) = decode()
      guard folded(scalar) == .mark else { return }
      offset += width
    }
  }

  /// The width in bytes of the letter at the offset; nil if there is none of a script without spaces.
  private func pairedLetter() -> Int? {
    guard offset < text.count, text[offset] >= 0xE0 else { return nil }
    let (scalar, width) = decode()
    guard isUnspaced(scalar), case .letter = folded(scalar) else { return nil }
    return width
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
    case .letter(let letter):
      if isUnspaced(scalar) { return nil }
      word += letter.utf8
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
