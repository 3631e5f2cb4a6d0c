/// What parts a word from the one before it, the stronger the greater.
enum PlaceBreak: Int, Comparable {
  /// White space, a point or the like.
  case space
  /// A hyphen without spaces.
  case hyphen
  /// A comma, a bracket, a dash between spaces, a colon.
  case part
  /// A slash or an ampersand: often between places, sometimes within a name.
  case slash
  /// A semicolon, a bar, a bullet or a new line: between places.
  case place

  static func < (left: PlaceBreak, right: PlaceBreak) -> Bool { left.rawValue < right.rawValue }
}

/// A word of a written location.
struct PlaceWord: Hashable {
  /// Folded, in UTF-8.
  var key: [UInt8] = []
  /// As written.
  var written = ""
  /// What parts it from the word before.
  var breakBefore = PlaceBreak.space
  /// Whether it is made of single letters with points behind them.
  fileprivate var isInitials = false
  fileprivate var endsInPoint = false

  init() {}

  /// A word of letters that compare as they are.
  init(_ scalars: ArraySlice<Unicode.Scalar>, breakBefore: PlaceBreak) {
    for scalar in scalars { written.unicodeScalars.append(scalar) }
    key = Array(written.utf8)
    self.breakBefore = breakBefore
  }

  /// Whether it holds a digit.
  var hasDigit: Bool { key.contains { $0 >= 48 && $0 <= 57 } }
  /// Whether it is written in capitals alone.
  var isUpperCase: Bool { written.unicodeScalars.allSatisfy { !$0.properties.isLowercase } }
  /// Whether it begins with a capital, or a letter of a script without case.
  var isCapitalised: Bool { written.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false }
  /// The folded word as text.
  var text: String { String(decoding: key, as: UTF8.self) }
}

/// Cuts text into words, scalar by scalar.
struct PlaceWordScanner {
  private var words: [PlaceWord] = []
  private var word = PlaceWord()
  private var gap = PlaceBreak.place
  private var gapHasSpace = false
  private var gapHasHyphen = false

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "0"..."9": letter(scalar, [UInt8(scalar.value)])
    case "A"..."Z": letter(scalar, [UInt8(scalar.value) | 0x20])
    case ".": point()
    case " ", "\t", "\u{A0}": space()
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "~", ">": hyphen(scalar == "-" || scalar == "\u{2010}")
    case ",", "(", ")", "[", "]", ":", "，", "、", "（", "）", "@", "=": raise(.part)
    case "/", "&", "+", "\\": raise(.slash)
    case ";", "|", "\n", "\r", "•", "·", "●", "▪", "；": raise(.place)
    case "'", "\"", "`", "´", "\u{2018}"..."\u{201F}", "\u{2032}", "\u{2BB}"..."\u{2BF}": word.keepWritten(scalar)
    default: other(scalar)
    }
  }

  mutating func finish() -> [PlaceWord] {
    endWord()
    return words
  }

  private mutating func other(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .format: word.keepWritten(scalar)
    case .spacingMark, .enclosingMark: letter(scalar, Array(String(scalar).utf8))
    default:
      if properties.isAlphabetic || properties.numericType != nil {
        letter(scalar, folded(scalar))
      } else {
        space()
      }
    }
  }

  /// A letter beyond ASCII in lower case and without its mark.
  private func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let plain = PlaceKey.plain(scalar) { return plain }
    let lower = scalar.properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first else { return [] }
    return PlaceKey.plain(first) ?? Array(String(first).utf8)
  }

  private mutating func letter(_ scalar: Unicode.Scalar, _ key: [UInt8]) {
    if word.isInitials {
      // Two letters behind one another end the initials: `D.Ho` is `D` and `Ho`.
      if !word.endsInPoint { parted() } else { word.endsInPoint = false }
    }
    if word.key.isEmpty {
      if gapHasHyphen { gap = max(gap, gapHasSpace ? .part : .hyphen) }
      word.breakBefore = gap
    }
    word.key += key
    word.written.unicodeScalars.append(scalar)
  }

  /// A point joins initials, as in `U.S.A.`, and parts all else.
  private mutating func point() {
    if word.key.count == 1 || word.isInitials {
      word.isInitials = true
      word.endsInPoint = true
    } else {
      space()
    }
  }

  private mutating func space() {
    endWord()
    gapHasSpace = true
  }

  private mutating func hyphen(_ isShort: Bool) {
    endWord()
    gapHasHyphen = true
    // A long dash parts like one between spaces.
    if !isShort { gapHasSpace = true }
  }

  private mutating func raise(_ strength: PlaceBreak) {
    endWord()
    gap = max(gap, strength)
  }

  /// Cuts the last letter off a run of initials, to begin a word of its own.
  private mutating func parted() {
    let last = word.written.unicodeScalars.removeLast()
    let key = word.key.removeLast()
    word.isInitials = false
    endWord()
    gapHasSpace = true
    word.breakBefore = .space
    word.key = [key]
    word.written.unicodeScalars.append(last)
  }

  private mutating func endWord() {
    guard !word.key.isEmpty else {
      word.written = ""
      return
    }
    if word.key == Array("st".utf8) { word.key = Array("saint".utf8) }
    words.append(word)
    word = PlaceWord()
    gap = .space
    gapHasSpace = false
    gapHasHyphen = false
  }
}

extension PlaceWord {
  /// Keeps a sign that isn't compared in what was written, within a word.
  fileprivate mutating func keepWritten(_ scalar: Unicode.Scalar) {
    if !key.isEmpty { written.unicodeScalars.append(scalar) }
  }
}
