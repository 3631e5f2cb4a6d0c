/// Reads two dates with a dash or a word between, where each may lack what the other says: `1 to 3 March 2026`,
/// `March–May 2026`, `Jan 2020 – present`.
struct DateRangeReader {
  let reader: DateReader

  private var tokens: [DateToken] { reader.tokens }

  func read(_ range: Range<Int>) -> DateReading? {
    for place in range.dropFirst().dropLast() where isConnector(place) {
      if let reading = read(range.lowerBound..<place, (place + 1)..<range.upperBound),
        isEven(reading) || stands(apart: place)
      {
        return reading
      }
    }
    return nil
  }

  /// Whether both ends are as precise; `2016/02/22` has no ends.
  private func isEven(_ reading: DateReading) -> Bool {
    reading.end == nil || reading.end?.precision == reading.date?.precision
  }

  /// Whether a connector is a word or has spaces about it, as in `2019 – May 2021`.
  private func stands(apart place: Int) -> Bool {
    tokens[place].kind == .word || (tokens[place].isSpaced && place + 1 < tokens.count && tokens[place + 1].isSpaced)
  }

  private func isConnector(_ place: Int) -> Bool {
    let token = tokens[place]
    return token.isSign("-") || token.isSign("~") || token.isSign("/") || token.has([.to, .until])
  }

  private func read(_ left: Range<Int>, _ right: Range<Int>) -> DateReading? {
    if right.count == 1, tokens[right.lowerBound].has(.present) { return open(left) }
    guard let first = DateParser.parse(tokens, left), let last = DateParser.parse(tokens, right),
      var start = partial(first), var end = partial(last), last.kind == .date || last.kind == .notAfter,
      [.date, .notBefore, .range].contains(first.kind)
    else { return nil }
    // A day needs a month, a month a year; what one side lacks, the other has.
    let isBorrowed = start.month == nil && start.year == nil
    if isBorrowed { start.month = end.month }
    if end.month == nil, end.year == nil || end.day != nil { end.month = start.month }
    let isInferred = start.year == nil && end.year == nil
    guard let (firstYear, lastYear) = years(start, end, isBorrowed),
      let from = CivilDate(year: firstYear, month: start.month, day: start.day),
      let to = CivilDate(year: lastYear, month: end.month, day: end.day),
      DateReader.isPlausible(from), DateReader.isPlausible(to), from.firstDayNumber <= to.lastDayNumber
    else { return nil }
    var reading = DateReading(from, rule: "date.range")
    (reading.end, reading.kind, reading.isInferred) = (to, .range, isInferred)
    (reading.time, reading.endTime) = (first.time, last.time)
    return reading
  }

  private func years(_ start: Partial, _ end: Partial, _ isBorrowed: Bool) -> (Int, Int)? {
    if let first = start.year {
      if let last = end.year { return (first, last) }
      return end.month == nil ? nil : (first, first)
    }
    guard start.month != nil, end.month != nil else { return nil }
    if let last = end.year {
      // From one year's end into the next: `20 December – 5 January 2026`.
      let isOverNewYear = (start.month ?? 0, start.day ?? 0) > (end.month ?? 0, end.day ?? 31) && !isBorrowed
      return (isOverNewYear ? last - 1 : last, last)
    }
    return reader.context.reference.map { ($0.date.year, $0.date.year) }
  }

  private struct Partial {
    var year: Int?
    var month: Int?
    var day: Int?
  }

  /// What one side says; nil where it says nothing or could mean several dates.
  private func partial(_ parts: DateParts) -> Partial? {
    if parts.numbers.isEmpty, parts.months.nonzeroBitCount == 1, parts.year == nil, parts.day == nil {
      return Partial(month: parts.months.trailingZeroBitCount)
    }
    // `12, 2026` is the rest of `March 9–12, 2026`.
    if parts.months == 0, parts.month == nil, parts.figures == nil, parts.numbers.count == 2, !parts.numbers[0].isLong,
      parts.numbers[1].isLong, [0, UInt8(ascii: ",")].contains(parts.numbers[1].separator)
    {
      return Partial(year: parts.numbers[1].value, day: parts.numbers[0].value)
    }
    // `9.3.` of `9.3.–12.3.2026`.
    if parts.months == 0, parts.month == nil, parts.figures == nil, parts.year == nil, parts.numbers.count == 2,
      parts.numbers.allSatisfy({ $0.digits <= 2 && !$0.isWord }), parts.numbers[1].separator == UInt8(ascii: "."),
      reader.context.order != .monthDayYear
    {
      return Partial(month: parts.numbers[1].value, day: parts.numbers[0].value)
    }
    guard let found = DateResolver(parts: parts, context: reader.context).resolve(),
      case .parts(let year, let month, let day) = found.resolution, !parts.hasSeason
    else { return nil }
    return Partial(year: year, month: month, day: day)
  }

  private func open(_ left: Range<Int>) -> DateReading? {
    guard var reading = reader.one(left), reading.date != nil, reading.end == nil,
      [.date, .notBefore, .range].contains(reading.kind)
    else { return nil }
    reading.kind = .range
    reading.rule = "date.open-range"
    return reading
  }
}
