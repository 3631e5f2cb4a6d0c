/// Reads forms that count from the reference: `Posted 3 days ago`, `gestern`, `vor einer Woche`, `3日前`.
struct SpanReader {
  let tokens: [DateToken]
  let context: DateContext

  func read(_ range: Range<Int>) -> DateReading? {
    guard let reference = context.reference, reference.date.day != nil, range.count <= 12 else { return nil }
    var start = range.lowerBound
    while start < range.upperBound {
      if let (span, end, time) = span(at: start, to: range.upperBound) {
        return reading(span, start..<end, range, time, reference)
      }
      let token = tokens[start]
      guard token.kind == .sign || token.has([.label, .filler, .about, .clock]) else { return nil }
      start += 1
    }
    return nil
  }

  /// The span whose words fill the rest, a time of day after them aside.
  private func span(at start: Int, to limit: Int) -> (DateSpan, Int, CivilTime?)? {
    var end = limit
    while end > start, tokens[end - 1].kind == .sign { end -= 1 }
    guard end > start else { return nil }
    if let span = lookUp(start..<end) { return (span, end, nil) }
    for cut in (start + 1)..<max(start + 1, end) where tokens[cut].kind == .number {
      let context = DateClock.Context(hasDate: true, followsClockWord: true, meridiem: [])
      guard let clock = DateClock(tokens, cut..<end, context), clock.end == end else { continue }
      var wordsEnd = cut
      while wordsEnd > start, tokens[wordsEnd - 1].kind == .sign || tokens[wordsEnd - 1].has([.clock, .filler, .label])
      {
        wordsEnd -= 1
        if let span = lookUp(start..<wordsEnd + 1), !span.hasNumber { return (span, wordsEnd + 1, clock.time) }
      }
      guard wordsEnd > start, let span = lookUp(start..<wordsEnd), !span.hasNumber, span.unit == .day else { continue }
      return (span, wordsEnd, clock.time)
    }
    return nil
  }

  private func lookUp(_ range: Range<Int>) -> DateSpan? {
    for numberWords in [DateLexicon.NumberWords.none, .plain, .all] {
      guard var span = DateLexicon.shared.spans[DateLexicon.spanHash(tokens[range], numberWords)] else { continue }
      if span.hasNumber {
        guard let number = tokens[range].first(where: { DateLexicon.isNumber($0, numberWords) }), number.digits <= 4
        else {
          return nil
        }
        span.count *= number.kind == .number ? number.value : Int(number.lexeme.number)
      }
      return span
    }
    return nil
  }

  private func reading(
    _ span: DateSpan, _ words: Range<Int>, _ range: Range<Int>, _ time: CivilTime?, _ reference: DateTime
  ) -> DateReading? {
    guard var reading = moved(reference, span.count, span) else { return nil }
    if let time { reading.time = time }
    // `30+ days ago`.
    if tokens[words].contains(where: { $0.isSign("+") }) { reading.kind = .notAfter }
    if tokens[range].prefix(words.lowerBound - range.lowerBound).contains(where: { $0.has(.about) }) {
      reading.kind = .about
    }
    return reading
  }

  private func moved(_ reference: DateTime, _ count: Int, _ span: DateSpan) -> DateReading? {
    let today = reference.date
    var date: CivilDate?
    var time: CivilTime?
    switch span.unit {
    case .year: date = today.adding(months: count * 12)
    case .month: date = today.adding(months: count)
    case .week: date = CivilDate(dayNumber: today.firstDayNumber + count * 7)
    case .day: date = CivilDate(dayNumber: today.firstDayNumber + count)
    case .hour, .minute, .second:
      let length = span.unit == .hour ? 3600 : span.unit == .minute ? 60 : 1
      let second = today.firstDayNumber * 86_400 + reference.time.second + count * length
      date = CivilDate(dayNumber: second >= 0 ? second / 86_400 : (second - 86_399) / 86_400)
      time = CivilTime(second: (second % 86_400 + 86_400) % 86_400, offset: reference.time.offset)
    }
    // `last month` names no day, `a month ago` does, as do the duals of Arabic and Hebrew.
    let isPeriod = !span.hasNumber && abs(count) < 2
    if isPeriod, span.unit == .month { date = date.flatMap { CivilDate(year: $0.year, month: $0.month) } }
    if isPeriod, span.unit == .year { date = date.flatMap { CivilDate(year: $0.year) } }
    guard let date else { return nil }
    var reading = DateReading(date, rule: "date.relative")
    (reading.time, reading.isInferred) = (time, true)
    if isPeriod, span.unit == .week { return week(of: date, reading) }
    return reading
  }

  /// Monday to Sunday.
  private func week(of date: CivilDate, _ reading: DateReading) -> DateReading? {
    var reading = reading
    let monday = date.firstDayNumber - date.weekday + 1
    (reading.date, reading.end) = (CivilDate(dayNumber: monday), CivilDate(dayNumber: monday + 6))
    reading.kind = .range
    return reading
  }
}
