import Records

/// A date as ISO 8601 writes it, to the precision that was written.
struct ISODate: Hashable, CustomStringConvertible {
  var year: Int
  var month: Int?
  var day: Int?

  /// `year`, `month` or `day`.
  var precision: String { day != nil ? "day" : month != nil ? "month" : "year" }

  /// `2026`, `2026-03` or `2026-03-01`.
  var description: String {
    let yearText = String(String(10_000 + year).dropFirst())
    return ([yearText] + [month, day].compactMap { $0.map { $0 < 10 ? "0\($0)" : "\($0)" } }).joined(
      separator: "-")
  }

  fileprivate var isInCalendar: Bool {
    guard year > 0 else { return false }
    guard let month else { return true }
    return (1...12).contains(month) && (1...Timestamp.daysIn(month: month, year: year)).contains(day ?? 1)
  }
}

/// A time of day.
struct ISOTime: Hashable {
  /// Seconds since midnight, fractions cut off; a leap second counts as the next minute's first.
  var second: Int
  /// Seconds that local time is ahead of UTC; nil where that isn't written.
  var offset: Int?
}

/// Reads a date, or a date and a time with `T` or one space between, in ISO 8601's extended or basic format.
///
/// - Returns: nil for anything else, such as week dates, ordinal dates and days that no calendar has.
func readISO(_ text: String) -> (date: ISODate, time: ISOTime?)? {
  var scanner = ISOScanner(rest: Array(text.utf8)[...])
  guard let date = scanner.readDate(), date.isInCalendar else { return nil }
  if scanner.rest.isEmpty { return (date, nil) }
  guard date.day != nil, scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
    let time = scanner.readTime(),
    scanner.rest.isEmpty
  else { return nil }
  return (date, time)
}

private struct ISOScanner {
  var rest: ArraySlice<UInt8>
  /// Whether the date had no hyphens, so that the time has no colons.
  private var isBasic = false

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  mutating func readDate() -> ISODate? {
    guard let year = number(4) else { return nil }
    if rest.first.map(isDigit) ?? false {
      isBasic = true
      guard let month = number(2), let day = number(2) else { return nil }
      return ISODate(year: year, month: month, day: day)
    }
    guard skip("-") else { return ISODate(year: year) }
    guard let month = number(2) else { return nil }
    guard skip("-") else { return ISODate(year: year, month: month) }
    return number(2).map { ISODate(year: year, month: month, day: $0) }
  }

  mutating func readTime() -> ISOTime? {
    guard let hour = number(2), hour < 24, isBasic || skip(":"), let minute = number(2), minute < 60 else {
      return nil
    }
    var second = 0
    if isBasic ? rest.first.map(isDigit) ?? false : skip(":") {
      guard let seconds = number(2), seconds <= 60, skipFraction() else { return nil }
      second = seconds
    }
    guard let offset = readOffset() else { return nil }
    return ISOTime(second: hour * 3600 + minute * 60 + second, offset: offset.seconds)
  }

  /// A point or comma and digits, or nothing.
  private mutating func skipFraction() -> Bool {
    guard skip(".") || skip(",") else { return true }
    let digits = rest.prefix(while: isDigit)
    rest = rest[digits.endIndex...]
    return !digits.isEmpty
  }

  /// `Z`, `+hh`, `+hhmm`, `+hh:mm`, or nothing; nil for anything else.
  private mutating func readOffset() -> (seconds: Int?, Void)? {
    if rest.isEmpty { return (nil, ()) }
    if skip("Z") || skip("z") { return (0, ()) }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2), hours < 24 else { return nil }
    var seconds = hours * 3600
    if !rest.isEmpty {
      _ = skip(":")
      guard let minutes = number(2), minutes < 60 else { return nil }
      seconds += minutes * 60
    }
    return (isWest ? -seconds : seconds, ())
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Exactly so many digits.
  private mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
