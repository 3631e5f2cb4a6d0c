/// Cuts a folded text into numbers, words and signs, and looks the words up.
struct DateTokenizer {
  let bytes: [UInt8]
  let lexicon: DateLexicon?
  private(set) var tokens: [DateToken] = []
  private var place = 0
  private var isSpaced = false

  /// More tokens than that are no date.
  private static let mostTokens = 48

  /// - Parameter lexicon: nil where the lexicon itself is made; then unspaced words stay whole.
  init(_ bytes: [UInt8], lexicon: DateLexicon?) {
    self.bytes = bytes
    self.lexicon = lexicon
    tokens.reserveCapacity(16)
  }

  /// The tokens, phrases joined; nil where there are too many.
  mutating func tokenize() -> [DateToken]? {
    while place < bytes.count {
      guard tokens.count < DateTokenizer.mostTokens else { return nil }
      takeToken()
    }
    if let lexicon { joinPhrases(lexicon) }
    return tokens
  }

  private mutating func takeToken() {
    let byte = bytes[place]
    if byte == 0x20 {
      isSpaced = true
      place += 1
      return
    }
    if byte &- 48 < 10 { return takeNumber() }
    if byte &- 97 < 26 { return takeWord() }
    if byte < 0x80 { return takeSign(byte, width: 1) }
    switch DateScript.of(bytes, at: place) {
    case .letter: takeWord()
    case .unspaced: takeUnspaced()
    case .sign(let sign): takeSign(sign, width: DateScript.width(byte))
    case .ignored: place += DateScript.width(byte)
    }
  }

  private mutating func append(_ token: DateToken) {
    tokens.append(token)
    place = token.range.upperBound
    isSpaced = false
  }

  private mutating func takeSign(_ sign: UInt8, width: Int) {
    append(
      DateToken(kind: .sign, sign: sign, range: place..<min(place + width, bytes.count), isSpaced: isSpaced))
  }

  private mutating func takeNumber() {
    var value = 0
    var end = place
    while end < bytes.count, bytes[end] &- 48 < 10 {
      if end - place < 18 { value = value * 10 + Int(bytes[end] &- 48) }
      end += 1
    }
    append(
      DateToken(kind: .number, value: value, digits: end - place, range: place..<end, isSpaced: isSpaced))
  }

