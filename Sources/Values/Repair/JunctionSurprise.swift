/// What a character does beside its neighbours.
enum JunctionKind: Equatable {
  case space, digit, punctuation
  /// A sign that stands before words, such as „ and, written in haste, also behind: ¡ and ¿.
  case opening, inverted, currency
  /// A quotation mark that opens in one language and closes in another.
  case quote
  /// A sign that stands behind words or numbers, such as … or ™.
  case closing
  case apostrophe, dash, mark, lost, control
  /// A picture, such as ♫ or those of faces.
  case picture
  /// Any other sign.
  case symbol
  case letter(Script, isCapital: Bool)

  /// Scripts as far as words don't mix them; `eastAsian` and `other` know no case.
  enum Script: Equatable { case latin, greek, cyrillic, eastAsian, other(UInt32) }

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: self = .space
    case 0x41...0x5A: self = .letter(.latin, isCapital: true)
    case 0x61...0x7A: self = .letter(.latin, isCapital: false)
    case 0x30...0x39: self = .digit
    case 0x27, 0xB4, 0x2019: self = .apostrophe
    case 0..<0x80: self = .punctuation
    case 0x80..<0xA0 where mendedControl(scalar) != scalar: self.init(mendedControl(scalar))
    case 0x80..<0xA0: self = .control
    case 0xAA, 0xBA, 0xB2, 0xB3, 0xB9, 0xBC...0xBE, 0xA9, 0xAE, 0xB0, 0x2026, 0x2122, 0x2030:
      self = .closing
    case 0x201A, 0x201E: self = .opening
    case 0xA1, 0xBF: self = .inverted
    case 0xAB, 0xBB, 0x2018, 0x201C, 0x201D, 0x2039, 0x203A: self = .quote
    case 0xA2...0xA5, 0x20A0...0x20C0: self = .currency
    case 0xB5: self = .letter(.greek, isCapital: false)
    case 0xB7, 0x2013, 0x2014, 0xAD: self = .dash
    case 0x2600..<0x2800: self = .picture
    case 0xD7, 0xF7, 0xA0..<0xC0, 0x2000..<0x2E80: self = .symbol
    case 0xFFFD: self = .lost
    default: self.init(beyond: scalar)
    }
  }

  private init(beyond scalar: UInt32) {
    switch scalar {
    case 0xC0..<0x250, 0x1E00..<0x1F00: self = .letter(.latin, isCapital: isCapitalLetter(scalar))
    case 0x370..<0x400: self = .letter(.greek, isCapital: isCapitalLetter(scalar))
    case 0x400..<0x530: self = .letter(.cyrillic, isCapital: isCapitalLetter(scalar))
    case 0x300..<0x370, 0xFE00...0xFE0F: self = .mark
    case 0x3040..<0xA4D0, 0xAC00..<0xD7A4: self = .letter(.eastAsian, isCapital: false)
    case 0x3000..<0x3040, 0xFF00..<0xFF60: self = .punctuation
    case 0x250..<0x300: self = .letter(.latin, isCapital: false)
    case 0x10000...: self = .picture
    case 0x590..<0x900, 0xFB1D..<0xFF00: self = .letter(.other(scalar < 0x600 ? 5 : 6), isCapital: false)
    default: self = .letter(.other(scalar >> 7), isCapital: false)
    }
  }

  var isLetter: Bool { if case .letter = self { true } else { false } }
  var isCapital: Bool { if case .letter(_, isCapital: true) = self { true } else { false } }
  var isSmall: Bool {
    switch self {
    case .letter(.latin, isCapital: false), .letter(.greek, isCapital: false), .letter(.cyrillic, isCapital: false):
      true
    default: false
    }
  }
}

/// Whether a letter of Latin, Greek or Cyrillic is a capital.
private func isCapitalLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xC0..<0xDF, 0x391..<0x3AC, 0x400..<0x430: true
  case 0xDF..<0x100, 0x3AC..<0x3CF, 0x430..<0x460: false
  default: Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}

/// How surprising it is that `b` follows `a`, in rough bits.
func surprise(of b: JunctionKind, after a: JunctionKind) -> Int {
  switch (a, b) {
  case (_, .mark): a.isLetter || a == .mark || a == .picture ? 0 : 15
  case (.space, .closing), (.opening, .space): 4
  case (.picture, _), (_, .picture): 1
  case (.space, _), (_, .space), (.lost, _), (_, .lost): 0
  case (.letter(let first, let isFirstCapital), .letter(let second, let isSecondCapital)):
    if first == second {
      !isFirstCapital && isSecondCapital ? 9 : 0
    } else if first == .eastAsian || second == .eastAsian {
      3
    } else if (first == .latin && second == .greek || first == .greek && second == .latin) && !isSecondCapital {
      4
    } else {
      13
    }
  case (.mark, .letter): 0
  case (_, .control), (.control, _): 5
  case (.letter(.eastAsian, _), _), (_, .letter(.eastAsian, _)): 2
  case (.letter, .closing), (.letter, .apostrophe), (.letter, .dash): 1
  case (.letter, .opening): 6
  case (.letter, .inverted): 3
  case (.inverted, .letter): 0
  case (.letter, .quote), (.quote, .letter): 0
  case (.letter, .currency), (.letter, .symbol), (.currency, .letter), (.symbol, .letter): 7
  case (.letter, .digit), (.digit, .letter): 3
  case (.closing, .letter), (.closing, .digit): 6
  case (.apostrophe, .letter), (.dash, .letter), (.dash, .digit): 1
  case (.punctuation, _), (_, .punctuation): 0
  case (.digit, _), (_, .digit): 1
  case (.closing, .closing), (.opening, .opening), (.quote, _), (_, .quote), (.apostrophe, .closing),
    (.closing, .apostrophe):
    2
  case (.symbol, .symbol): 4
  case (.opening, .letter): 0
  default: 4
  }
}
