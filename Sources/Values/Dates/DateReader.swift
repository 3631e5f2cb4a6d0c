import Text

/// Reads a date as pages write it: ISO 8601, figures, month names in the languages of CLDR, with a time or without,
/// ranges, bounds, and forms that count from a reference such as `3 days ago`.
///
/// - Parameter text: a cell that holds a date and perhaps words that go with one, such as `Updated:` or a weekday.
/// - Returns: nil where the text is anything else; a reading without a date where it can mean several.
package func readDate(_ text: String, in context: DateContext) -> DateReading? {
  guard text.utf8.count <= 240 else { return nil }
  if let iso = readISODate(text) { return isoReading(iso.date, iso.time) }
  if let zoned = readZonedDate(text, in: context) { return zoned }
  var tokenizer = DateTokenizer(FoldedText(text).bytes, lexicon: .shared)
  guard let tokens = tokenizer.tokenize(), !tokens.isEmpty else { return nil }
  return DateReader(tokens: tokens, context: context).read()
}

private func isoReading(_ date: CivilDate, _ time: CivilTime?) -> DateReading? {
  guard DateReader.isPlausible(date), !isZeroMoment(date, time) else { return nil }
  var reading = DateReading(date, rule: time == nil ? "date.iso" : "date.iso-datetime")
  reading.time = time
  return reading
}

/// Whether it is the moment that programs count from, which they write for a time that they don't know.
private func isZeroMoment(_ date: CivilDate, _ time: CivilTime?) -> Bool {
  date.year == 1970 && date.month == 1 && date.day == 1 && time?.second == 0
}

/// Reads the tokens of a text as a date, a span from the reference, a range or a list.
struct DateReader {
  let tokens: [DateToken]
  let context: DateContext

  func read() -> DateReading? {
    if let number = moment() { return number }
    if let week = isoWeekOrOrdinal() { return week }
    if let reading = readAll(0..<tokens.count) { return reading }
    // A label that no list has, but that a colon ends: `Erscheinungstag: 3.3.2026`.
    guard let colon = tokens.prefix(7).firstIndex(where: { $0.isSign(":") }), colon > 0, colon + 1 < tokens.count,
      tokens[..<colon].allSatisfy({ $0.kind != .number && !$0.has(.denied) })
    else { return nil }
    return readAll((colon + 1)..<tokens.count)
  }

  private func readAll(_ range: Range<Int>) -> DateReading? {
    let single = one(range)
    // Where no year is written, a span is meant before a date: `2 h ago` is no day in August, which Spanish calls ago.
    if let single, !single.isInferred { return single }
    return SpanReader(tokens: tokens, context: context).read(range) ?? single
      ?? DateRangeReader(reader: self).read(range) ?? list(range)
  }

  /// Whether a year is one that documents speak of rather than one that stands for none, such as 9999.
  static func isPlausible(_ date: CivilDate) -> Bool { date.year >= 100 && date.year < 2200 }

  /// One date, with its time.
  func one(_ range: Range<Int>) -> DateReading? {
    guard let parts = DateParser.parse(tokens, range) else { return nil }
    guard let found = DateResolver(parts: parts, context: context).resolve() else { return weekdayAlone(parts) }
    switch found.resolution {
    case .ambiguous: return .ambiguous(rule: found.rule)
    case .range(let first, let last):
      guard parts.time == nil, parts.kind == .date || parts.kind == .about else { return nil }
      var reading = DateReading(first, rule: found.rule)
      (reading.end, reading.kind) = (last, .range)
      return reading
    case .parts(let year, let month, let day):
      guard let (date, isInferred) = complete(year, month, day, parts) else { return nil }
      return finish(date, parts, rule: found.rule, isInferred: isInferred || found.isInferred)
    }
  }

  /// The date of parts whose year may follow from the reference.
  private func complete(_ year: Int?, _ month: Int?, _ day: Int?, _ parts: DateParts) -> (CivilDate, Bool)? {
    if let year { return CivilDate(year: year, month: month, day: day).map { ($0, false) } }
    guard let month, let day, let reference = context.reference else { return nil }
    // `mar 19` is a Tuesday in some languages.
    if parts.monthIsWeekday, !["", "en"].contains(context.language) { return nil }
    let years = (reference.date.year - 5)...(reference.date.year + 5)
    let dates = years.compactMap { CivilDate(year: $0, month: month, day: day) }
    let today = reference.date.firstDayNumber
    if parts.weekdays.nonzeroBitCount == 1, parts.weekdayNumber == nil {
      let fitting = dates.filter { $0.weekday == parts.weekdays.trailingZeroBitCount }
      return fitting.min { abs($0.firstDayNumber - today) < abs($1.firstDayNumber - today) }.map { ($0, true) }
    }
    let chosen =
      context.prefersPast
      ? dates.last { $0.firstDayNumber <= today } : dates.first { $0.firstDayNumber >= today }
    return chosen.map { ($0, true) }
  }

