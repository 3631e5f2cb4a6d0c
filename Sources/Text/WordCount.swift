/// How many words the text has.
///
/// A word is a run of letters and digits of any script; apostrophes (' and U+2019) and hyphens (-, U+2010, U+2011)
/// between two of them join it, and accents belong to it. Han, Hiragana, Katakana and Thai put no space between
/// words: there each letter counts as a word of its own, which gives more than a dictionary would.
package func wordCount(_ text: String) -> Int {
  var text = text
  text.makeContiguousUTF8()
  return wordCount(text.utf8Span.span)
}

/// How many words a part of UTF-8 has that begins and ends where characters do.
package func wordCount(_ utf8: [UInt8], in part: Range<Int>) -> Int { wordCount(utf8.span.extracting(part)) }

private func wordCount(_ bytes: Span<UInt8>) -> Int {
  var counter = WordCounter()
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 {
      counter.meet(.letter)
      offset += 1
      while offset < bytes.count, (bytes[offset] | 0x20) &- 97 < 26 || bytes[offset] &- 48 < 10 { offset += 1 }
    } else if byte < 0x80 {
      counter.meet(byte == 0x27 || byte == 0x2D ? .joiner : .other)
      offset += 1
    } else {
      let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.count - offset)
      var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for step in 1..<max(1, length) { scalar = scalar << 6 | UInt32(bytes[offset + step] & 0x3F) }
      counter.meet(kind(of: scalar))
      offset += length
    }
  }
  return counter.count
}

/// What a character does to a word.
private enum CharacterKind {
  case letter, wordOfItsOwn, mark, joiner, other
}

private struct WordCounter {
  private enum State {
    case outside, inside
    /// After a joiner that follows a word.
    case joined
  }
  private(set) var count = 0
  private var state = State.outside

  mutating func meet(_ kind: CharacterKind) {
    switch kind {
    case .letter:
      if state == .outside { count += 1 }
      state = .inside
    case .wordOfItsOwn:
      count += 1
      state = .outside
    case .mark: break
    case .joiner: state = state == .inside ? .joined : .outside
    case .other: state = .outside
    }
  }
}

/// The kind of a character beyond ASCII.
private func kind(of value: UInt32) -> CharacterKind {
  switch value {
  case 0xC0...0x24F: return value == 0xD7 || value == 0xF7 ? .other : .letter
  case 0x400...0x481, 0x48A...0x52F: return .letter
  case 0x2019, 0x2010, 0x2011: return .joiner
  case 0x2012...0x2027: return .other
  default: break
  }
  guard let scalar = Unicode.Scalar(value) else { return .other }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
    .decimalNumber, .otherNumber:
    return standsAlone(scalar) ? .wordOfItsOwn : .letter
  case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
  default: return .other
  }
}

/// Whether the letter belongs to a script that is counted letter by letter; the blocks of Unicode's Scripts.txt.
private func standsAlone(_ letter: Unicode.Scalar) -> Bool {
  switch letter.value {
  case 0x0E00...0x0E7F: true  // Thai
  case 0x3005...0x3007, 0x3021...0x3029: true  // Han numbers and marks of repetition
  case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1B000...0x1B16F: true  // Hiragana, Katakana
  case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // Han
  default: false
  }
}
