/// How a zone of the tz database keeps its clocks, by the rule that holds now.
struct ZoneRule: Hashable, Sendable {
  /// The first year of which the rule tells.
  let since: Int
  /// Seconds ahead of UTC in standard time.
  let standard: Int
  /// Daylight saving time, where the zone has one.
  let daylight: Daylight?

  struct Daylight: Hashable, Sendable {
    /// Seconds ahead of UTC.
    var offset: Int
    var start: Change
    var end: Change
  }

  /// A day such as the last Sunday of March, and the wall clock's second of that day; week 5 is the last.
  struct Change: Hashable, Sendable {
    var month: Int
    var week: Int
    /// Sunday is 0.
    var weekday: Int
    var second: Int
  }

  /// The rule of a zone such as `Europe/Berlin`; nil where the table doesn't have it.
  init?(zone name: Substring) {
    for line in zoneTable.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 2, parts.dropFirst(2).contains(name), let since = Int(parts[1]) else { continue }
      self.init(posix: parts[0], since: since)
      return
    }
    return nil
  }

  /// Reads POSIX's notation, `EST5EDT,M3.2.0,M11.1.0`, as in IEEE Std 1003.1, section 8.3, with RFC 9636's longer hours.
  init?(posix: Substring, since: Int) {
    var scanner = PosixScanner(rest: Array(posix.utf8)[...])
    guard scanner.skipName(), let west = scanner.time() else { return nil }
    (self.since, standard) = (since, -west)
    guard scanner.skipName() else {
      daylight = nil
      return
    }
    let offset = scanner.time().map { -$0 } ?? standard + 3600
    guard let start = scanner.change(), let end = scanner.change() else { return nil }
    daylight = Daylight(offset: offset, start: start, end: end)
  }

  /// The distances from UTC, in seconds, at which a wall clock shows a time: none where it is skipped, two where it
  /// shows it twice; nil before the rule's first year.
  func offsets(at local: DateTime) -> [Int]? {
    guard local.date.year >= since else { return nil }
    guard let daylight else { return [standard] }
    let wall = local.date.firstDayNumber * 86_400 + local.time.second
    return [daylight.offset, standard].filter { offset(at: wall - $0, year: local.date.year, daylight) == $0 }
  }

  private func offset(at moment: Int, year: Int, _ daylight: Daylight) -> Int {
    let start = daylight.start.second(in: year) - standard
    let end = daylight.end.second(in: year) - daylight.offset
    let isDaylight = start < end ? moment >= start && moment < end : moment >= start || moment < end
    return isDaylight ? daylight.offset : standard
  }
}

extension ZoneRule.Change {
  /// Seconds of the wall clock from 1970-01-01T00:00.
  func second(in year: Int) -> Int {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
    var day = 1 + (weekday - first.weekday % 7 + 7) % 7 + (week - 1) * 7
    if day > CivilDate.days(inMonth: month, year: year) { day -= 7 }
    return (first.firstDayNumber + day - 1) * 86_400 + second
  }
}

private struct PosixScanner {
  var rest: ArraySlice<UInt8>

  /// A zone's abbreviation, or anything in angle brackets.
  mutating func skipName() -> Bool {
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "<") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(close + 1)...]
      return true
    }
    let letters = rest.prefix { ($0 | 0x20) &- 97 < 26 }
    rest = rest[letters.endIndex...]
    return !letters.isEmpty
  }

  /// `h`, `h:mm` or `h:mm:ss` with a sign or without, in seconds.
  mutating func time() -> Int? {
    var sign = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
    }
    guard let hours = number() else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where skip(":") { seconds += (number() ?? 0) * unit }
    return sign * seconds
  }

  /// `,M3.2.0` with `/2` or without, which is then 2 o'clock.
  mutating func change() -> ZoneRule.Change? {
    guard skip(","), skip("M"), let month = number(), (1...12).contains(month), skip("."), let week = number(),
      (1...5).contains(week), skip("."), let weekday = number(), weekday < 7
    else { return nil }
    let second = skip("/") ? time() : 7200
    return second.map { ZoneRule.Change(month: month, week: week, weekday: weekday, second: $0) }
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { $0 &- 48 < 10 }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
  }
}
