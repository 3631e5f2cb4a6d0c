/// What each character beyond ASCII does to words, looked up once for the first 65,536 characters.
struct CharacterTable {
  enum Kind: UInt8 {
    /// Ends a word.
    case separator
    /// Part of a word.
    case letter
    /// A word of its own: a letter of a script without spaces between words.
    case ownWord
    /// Not there for comparing: soft hyphens, joiners, marks of direction.
    case invisible
  }

  static let shared = CharacterTable()

  private let kinds: [UInt8]
  /// The lower case of each letter; 0 where it isn't one character below 65,536.
  private let lowerCases: [UInt16]

  private init() {
    var kinds = [UInt8](repeating: 0, count: 0x10000)
    var lowerCases = [UInt16](repeating: 0, count: 0x10000)
    for value in UInt32(0x80)..<0x10000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      kinds[Int(value)] = Self.kind(of: scalar).rawValue
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if let only = lower.first, lower.count == 1, only.value < 0x10000 { lowerCases[Int(value)] = UInt16(only.value) }
    }
    // A final sigma is a sigma.
    lowerCases[0x03C2] = 0x03C3
    self.kinds = kinds
    self.lowerCases = lowerCases
  }

  func kind(of scalar: Unicode.Scalar) -> Kind {
    guard scalar.value < 0x10000 else { return Self.kind(of: scalar) }
    return Kind(rawValue: kinds[Int(scalar.value)]) ?? .separator
  }

  /// The lower case as one character; nil where it takes more than one.
  func lowerCase(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value < 0x10000 {
      let lower = lowerCases[Int(scalar.value)]
      return lower == 0 ? nil : Unicode.Scalar(lower)
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first : nil
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .decimalNumber, .otherNumber:
      standsAlone(scalar.value) ? .ownWord : .letter
    // Variation selectors choose a picture, not a letter.
    case .nonspacingMark, .spacingMark: (0xFE00...0xFE0F).contains(scalar.value) ? .invisible : .letter
    case .enclosingMark: .invisible
    // A zero-width space is a place to break between words.
    case .format: scalar.value == 0x200B ? .separator : .invisible
    default: .separator
    }
  }

  /// Whether a letter belongs to a script that puts no space between words; the blocks of Unicode's Scripts.txt.
  private static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E01...0x0E30, 0x0E32...0x0E33, 0x0E40...0x0E46: true  // Thai
    case 0x0E80...0x0EB0, 0x0EB2...0x0EB3, 0x0EBD...0x0EC6: true  // Lao
    case 0x1000...0x102A, 0x103F, 0x1780...0x17B3: true  // Myanmar, Khmer
    case 0x3005...0x3007, 0x3021...0x3029: true  // Han numbers and marks of repetition
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1B000...0x1B16F: true  // Hiragana, Katakana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // Han
    default: false
    }
  }
}
