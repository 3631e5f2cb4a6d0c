/// The words of dates in all languages, looked up by hash.
struct DateLexicon: Sendable {
  private(set) var words = HashTable<DateLexeme>(empty: DateLexeme())
  /// Entries of several words, by the hash over their words' hashes.
  private(set) var phrases = HashTable<DateLexeme>(empty: DateLexeme())
  /// Beginnings of month names, for endings and abbreviations that no locale lists.
  private(set) var beginnings = HashTable<DateLexeme>(empty: DateLexeme())
  /// Forms such as `3 days ago`, by the hash over their words.
  private(set) var spans = HashTable<DateSpan>(empty: DateSpan(unit: .day, count: 0))
  /// Month names whose month depends on the language, by word and language.
  private var monthsByLanguage = HashTable<Int>(empty: 0)
  private var orders = HashTable<DateOrder>(empty: .dayMonthYear)
  private var longMonths: [(bytes: [UInt8], months: UInt16)] = []

  static let shared = DateLexicon()

  private init() {
    for table in [dateWords, cldrDateWords] {
      for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
        guard let start = line.firstIndex(where: { $0 != 0x20 }), let end = line[start...].firstIndex(of: 0x20) else {
          continue
        }
        // The tables are in normalization form C.
        let names = FoldedText(utf8: Array(line[end...])).bytes
        add(names.split(separator: 0x20), tag: Substring(line[start..<end]))
      }
    }
    addBeginnings()
  }

  /// The order of a date's parts in a locale; nil where the language is written in several and no region tells.
  func order(language: String, region: String?) -> DateOrder? {
    if let region, let order = orders[TextHash.of("\(language)-\(region)")] { return order }
    return orders[TextHash.of(language)]
  }

  /// The month that a word means in a language, where languages differ.
  func month(of word: UInt64, language: String) -> Int? {
    monthsByLanguage[TextHash.adding(word: TextHash.of(language), to: word)]
  }

  private mutating func add(_ names: [ArraySlice<UInt8>], tag: Substring) {
    if let order = DateLexicon.orderTags[tag] {
      for name in names { orders.update(name.reduce(TextHash.start) { TextHash.adding($1, to: $0) }) { $0 = order } }
    } else if let span = DateSpan(tag: tag) {
      for name in names { addSpan(DateLexicon.tokens(name), span) }
    } else if let lexeme = DateLexicon.lexeme(tag) {
      let languages = tag.first == "c" ? tag.drop { $0 != ":" }.dropFirst().split(separator: ",").map(String.init) : []
      for name in names { addWords(name, lexeme, isMonth: tag.first == "m", languages: languages) }
    }
  }

  private static func tokens(_ name: ArraySlice<UInt8>) -> [DateToken] {
    var tokenizer = DateTokenizer(name.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, lexicon: nil)
    return tokenizer.tokenize() ?? []
  }

  /// - Parameter languages: those in which a month's name has that month, where languages differ.
  private mutating func addWords(_ name: ArraySlice<UInt8>, _ lexeme: DateLexeme, isMonth: Bool, languages: [String]) {
    let named = DateLexicon.tokens(name).filter { $0.kind == .word }
    guard let hash = DateLexicon.hash(named) else { return }
    for language in languages {
      monthsByLanguage.update(TextHash.adding(word: TextHash.of(language), to: hash)) {
        $0 = lexeme.months.trailingZeroBitCount
      }
    }
    if named.count > 1 {
      phrases.update(hash) { $0.merge(lexeme) }
      words.update(named[0].hash) { $0.roles.insert(.startsPhrase) }
    } else {
      words.update(hash) { $0.merge(lexeme) }
      if isMonth { longMonths.append((Array(name), lexeme.months)) }
    }
  }

  private mutating func addSpan(_ tokens: [DateToken], _ span: DateSpan) {
    spans.update(DateLexicon.spanHash(tokens[...])) { $0 = span }
    // Words that are written without spaces are only found where the lexicon has them.
    for token in tokens where token.kind == .word { words.update(token.hash) { _ in } }
  }

  /// The hash over words; nil where there is none.
  private static func hash(_ tokens: [DateToken]) -> UInt64? {
    guard let first = tokens.first else { return nil }
    return tokens.dropFirst().reduce(first.hash) { TextHash.adding(word: $1.hash, to: $0) }
  }

  /// Which words of a form such as `a week ago` stand for its number.
  enum NumberWords { case none, plain, all }

  /// The hash over words, and over numbers without regard to their value; signs count only as `#`.
  static func spanHash(_ tokens: ArraySlice<DateToken>, _ numberWords: NumberWords = .none) -> UInt64 {
    tokens.reduce(TextHash.start) { hash, token in
      if token.kind == .sign, !token.isSign("#") { return hash }
      return TextHash.adding(word: isNumber(token, numberWords) ? 7 : token.hash, to: hash)
    }
  }

  /// Whether a token stands for a number.
  static func isNumber(_ token: DateToken, _ numberWords: NumberWords) -> Bool {
    if token.kind != .word { return token.kind == .number || token.isSign("#") }
    switch numberWords {
    case .none: return false
    case .plain: return token.has(.cardinal) && !token.has([.filler, .to, .label])
    case .all: return token.has(.cardinal)
    }
  }

  /// Beginnings of months' names: of five letters where all are ASCII, which other words begin with as well, else of
  /// three.
  private mutating func addBeginnings() {
    for (bytes, months) in longMonths {
      var hash = TextHash.start
      var letters = 0
      var isASCII = true
      for (place, byte) in (bytes + [0]).enumerated() {
        if byte & 0xC0 != 0x80 {
          if letters >= (isASCII ? 5 : 3) {
            beginnings.update(hash) {
              $0.months |= months
              $0.roles.insert(.known)
            }
          }
          letters += 1
        }
        if byte >= 0x80 { isASCII = false }
        if place < bytes.count { hash = TextHash.adding(byte, to: hash) }
      }
    }
    longMonths = []
  }

  private static func lexeme(_ tag: Substring) -> DateLexeme? {
    var lexeme = DateLexeme()
    lexeme.roles = .known
    if let roles = roleTags[tag] {
      lexeme.roles.formUnion(roles)
      return lexeme
    }
    guard let number = Int(tag.dropFirst().prefix { $0 != ":" }) else { return nil }
    switch tag.first {
    case "m", "c": lexeme.months = 1 << UInt16(number)
    case "w": lexeme.weekdays = number == 0 ? 0xFE : 1 << UInt8(number)
    case "n", "o":
      lexeme.number = UInt8(clamping: number)
      lexeme.roles.insert(tag.first == "n" ? .cardinal : .ordinal)
    case "z", "e":
      lexeme.value = Int16(clamping: number)
      lexeme.roles.insert(tag.first == "z" ? .zone : .era)
    default: return nil
    }
    return lexeme
  }

  private static let orderTags: [Substring: DateOrder] = [
    "odmy": .dayMonthYear, "omdy": .monthDayYear, "oymd": .yearMonthDay,
  ]

  private static let roleTags: [Substring: DateLexeme.Roles] = [
    "l": .label, "f": .filler, "x": .denied, "am": .morning, "pm": .afternoon, "noon": .noon, "mid": .midnight,
    "Y": .yearUnit, "M": .monthUnit, "D": .dayUnit, "H": .hourUnit, "N": .minuteUnit, "S": .secondUnit,
    "pY": [.yearUnit, .leadsNumber], "pM": [.monthUnit, .leadsNumber], "pD": [.dayUnit, .leadsNumber],
    "to": .to, "until": .until, "since": .since, "from": .from, "now": .present, "about": .about, "last": .last,
    "days": .dayWord, "season": .season, "q": .quarter, "half": .half, "p": .leadsNumber, "at": .clock,
  ]
}