  private func finish(_ date: CivilDate, _ parts: DateParts, rule: String, isInferred: Bool) -> DateReading? {
    var date = date
    guard DateReader.isPlausible(date), parts.time == nil || date.day != nil else { return nil }
    if parts.addsDay, let next = CivilDate(dayNumber: date.firstDayNumber + 1) { date = next }
    guard !isZeroMoment(date, parts.time) else { return nil }
    var reading = DateReading(date, rule: rule)
    (reading.time, reading.kind, reading.isInferred) = (parts.time, parts.kind, isInferred)
    if let endTime = parts.endTime {
      guard parts.kind == .date else { return nil }
      (reading.end, reading.endTime, reading.kind) = (date, endTime, .range)
    }
    return reading
  }

  /// A day of the week alone: the last one before the reference, or the next one.
  private func weekdayAlone(_ parts: DateParts) -> DateReading? {
    guard parts.weekdays.nonzeroBitCount == 1, parts.numbers.isEmpty, parts.months == 0, parts.figures == nil,
      parts.year == nil, parts.month == nil, parts.day == nil, !parts.hasSeason, parts.endTime == nil,
      parts.dayWordPlace == nil, let place = parts.weekdayPlace, tokens[place].range.count > 2 || tokens.count < 3,
      let today = context.reference?.date, today.day != nil
    else { return nil }
    let wanted = parts.weekdays.trailingZeroBitCount
    let isLast = parts.lastPlace.map { abs($0 - place) == 1 } ?? false
    guard isLast || parts.lastPlace == nil else { return nil }
    if isLast, wanted == today.weekday {
      return CivilDate(dayNumber: today.firstDayNumber - 7).flatMap {
        finish($0, parts, rule: "date.weekday", isInferred: true)
      }
    }
    let distance =
      context.prefersPast || isLast ? -((today.weekday - wanted + 7) % 7) : (wanted - today.weekday + 6) % 7 + 1
    guard let date = CivilDate(dayNumber: today.firstDayNumber + distance) else { return nil }
    return finish(date, parts, rule: "date.weekday", isInferred: true)
  }

  /// Seconds or milliseconds since 1970, from 2001 to 2099.
  private func moment() -> DateReading? {
    guard tokens.count == 1, tokens[0].kind == .number else { return nil }
    let seconds = tokens[0].digits == 10 ? tokens[0].value : tokens[0].digits == 13 ? tokens[0].value / 1000 : 0
    guard (1_000_000_000..<4_102_444_800).contains(seconds), let moment = DateTime(unixSeconds: Int64(seconds)) else {
      return nil
    }
    var reading = DateReading(moment.date, rule: "date.unix")
    reading.time = moment.time
    return reading
  }

  /// ISO 8601's `2026-W10-3`, `2026-W10` and `2026-060`.
  private func isoWeekOrOrdinal() -> DateReading? {
    guard tokens.count > 2, tokens.count < 7, tokens[0].digits == 4, tokens[1].isSign("-"), !tokens[1].isSpaced,
      let newYear = CivilDate(year: tokens[0].value, month: 1, day: 1), DateReader.isPlausible(newYear),
      tokens.dropFirst().allSatisfy({ !$0.isSpaced })
    else { return nil }
    if tokens.count == 3, tokens[2].digits == 3, (1...366).contains(tokens[2].value) {
      let date = CivilDate(dayNumber: newYear.firstDayNumber + tokens[2].value - 1)
      return date.flatMap { $0.year == newYear.year ? DateReading($0, rule: "date.iso-ordinal") : nil }
    }
    guard tokens[2].kind == .word, tokens[2].hash == DateReader.letterW, tokens.count > 3, tokens[3].digits == 2 else {
      return nil
    }
    return isoWeek(year: newYear.year)
  }

  private static let letterW = TextHash.of("w")

  private func isoWeek(year: Int) -> DateReading? {
    let week = tokens[3].value
    guard let fourth = CivilDate(year: year, month: 1, day: 4), (1...53).contains(week) else { return nil }
    let monday = fourth.firstDayNumber - fourth.weekday + 1 + (week - 1) * 7
    // A year has a 53rd week where it holds its Thursday.
    guard CivilDate(dayNumber: monday + 3)?.year == year else { return nil }
    if tokens.count == 6, tokens[4].isSign("-"), tokens[5].digits == 1, (1...7).contains(tokens[5].value) {
      return CivilDate(dayNumber: monday + tokens[5].value - 1).map { DateReading($0, rule: "date.iso-week") }
    }
    guard tokens.count == 4, let first = CivilDate(dayNumber: monday), let last = CivilDate(dayNumber: monday + 6)
    else {
      return nil
    }
    var reading = DateReading(first, rule: "date.iso-week")
    (reading.end, reading.kind) = (last, .range)
    return reading
  }

  /// Several dates with semicolons between.
  private func list(_ range: Range<Int>) -> DateReading? {
    var found: [DateReading] = []
    for part in tokens[range].indices.split(whereSeparator: { tokens[$0].isSign(";") || tokens[$0].isSign("|") }) {
      guard let first = part.first, let last = part.last, let reading = one(first..<last + 1), reading.kind == .date,
        reading.date != nil
      else { return nil }
      found.append(reading)
    }
    guard found.count > 1 else { return nil }
    var reading = found[0]
    reading.others = found.dropFirst().compactMap(\.date)
    reading.rule = "date.list"
    return reading
  }
}
