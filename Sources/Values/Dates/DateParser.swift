/// Collects what a run of tokens says of one date.
struct DateParser {
  let tokens: [DateToken]
  let end: Int
  var parts = DateParts()
  var place: Int
  /// A unit whose number follows: `tháng 3`.
  var pendingUnit: DateLexeme.Roles = []
  var pendingEra: Int?
  var pendingMeridiem: DateLexeme.Roles = []
  var followsClockWord = false
  /// Whether a word names a month and nothing else, so that words with several senses name none.
  private let hasPlainMonth: Bool

  /// The parts of the date that the tokens of a range write; nil where a token is no part of a date.
  static func parse(_ tokens: [DateToken], _ range: Range<Int>) -> DateParts? {
    var parser = DateParser(tokens, range)
    while parser.place < parser.end { guard parser.take() else { return nil } }
    return parser.parts
  }

  private init(_ tokens: [DateToken], _ range: Range<Int>) {
    (self.tokens, place, end) = (tokens, range.lowerBound, range.upperBound)
    hasPlainMonth = tokens[range].contains { $0.lexeme.months != 0 && DateParser.isOnlyMonth($0.lexeme) }
  }

  private static func isOnlyMonth(_ lexeme: DateLexeme) -> Bool {
    lexeme.weekdays == 0 && lexeme.number == 0 && lexeme.roles.isDisjoint(with: [.filler, .label, .to, .monthUnit])
  }

  func token(_ offset: Int) -> DateToken? { place + offset < end ? tokens[place + offset] : nil }

