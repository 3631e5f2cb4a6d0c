/// A time of day in tokens: `10:30`, `7 pm`, `14h30`, `21時40分`, `16.45` where a time is due; with its zone.
struct DateClock {
  /// What was read before it.
  struct Context {
    var hasDate: Bool
    var followsClockWord: Bool
    var meridiem: DateLexeme.Roles
  }

  private(set) var time: CivilTime
  /// Whether it is 24:00, which is the next day's midnight.
  private(set) var isEndOfDay = false
  /// The token after it.
  private(set) var end: Int
  private let tokens: [DateToken]
  private let limit: Int

  /// The time that begins with the first token of a range; nil where none does.
  init?(_ tokens: [DateToken], _ range: Range<Int>, _ context: Context) {
    (self.tokens, end, limit) = (tokens, range.lowerBound, range.upperBound)
    time = CivilTime(second: 0)
    let first = tokens[range.lowerBound]
    guard first.kind == .number, first.digits <= 2, first.value <= 24 else { return nil }
    guard let (minute, second) = readMinutes(context) else { return nil }
    var hour = first.value
    var meridiem = context.meridiem
    if let word = token(0), word.has([.morning, .afternoon]), hour <= 12 {
      meridiem = word.lexeme.roles
      end += 1
      if let point = token(0), point.isSign("."), !point.isSpaced { end += 1 }
    }
    if hour <= 12, meridiem.contains(.afternoon), hour < 12 {
      hour += 12
    } else if hour == 12, meridiem.contains(.morning) {
      hour = 0
    }
    guard hour < 24 || (minute == 0 && second == 0) else { return nil }
    isEndOfDay = hour == 24
    time.second = (hour % 24) * 3600 + minute * 60 + second
    readZone(hasSeconds: second > 0 || hasSeconds)
  }

  private var hasSeconds = false

  private func token(_ offset: Int) -> DateToken? { end + offset < limit ? tokens[end + offset] : nil }

  private func number(_ offset: Int, digits: ClosedRange<Int>, isAttached: Bool = true) -> Int? {
    guard let next = token(offset), next.kind == .number, !isAttached || !next.isSpaced, digits.contains(next.digits)
    else {
      return nil
    }
    return next.value
  }

  private mutating func readMinutes(_ context: Context) -> (Int, Int)? {
    guard let next = token(1) else { return nil }
    if next.isSign(":"), !next.isSpaced, let minute = number(2, digits: 2...2), minute < 60 {
      end += 3
      return (minute, readSeconds())
    }
    if next.isSign("."), !next.isSpaced, let minute = number(2, digits: 2...2), minute < 60, isPointTime(context) {
      end += 3
      if token(0)?.has(.hourUnit) == true { end += 1 }
      return (minute, 0)
    }
    if next.has(.hourUnit) { return readUnits(next) }
    guard next.has([.morning, .afternoon]), (1...12).contains(tokens[end].value), next.lexeme.months == 0 else {
      return nil
    }
    end += 1
    return (0, 0)
  }

  /// Whether two numbers about a point are a time rather than a day and a month.
  private func isPointTime(_ context: Context) -> Bool {
    if let after = token(3) {
      if after.isSign("."), number(4, digits: 1...4) != nil { return false }
      if after.has([.morning, .afternoon]) || (after.has(.hourUnit) && after.range.count > 1) { return true }
    }
    return context.hasDate || context.followsClockWord
  }

  private mutating func readSeconds() -> Int {
    guard let colon = token(0), colon.isSign(":"), !colon.isSpaced, let second = number(1, digits: 2...2), second < 61
    else { return 0 }
    end += 2
    hasSeconds = true
    if let point = token(0), point.isSign(".") || point.isSign(","), !point.isSpaced, number(1, digits: 1...9) != nil {
      end += 2
    }
    return second
  }

  private mutating func readUnits(_ unit: DateToken) -> (Int, Int)? {
    // A lone `h` after a number is as often a span of hours.
    end += 2
    var (minute, second) = (0, 0)
    if let read = number(0, digits: 2...2, isAttached: unit.range.count == 1), read < 60 {
      let next = token(1)
      if unit.range.count == 1 || next?.has(.minuteUnit) == true {
        minute = read
        end += next?.has(.minuteUnit) == true ? 2 : 1
      }
    }
    if let read = number(0, digits: 1...2), token(1)?.has(.secondUnit) == true, read < 60 {
      second = read
      end += 2
    }
    return (minute, second)
  }

  /// `Z`, `GMT`, `EST`, `UTC+2`, `+0200`, `-05:00`, `(CET)`.
  private mutating func readZone(hasSeconds: Bool) {
    if let word = token(0), word.has(.zone) {
      time.offset = Int(word.lexeme.value) * 60
      end += 1
      if time.offset == 0 { readOffset(isCertain: true) }
    } else {
      readOffset(isCertain: hasSeconds)
    }
    // The same once more: `+0000 UTC`, `GMT+0100 (Central European Standard Time)`.
    if time.offset != nil, token(0)?.has(.zone) == true { end += 1 }
    guard let open = token(0), open.isSign("("), let word = token(1), word.kind == .word else { return }
    guard let close = (2..<8).first(where: { token($0)?.kind != .word }), token(close)?.isSign(")") == true else {
      return
    }
    if time.offset == nil {
      guard close == 2, word.has(.zone) else { return }
      time.offset = Int(word.lexeme.value) * 60
    }
    end += close + 1
  }

  /// - Parameter isCertain: whether a hyphen can't begin the end of a span of hours.
  private mutating func readOffset(isCertain: Bool) {
    guard let sign = token(0), sign.isSign("+") || sign.isSign("-"), let next = token(1), next.kind == .number,
      !next.isSpaced
    else { return }
    var minutes: Int?
    var length = 2
    if next.digits == 4, isCertain || sign.isSign("+") || next.value % 50 == 0 {
      minutes = next.value / 100 * 60 + next.value % 100
    } else if next.digits <= 2, isCertain || sign.isSign("+") {
      minutes = next.value * 60
      if let colon = token(2), colon.isSign(":"), !colon.isSpaced, let rest = number(3, digits: 2...2) {
        minutes = next.value * 60 + rest
        length = 4
      }
    }
    guard let minutes, minutes <= 14 * 60, minutes % 15 == 0 else { return }
    time.offset = sign.isSign("-") ? -minutes * 60 : minutes * 60
    end += length
  }
}