  /// Letters with apostrophes between them, and with the points inside of short abbreviations such as `p.m`.
  private mutating func takeWord() {
    var hash = TextHash.start
    var end = place
    var partStart = place
    while end < bytes.count {
      if isLetter(end) {
        for _ in 0..<min(DateScript.width(bytes[end]), bytes.count - end) {
          hash = TextHash.adding(bytes[end], to: hash)
          end += 1
        }
      } else if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "'"), isLetter(end + 1) {
        hash = TextHash.adding(bytes[end], to: hash)
        end += 1
      } else if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), end - partStart <= 9, isLetter(end + 1) {
        end += 1
        partStart = end
      } else {
        break
      }
    }
    let lexeme = lexicon.flatMap { lookUp(hash, place..<end, $0) } ?? DateLexeme()
    append(DateToken(kind: .word, hash: hash, lexeme: lexeme, range: place..<end, isSpaced: isSpaced))
  }

  private func lookUp(_ hash: UInt64, _ range: Range<Int>, _ lexicon: DateLexicon) -> DateLexeme? {
    if let found = lexicon.words[hash] { return found }
    guard let cut = bytes[range].firstIndex(of: UInt8(ascii: "'")) else { return inflected(range, lexicon) }
    // An article or preposition that lost its vowel, as in `d'octobre`.
    guard cut - range.lowerBound <= 2 else { return nil }
    return lexicon.words[bytes[(cut + 1)..<range.upperBound].reduce(TextHash.start) { TextHash.adding($1, to: $0) }]
  }

  /// A month's name with an ending that no pattern shows, or cut short: its beginning without the last letters, up to
  /// two, begins a month's name.
  private func inflected(_ range: Range<Int>, _ lexicon: DateLexicon) -> DateLexeme? {
    // Hebrew writes prepositions of one letter on the word.
    if bytes[range.lowerBound] == 0xD7, range.count > 6 {
      let rest = bytes[(range.lowerBound + 2)..<range.upperBound].reduce(TextHash.start) { TextHash.adding($1, to: $0) }
      if let found = lexicon.words[rest], found.months != 0 { return found }
    }
    // The hashes of what stands before the last two letters, before the last, and of all.
    var hashes = (TextHash.start, TextHash.start, TextHash.start)
    var letters = 0
    for place in range {
      if bytes[place] & 0xC0 != 0x80 {
        hashes = (hashes.1, hashes.2, hashes.2)
        letters += 1
      }
      hashes.2 = TextHash.adding(bytes[place], to: hashes.2)
    }
    guard letters > 2, letters < 20 else { return nil }
    return lexicon.beginnings[hashes.2] ?? lexicon.beginnings[hashes.1] ?? lexicon.beginnings[hashes.0]
  }

  private func isLetter(_ place: Int) -> Bool {
    let byte = bytes[place]
    if byte < 0x80 { return byte &- 97 < 26 }
    if case .letter = DateScript.of(bytes, at: place) { return true }
    if case .unspaced = DateScript.of(bytes, at: place) { return byte < 0xE3 }
    return false
  }

  /// The longest word of the lexicon that begins here in a run without spaces, else a numeral, else one character.
  private mutating func takeUnspaced() {
    var hash = TextHash.start
    var end = place
    var longest: (end: Int, hash: UInt64, lexeme: DateLexeme)?
    while end < bytes.count, end - place < 120 {
      if bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count, bytes[end + 1] >= 0x80, end - place <= 24 {
        end += 1
        continue
      }
      guard bytes[end] >= 0x80 else { break }
      if case .sign = DateScript.of(bytes, at: end) { break }
      for _ in 0..<min(DateScript.width(bytes[end]), bytes.count - end) {
        hash = TextHash.adding(bytes[end], to: hash)
        end += 1
      }
      if let found = lexicon?.words[hash] { longest = (end, hash, found) }
    }
    if lexicon == nil { longest = (end, hash, DateLexeme()) }
    if longest == nil || longest?.lexeme.months == 0, let numeral = HanNumeral(bytes, at: place),
      numeral.end >= longest?.end ?? 0
    {
      append(
        DateToken(
          kind: .number, value: numeral.value, digits: numeral.digits, range: place..<numeral.end, isSpaced: isSpaced))
      return
    }
    let found = longest ?? (min(place + DateScript.width(bytes[place]), bytes.count), 0, DateLexeme())
    append(
      DateToken(kind: .word, hash: found.1, lexeme: found.2, range: place..<found.0, isSpaced: isSpaced))
  }

  /// Puts one token in the place of words that the lexicon knows together.
  private mutating func joinPhrases(_ lexicon: DateLexicon) {
    var i = 0
    while i < tokens.count {
      if tokens[i].has(.startsPhrase), let (end, hash, lexeme) = phrase(at: i, lexicon) {
        tokens[i].hash = hash
        tokens[i].lexeme = lexeme
        tokens[i].range = tokens[i].range.lowerBound..<tokens[end - 1].range.upperBound
        tokens.removeSubrange((i + 1)..<end)
      }
      i += 1
    }
  }

  private func phrase(at start: Int, _ lexicon: DateLexicon) -> (Int, UInt64, DateLexeme)? {
    var hash = tokens[start].hash
    var found: (Int, UInt64, DateLexeme)?
    for end in (start + 1)..<max(start + 1, min(start + 4, tokens.count)) {
      guard tokens[end].kind == .word else { break }
      hash = TextHash.adding(word: tokens[end].hash, to: hash)
      if let lexeme = lexicon.phrases[hash] { found = (end + 1, hash, lexeme) }
    }
    return found
  }
}