  private mutating func take() -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .number: return takeNumber(token)
    case .word: return takeWord(token)
    case .sign:
      place += 1
      if token.isSign("@") { followsClockWord = true }
      return DateParser.plainSigns.contains(token.sign)
    }
  }

  private static let plainSigns = Array(",.()[]|@/-'\":~".utf8)

  private mutating func takeWord(_ word: DateToken) -> Bool {
    let lexeme = word.lexeme
    let roles = lexeme.roles
    guard lexeme.isKnown, !roles.contains(.denied) || lexeme.months != 0 else { return false }
    place += 1
    if lexeme.months != 0, !hasPlainMonth || DateParser.isOnlyMonth(lexeme) { return takeMonth(word) }
    if roles.contains(.monthUnit), !roles.contains(.leadsNumber), takeMonthUnit() { return true }
    if lexeme.weekdays != 0, !(lexeme.number > 0 && token(0)?.lexeme.weekdays ?? 0 != 0) { takeWeekday(lexeme) }
    if lexeme.number > 0, isDayNumber(lexeme) { return takeNumberWord(lexeme) }
    if roles.contains(.last) { parts.lastPlace = place - 1 }
    if roles.contains(.dayWord) { parts.dayWordPlace = place - 1 }
    if takeMark(roles, lexeme) { return true }
    return lexeme.weekdays != 0 || !roles.isDisjoint(with: DateParser.silent)
  }

  private static let silent: DateLexeme.Roles = [.label, .filler, .last, .dayWord, .clock, .yearUnit, .about]

  private mutating func takeMonth(_ word: DateToken) -> Bool {
    guard parts.months == 0, parts.month == nil, parts.figures == nil else { return false }
    parts.months = word.lexeme.months
    parts.monthWord = word.hash
    parts.monthIsWeekday = word.lexeme.weekdays != 0
    return true
  }

  /// The unit of a number with an ending, `7-р сарын`.
  private mutating func takeMonthUnit() -> Bool {
    guard let last = parts.numbers.last, last.isOrdinal, !last.isWord, (1...12).contains(last.value),
      parts.month == nil,
      parts.months == 0
    else { return false }
    parts.numbers.removeLast()
    parts.month = last.value
    return true
  }

  private mutating func takeWeekday(_ lexeme: DateLexeme) {
    // Words such as `di` are prepositions elsewhere, and tell nothing.
    guard lexeme.roles.isDisjoint(with: [.filler, .label, .clock]) else { return }
    let both = parts.weekdays == 0 ? lexeme.weekdays : parts.weekdays & lexeme.weekdays
    // Two different days tell nothing of the date.
    parts.weekdays = both == 0 ? 0xFE : both
    parts.weekdayPlace = place - 1
    if lexeme.number > 0, lexeme.roles.contains(.ordinal) { parts.weekdayNumber = Int(lexeme.number) }
  }

  /// Words for one are articles more often than days.
  private func isDayNumber(_ lexeme: DateLexeme) -> Bool {
    (lexeme.number > 1 || lexeme.roles.contains(.ordinal) || endsInTens)
      && (lexeme.weekdays == 0 || token(0)?.lexeme.weekdays ?? 0 != 0)
      && lexeme.roles.isDisjoint(with: [.filler, .label, .to])
  }

  /// Whether the last number is a word for tens, which one for ones may follow.
  private var endsInTens: Bool {
    parts.numbers.last.map { $0.isWord && $0.value >= 20 && $0.value % 10 == 0 && place - $0.place <= 3 } ?? false
  }

  private mutating func takeNumberWord(_ lexeme: DateLexeme) -> Bool {
    let isOrdinal = lexeme.roles.contains(.ordinal)
    if endsInTens, lexeme.number < 10 {
      parts.numbers[parts.numbers.count - 1].value += Int(lexeme.number)
      parts.numbers[parts.numbers.count - 1].isOrdinal = isOrdinal
      parts.numbers[parts.numbers.count - 1].place = place - 1
      return true
    }
    guard parts.numbers.count < 4 else { return false }
    var number = DateParts.Number(value: Int(lexeme.number), digits: 2, isOrdinal: isOrdinal, place: place - 1)
    number.isWord = true
    number.followsMonth = parts.months != 0
    parts.numbers.append(number)
    return true
  }

  /// Words that change how the rest is read.
  private mutating func takeMark(_ roles: DateLexeme.Roles, _ lexeme: DateLexeme) -> Bool {
    if roles.contains(.clock) { followsClockWord = true }
    if roles.contains(.leadsNumber), token(0)?.kind == .number {
      pendingUnit = roles.intersection([.leadsNumber, .yearUnit, .monthUnit, .dayUnit])
      return true
    }
    if roles.contains(.era) {
      pendingEra = Int(lexeme.value)
      if token(0)?.isSign(".") == true { place += 1 }
      return token(0)?.kind == .number
    }
    if roles.contains(.noon) || roles.contains(.midnight), parts.time == nil {
      parts.time = CivilTime(second: roles.contains(.noon) ? 43_200 : 0)
      return true
    }
    if !roles.isDisjoint(with: [.morning, .afternoon]), token(0)?.kind == .number {
      pendingMeridiem = roles.intersection([.morning, .afternoon])
      return true
    }
    if roles.contains(.half), token(0)?.kind == .number || roles.isDisjoint(with: .hourUnit) {
      parts.hasHalf = true
      return true
    }
    if roles.contains(.quarter) { parts.hasQuarter = true }
    if roles.contains(.season) { parts.hasSeason = true }
    if roles.contains(.dayUnit), place > 1, tokens[place - 2].isSign("(") { return true }
    return !roles.isDisjoint(with: [.quarter, .season]) || takeBound(roles)
  }

  private mutating func takeBound(_ roles: DateLexeme.Roles) -> Bool {
    let isFirst = parts.numbers.isEmpty && parts.months == 0 && parts.figures == nil && parts.year == nil
    guard isFirst, parts.kind == .date else { return false }
    if roles.contains(.about) {
      parts.kind = .about
    } else if roles.contains(.until) {
      parts.kind = .notAfter
    } else if roles.contains(.since) {
      parts.kind = .range
    } else if roles.contains(.from) {
      parts.kind = .notBefore
    } else {
      return false
    }
    return true
  }
}
