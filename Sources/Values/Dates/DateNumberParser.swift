/// Numbers, with the signs, units and endings about them.
extension DateParser {
  /// Takes a number, with what tells its part; false where it can have none.
  mutating func takeNumber(_ number: DateToken) -> Bool {
    if let clock = DateClock(tokens, place..<end, clockContext) { return take(clock) }
    let separator = place > 0 && tokens[place - 1].kind == .sign ? tokens[place - 1].sign : 0
    defer { followsClockWord = false }
    if pendingUnit.contains(.leadsNumber) {
      let unit = pendingUnit
      pendingUnit = []
      place += 1
      return unit == .leadsNumber ? true : assign(number.value, to: unit)
    }
    if let era = pendingEra {
      pendingEra = nil
      place += 1
      if token(0)?.has(.yearUnit) == true { place += 1 }
      parts.hasUnits = true
      return assign(era + number.value, to: .yearUnit)
    }
    if takeFigures() { return true }
    if let unit = token(1), unit.has([.yearUnit, .monthUnit, .dayUnit]), !unit.has(.leadsNumber),
      unit.lexeme.months == 0 || number.digits < 3
    {
      place += 2
      parts.hasUnits = true
      return assign(number.value, to: unit.lexeme.roles)
    }
    if takeCompact(number) { return true }
    guard number.digits <= 2 || number.digits == 4, parts.numbers.count < 4 else { return false }
    var plain = DateParts.Number(value: number.value, digits: number.digits, separator: separator, place: place)
    plain.followsMonth = parts.months != 0
    plain.isShortened = number.digits == 2 && separator == UInt8(ascii: "'")
    place += 1
    plain.isOrdinal = takeSuffix(of: number)
    plain.place = place - 1
    parts.numbers.append(plain)
    return true
  }

  private var clockContext: DateClock.Context {
    let hasDate =
      parts.figures != nil || (parts.months != 0 && parts.numbers.count > 1) || (parts.year != nil && parts.day != nil)
    return DateClock.Context(hasDate: hasDate, followsClockWord: followsClockWord, meridiem: pendingMeridiem)
  }

  private mutating func take(_ clock: DateClock) -> Bool {
    (followsClockWord, pendingMeridiem) = (false, [])
    if parts.time == nil {
      parts.time = clock.time
      parts.addsDay = clock.isEndOfDay
    } else {
      // A second time is the end of a span of hours, or the same time written again.
      guard parts.endTime == nil, place > 0, tokens[place - 1].isSign("-") || tokens[place - 1].has(.to) else {
        return false
      }
      parts.endTime = clock.time
    }
    place = clock.end
    return true
  }

  private mutating func assign(_ value: Int, to unit: DateLexeme.Roles) -> Bool {
    if unit.contains(.yearUnit) {
      guard parts.year == nil else { return false }
      parts.year = value
    } else if unit.contains(.monthUnit) {
      guard parts.month == nil, parts.months == 0, (1...12).contains(value) else { return false }
      parts.month = value
    } else {
      guard parts.day == nil, (1...31).contains(value) else { return false }
      parts.day = value
    }
    return true
  }

  /// Three numbers with one sign or space between.
  mutating func takeFigures() -> Bool {
    guard parts.figures == nil, parts.months == 0, let read = DateFigures.read(tokens, place..<end) else {
      return false
    }
    parts.figures = read.figures
    place = read.end
    return true
  }

  /// `20260301`, and with a time `20260301T1030`, `202603011030` or `20260301103000`; `2026-03-01T10`.
  private mutating func takeCompact(_ number: DateToken) -> Bool {
    guard [8, 12, 14].contains(number.digits), parts.figures == nil, parts.numbers.isEmpty, parts.months == 0 else {
      return takeHourAfterT(number)
    }
    var rest = number.value
    var clock = 0
    if number.digits > 8 {
      let scale = number.digits == 14 ? 1_000_000 : 10_000
      clock = number.digits == 14 ? rest % scale : rest % scale * 100
      rest /= scale
      guard let time = DateParser.clock(clock) else { return false }
      parts.time = time
    }
    guard (1800...2199).contains(rest / 10_000) else { return false }
    parts.figures = DateFigures(
      first: .init(value: rest / 10_000, digits: 4), second: .init(value: rest / 100 % 100, digits: 2),
      third: .init(value: rest % 100, digits: 2), separator: 0x2D)
    place += 1
    if parts.time != nil { takeCompactZone() }
    return true
  }

  /// `Z` or `+01'00'`, as PDF's dates end.
  private mutating func takeCompactZone() {
    guard let next = token(0), !next.isSpaced else { return }
    if next.has(.zone), next.lexeme.value == 0 {
      parts.time?.offset = 0
      place += 1
    } else if next.isSign("+") || next.isSign("-"), let hours = token(1), hours.digits == 2, hours.value <= 14,
      token(2)?.isSign("'") == true, let minutes = token(3), minutes.digits == 2, minutes.value < 60
    {
      parts.time?.offset = (next.isSign("-") ? -1 : 1) * (hours.value * 3600 + minutes.value * 60)
      place += token(4)?.isSign("'") == true ? 5 : 4
    }
  }

  private mutating func takeHourAfterT(_ number: DateToken) -> Bool {
    guard parts.figures != nil, parts.time == nil, place > 1, [2, 4, 6].contains(number.digits), !number.isSpaced,
      tokens[place - 1].kind == .word, tokens[place - 1].range.count == 1, !tokens[place - 1].isSpaced,
      let time = DateParser.clock(number.value * [2: 10_000, 4: 100, 6: 1][number.digits, default: 1])
    else { return false }
    parts.time = time
    place += 1
    return true
  }

  /// A time of day from six digits.
  private static func clock(_ digits: Int) -> CivilTime? {
    let (hour, minute, second) = (digits / 10_000, digits / 100 % 100, digits % 100)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return CivilTime(second: hour * 3600 + minute * 60 + second)
  }

  /// Letters that make a number an ordinal or bend it: `3rd`, `31-ое`, `3:e`, `2016'da`; and the `s` of a decade.
  ///
  /// - Returns: whether letters were taken.
  private mutating func takeSuffix(of number: DateToken) -> Bool {
    guard let next = token(0), !next.isSpaced else { return false }
    if next.kind == .word, DateParser.isSuffix(next) {
      if number.digits == 4 {
        guard next.range.count == 1, next.lexeme.roles.contains(.filler), number.value % 10 == 0 else { return false }
        parts.isDecade = next.hash == DateParser.letterS
        return false
      }
      place += 1
      return true
    }
    let signs = number.digits == 4 ? [UInt8(ascii: "'")] : [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "'")]
    guard next.kind == .sign, signs.contains(next.sign),
      let letters = token(1), letters.kind == .word, !letters.isSpaced, DateParser.isSuffix(letters)
    else { return false }
    place += 2
    return number.digits <= 2
  }

  private static let letterS = TextHash.of("s")

  /// Whether a word is short and names nothing; in `11th`, `th` isn't the Vietnamese month that it is before a number.
  private static func isSuffix(_ word: DateToken) -> Bool {
    if word.has(.leadsNumber), word.range.count == 2 { return true }
    return word.range.count <= 12 && word.hash != 0 && word.lexeme.months == 0
      && word.lexeme.roles.isDisjoint(with: [
        .yearUnit, .monthUnit, .dayUnit, .hourUnit, .minuteUnit, .denied, .morning, .afternoon, .season,
      ])
  }
}
