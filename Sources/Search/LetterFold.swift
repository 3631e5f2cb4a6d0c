import Foundation

/// What a character is to words.
enum Fold: Hashable {
  /// It ends a word.
  case separator
  /// It belongs to the letter before it and is left out.
  case mark
  /// It stands in the word as this.
  case letter(Unicode.Scalar)
}

/// For each ASCII byte its lower-case form if it can stand in a word, else 0.
let asciiFolds: [UInt8] = (UInt8(0)..<0x80).map { byte in
  switch byte {
  case 48...57, 97...122: byte
  case 65...90: byte | 0x20
  default: 0
  }
}

/// What a character beyond ASCII is to words.
func folded(_ scalar: Unicode.Scalar) -> Fold {
  if (0xC0...lastTabled).contains(scalar.value) { return tabledFolds[Int(scalar.value) - 0xC0] }
  return computedFold(scalar)
}

private let lastTabled: UInt32 = 0x24F

/// The folds of the Latin letters most in use.
private let tabledFolds: [Fold] = (0xC0...lastTabled).map { value in
  Unicode.Scalar(value).map(computedFold) ?? .separator
}

/// Whether it is of a script that puts no space between words, or sticks endings to them that SQLite can't take off:
/// Thai, Lao, Myanmar, Khmer, kana, Han, Hangul.
func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0xE00: false
  case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
    true
  default: false
  }
}

/// Whether any letter of the text is of such a script.
func isUnspaced(_ text: String) -> Bool {
  // All of them take three bytes or more.
  text.utf8.contains { $0 >= 0xE0 } && text.unicodeScalars.contains(where: isUnspaced)
}

private func computedFold(_ scalar: Unicode.Scalar) -> Fold {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter: .letter(plainLetter(scalar))
  case .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber, .privateUse: .letter(scalar)
  // The accents that stand apart, which SQLite takes for part of the letter before.
  case .nonspacingMark, .spacingMark: (0x300...0x331).contains(scalar.value) || isUnspaced(scalar) ? .mark : .separator
  default: .separator
  }
}

/// A cased letter in lower case; a Latin one without its accents.
private func plainLetter(_ letter: Unicode.Scalar) -> Unicode.Scalar {
  switch letter.value {
  case 0xB5: return "μ"
  case 0x17F: return "s"
  case 0x3C2: return "σ"
  default: break
  }
  let lowered = letter.properties.lowercaseMapping
  let parts = lowered.decomposedStringWithCanonicalMapping.unicodeScalars
  if let base = parts.first, base.isASCII { return base }
  return lowered.unicodeScalars.first ?? letter
}
