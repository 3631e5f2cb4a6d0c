/// Reads a date, or a date and a time with `T` or one space between, in ISO 8601's extended or basic format.
///
/// - Returns: nil for anything else, such as week dates, ordinal dates and days that no calendar has.
package func readISODate(_ text: String) -> (date: CivilDate, time: CivilTime?)? {
  let utf8 = text.utf8
  // The longest is a date-time with an offset; fractions of a second may be long, but not that long.
  guard utf8.count >= 4, utf8.count <= 64 else { return nil }
  let bytes = utf8.span
  var scanner = ISOScanner()
  guard let date = scanner.readDate(bytes) else { return nil }
  if scanner.isAtEnd(bytes) { return (date, nil) }
  guard date.day != nil, scanner.skipSeparator(bytes), let time = scanner.readTime(bytes), scanner.isAtEnd(bytes) else {
    return nil
  }
  return (date, time)
}

/// Where the reading of a text's bytes stands; the bytes are handed to each step, for a span can't be stored.
private struct ISOScanner {
  private var place = 0
  /// Whether the date had no hyphens, so that the time has no colons.
  private var isBasic = false

  func isAtEnd(_ bytes: Span<UInt8>) -> Bool { place == bytes.count }

  mutating func readDate(_ bytes: Span<UInt8>) -> CivilDate? {
    guard let year = number(bytes, 4) else { return nil }
    if isDigitNext(bytes) {
      isBasic = true
      guard let month = number(bytes, 2), let day = number(bytes, 2) else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
    guard skip(bytes, "-") else { return CivilDate(year: year) }
    guard let month = number(bytes, 2) else { return nil }
    guard skip(bytes, "-") else { return CivilDate(year: year, month: month) }
    return number(bytes, 2).flatMap { CivilDate(year: year, month: month, day: $0) }
  }

  mutating func readTime(_ bytes: Span<UInt8>) -> CivilTime? {
    guard let hour = number(bytes, 2), hour < 24, isBasic || skip(bytes, ":"), let minute = number(bytes, 2),
      minute < 60
    else { return nil }
    var second = 0
    if isBasic ? isDigitNext(bytes) : skip(bytes, ":") {
      guard let seconds = number(bytes, 2), seconds <= 60, skipFraction(bytes) else { return nil }
      second = seconds
    }
    guard let offset = readOffset(bytes) else { return nil }
    return CivilTime(second: hour * 3600 + minute * 60 + second, offset: offset.seconds)
  }

  /// A point or comma and digits, or nothing.
  private mutating func skipFraction(_ bytes: Span<UInt8>) -> Bool {
    guard skip(bytes, ".") || skip(bytes, ",") else { return true }
    let start = place
    while isDigitNext(bytes) { place += 1 }
    return place > start
  }

  /// `Z`, `+hh`, `+hhmm`, `+hh:mm`, or nothing; nil for anything else.
  private mutating func readOffset(_ bytes: Span<UInt8>) -> (seconds: Int?, Void)? {
    if isAtEnd(bytes) { return (nil, ()) }
    if skip(bytes, "Z") || skip(bytes, "z") { return (0, ()) }
    let isWest = skip(bytes, "-")
    guard isWest || skip(bytes, "+"), let hours = number(bytes, 2), hours < 24 else { return nil }
    var seconds = hours * 3600
    if !isAtEnd(bytes) {
      _ = skip(bytes, ":")
      guard let minutes = number(bytes, 2), minutes < 60 else { return nil }
      seconds += minutes * 60
    }
    return (isWest ? -seconds : seconds, ())
  }

  private func isDigitNext(_ bytes: Span<UInt8>) -> Bool { place < bytes.count && bytes[place] &- 48 < 10 }

  private mutating func skip(_ bytes: Span<UInt8>, _ scalar: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: scalar) else { return false }
    place += 1
    return true
  }

  /// `T` or a space.
  mutating func skipSeparator(_ bytes: Span<UInt8>) -> Bool {
    skip(bytes, "T") || skip(bytes, " ") || skip(bytes, "t")
  }

  /// Exactly so many digits.
  private mutating func number(_ bytes: Span<UInt8>, _ count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    var value = 0
    for offset in place..<place + count {
      let digit = bytes[offset] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    place += count
    return value
  }
}
