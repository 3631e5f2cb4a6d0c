/// How many words the text has.
///
/// A word is a run of letters and digits of any script; apostrophes (' and U+2019) and hyphens (-, U+2010, U+2011)
/// between two of them join it, and accents belong to it. Han, Hiragana, Katakana and Thai put no space between
/// words: there each letter counts as a word of its own, which gives more than a dictionary would.
package func wordCount(_ text: String) -> Int {
  var counter = WordCounter()
  for byte in text.utf8 {
    guard byte < 0x80 else { return wordCount(scalarsOf: text) }
    counter.meet(asciiKinds[Int(byte)])
  }
  return counter.count
}

private func wordCount(scalarsOf text: String) -> Int {
  var counter = WordCounter()
  for scalar in text.unicodeScalars { counter.meet(kind(of: scalar)) }
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

private let asciiKinds: [CharacterKind] = (UInt8(0)..<0x80).map { byte in
  switch byte {
  case 48...57, 65...90, 97...122: .letter
  case UInt8(ascii: "'"), UInt8(ascii: "-"): .joiner
  default: .other
  }
}

private func kind(of scalar: Unicode.Scalar) -> CharacterKind {
  if scalar.value < 0x80 { return asciiKinds[Int(scalar.value)] }
  switch scalar.value {
  case 0x2019, 0x2010, 0x2011: return .joiner
  default: break
  }
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
