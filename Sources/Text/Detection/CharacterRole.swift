/// What a character is to the words around it.
enum CharacterRole: Int, Sendable, CaseIterable {
  case separator, digit, dash, opening, closing, joiner, symbol, lower, upper, caseless

  static let count = allCases.count

  /// Quarters of a bit for a byte that stands for nothing, for one that is a control character, for a letter that
  /// a language doesn't have, and for telling one ASCII letter from the others.
  static let impossible: UInt8 = 100
  static let control: UInt8 = 80
  static let stranger: UInt8 = 52
  static let lumped: UInt8 = 18

  var isLetter: Bool { rawValue >= CharacterRole.lower.rawValue }
}

/// A character's role, and how many quarters of a bit it costs if it is no letter.
///
/// The costs are rough shares of punctuation in running text: a quotation mark or dash in some 30 characters that
/// aren't ASCII, a currency sign in some 60, a fraction or box-drawing line next to never.
func characterRole(_ scalar: Unicode.Scalar) -> (CharacterRole, cost: UInt8) {
  switch scalar.value {
  case 0..<0x20, 0x7F: return (.separator, scalar.value < 0x20 && ![9, 10, 12, 13].contains(scalar.value) ? 40 : 0)
  case 0x30...0x39: return (.digit, 0)
  case 0x20...0x26, 0x28...0x2C, 0x2E...0x40, 0x5B...0x60, 0x7B...0x7E: return (.separator, 0)
  case 0x27, 0x2D: return (.joiner, 0)
  case 0x80...0x9F: return (.symbol, CharacterRole.control)
  case 0xA0: return (.separator, 14)
  case 0xAD, 0x200C, 0x200D, 0xB7: return (.joiner, 28)
  case 0x2019: return (.joiner, 14)
  case 0xAB, 0x201C, 0x201E, 0x2018, 0x2039, 0x201A, 0xA1, 0xBF: return (.opening, 18)
  case 0xBB, 0x201D, 0x203A, 0x2026: return (.closing, 18)
  case 0x2013, 0x2014: return (.dash, 16)
  case 0xAA, 0xBA: return (.closing, 26)
  case 0x20AC, 0xA3, 0xB0, 0xA7, 0x2022, 0x2116, 0x2122, 0x60C, 0x61B, 0x61F: return (.separator, 24)
  case 0xA9, 0xAE: return (.symbol, 18)
  case 0xB1, 0xB5, 0xD7: return (.separator, 32)
  case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: return (.symbol, 30)
  case 0x200E, 0x200F: return (.separator, 40)
  default: break
  }
  switch scalar.properties.generalCategory {
  case .lowercaseLetter: return (.lower, 0)
  case .uppercaseLetter, .titlecaseLetter: return (.upper, 0)
  case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return (.caseless, 0)
  case .decimalNumber: return (.separator, 24)
  case .privateUse: return (.symbol, CharacterRole.impossible)
  default: return (.symbol, 44)
  }
}

/// Where in a word a reader stands, as far as capitals and punctuation go.
enum WordState: Int, Sendable, CaseIterable {
  case outside, afterCapital, inLower, inCapitals, afterOpening, afterMark, afterDash, afterDigit

  /// For each state and role, in the order of both: what the step costs in quarters of a bit, and where it leads.
  ///
  /// Capitals begin words or make up whole ones; a capital after a small letter tells an encoding with the cases
  /// swapped, such as KOI8. Letters don't follow a digit, closing mark or symbol without a space, and an opening mark isn't
  /// followed by one.
  static let steps: [(cost: Int, next: WordState)] = WordState.allCases.flatMap { state in
    CharacterRole.allCases.map { step(state, $0) }
  }

  private static func step(_ state: WordState, _ role: CharacterRole) -> (cost: Int, next: WordState) {
    let inWord = state == .afterCapital || state == .inLower || state == .inCapitals
    let late = state.lateness
    switch role {
    case .separator: return (state == .afterOpening ? 14 : 0, .outside)
    case .digit: return (inWord ? 8 : 0, .afterDigit)
    case .dash: return (inWord ? 8 : 0, .afterDash)
    case .opening: return (inWord ? 16 : 0, .afterOpening)
    case .closing: return (inWord || state == .afterDigit ? 0 : 4, .afterMark)
    case .joiner: return (inWord ? 0 : 6, state == .inCapitals ? .inCapitals : inWord ? .inLower : .outside)
    case .symbol: return (inWord ? 20 : 6, .afterMark)
    case .caseless: return (late, .inLower)
    case .lower: return (late + (state == .inCapitals ? 20 : 1), .inLower)
    case .upper:
      switch state {
      case .afterCapital: return (12, .inCapitals)
      case .inCapitals: return (1, .inCapitals)
      case .inLower: return (28, .inLower)
      default: return (late + 8, .afterCapital)
      }
    }
  }

  /// Quarters of a bit for a letter here beside what it costs at the beginning of a word.
  private var lateness: Int {
    switch self {
    case .afterMark, .afterDigit: 14
    case .afterDash: 8
    default: 0
    }
  }
}
