/// Decides what the numbers of a date are.
struct DateResolver {
  let parts: DateParts
  let context: DateContext

  /// What the parts amount to, and the rule that says so; nil where they are no date.
  func resolve() -> (resolution: DateResolution, rule: String, isInferred: Bool)? {
    if parts.figures != nil {
      guard parts.numbers.isEmpty, parts.year == nil, parts.month == nil, parts.day == nil, !parts.hasHalf,
        !parts.hasQuarter, !parts.hasSeason
      else { return nil }
      return FigureOrder(parts: parts, context: context).resolve()
    }
    if let named = weekdayOfMonth() { return named }
    // What counts days or weekdays from the end, but isn't understood.
    if let last = parts.lastPlace, last + 1 == parts.weekdayPlace || last + 1 == parts.dayWordPlace { return nil }
    if parts.hasQuarter || parts.hasHalf { return partOfYear() }
    if parts.hasUnits || parts.month != nil || parts.day != nil { return units() }
    if parts.months != 0 { return named() }
    return numbersAlone()
  }

  // MARK: Month names

  private func named() -> (DateResolution, String, Bool)? {
    let longs = parts.numbers.filter(\.isLong)
    let shorts = parts.numbers.filter { !$0.isLong }
    guard longs.count + (parts.year == nil ? 0 : 1) < 2, shorts.allSatisfy({ $0.digits <= 2 }) else { return nil }
    var year = parts.year ?? longs.first?.value
    var day: Int?
    var isShort = false
    switch shorts.count {
    case 0:
      // A weekday without a day is no date, unless its name is an ordinal too, as Greek's third and Tuesday are.
      day = parts.weekdayNumber
      if day == nil, parts.weekdays != 0 || parts.dayWordPlace != nil { return nil }
    case 1:
      let number = shorts[0]
      if year == nil, number.isShortened || number.value > 31 {
        (year, isShort) = (number.value, true)
      } else if year == nil, number.followsMonth, number.digits == 2, number.separator == UInt8(ascii: "-") {
        // `Jan-24` is January of a year in spreadsheets.
        return (.ambiguous, "date.day-month", false)
      } else {
        day = number.value
      }
    case 2:
      guard year == nil, let pair = dayAndShortYear(shorts[0], shorts[1]) else { return nil }
      (day, year, isShort) = (pair.day, pair.year, true)
    default: return nil
    }
    if let day, day < 1 || day > 31 { return nil }
    if isShort, let short = year { year = context.fullYear(short) }
    return dated(year: year, day: day, isInferred: isShort)
  }

  private func dayAndShortYear(_ first: DateParts.Number, _ second: DateParts.Number) -> (day: Int, year: Int)? {
    if first.isOrdinal || second.isShortened || second.value > 31 { return (first.value, second.value) }
    if first.isShortened || first.value > 31 { return (second.value, first.value) }
    guard second.followsMonth, !second.isOrdinal else { return nil }
    if !first.followsMonth { return context.order == .yearMonthDay ? nil : (first.value, second.value) }
    return second.separator == UInt8(ascii: ",") ? (first.value, second.value) : nil
  }

  /// The date of a named month; where languages give the name to several months, the language or the weekday decides.
  private func dated(year: Int?, day: Int?, isInferred: Bool) -> (DateResolution, String, Bool)? {
    let rule = day == nil ? "date.month" : "date.day-month"
    var months = namedMonths
    if months.count > 1, let year, let day {
      months = months.filter { CivilDate(year: year, month: $0, day: day).map(parts.fitsWeekday) ?? false }
      if parts.weekdays == 0 || months.count != 1 { return (.ambiguous, rule, false) }
    }
    guard months.count == 1 else { return (.ambiguous, rule, false) }
    return (.parts(year: civilYear(year), month: months[0], day: day), rule, isInferred)
  }

  /// The months that the name stands for in the language, in all languages where that isn't known.
  var namedMonths: [Int] {
    if parts.months.nonzeroBitCount < 2 { return parts.months == 0 ? [] : [parts.months.trailingZeroBitCount] }
    if let month = DateLexicon.shared.month(of: parts.monthWord, language: context.language) { return [month] }
    return (1...12).filter { parts.months & (1 << UInt16($0)) != 0 }
  }

  /// Years of the Buddhist era beside Thai months, which are never those of our era.
  private func civilYear(_ year: Int?) -> Int? {
    guard let year, (2400...2700).contains(year), context.language == "th" else { return year }
    return year - 543
  }

  // MARK: Units

  /// Numbers whose unit is written, as in `2026年3月1日` and `tháng 3 năm 2026`.
  private func units() -> (DateResolution, String, Bool)? {
    var (year, day) = (parts.year, parts.day)
    var isInferred = false
    for number in parts.numbers {
      if number.isLong, year == nil {
        year = number.value
      } else if !number.isLong, day == nil, parts.month != nil || parts.months != 0, (1...31).contains(number.value) {
        day = number.value
      } else {
        return nil
      }
    }
    if let short = parts.year, (10..<100).contains(short), parts.month != nil {
      year = context.fullYear(short)
      isInferred = true
    }
    if parts.months != 0 { return dated(year: year, day: day, isInferred: isInferred) }
    guard year != nil || parts.month != nil || day != nil, day == nil || parts.month != nil || year == nil else {
      return nil
    }
    return (.parts(year: year, month: parts.month, day: day), "date.units", isInferred)
  }

  // MARK: Other forms

  private func numbersAlone() -> (DateResolution, String, Bool)? {
    if parts.numbers.isEmpty {
      return parts.year.map { (.parts(year: $0, month: nil, day: nil), "date.year", false) }
    }
    if parts.numbers.count == 1, parts.year == nil {
      let number = parts.numbers[0]
      if parts.isDecade, let first = CivilDate(year: number.value), let last = CivilDate(year: number.value + 9) {
        return (.range(first, last), "date.decade", false)
      }
      if number.isLong {
        guard parts.weekdays == 0 else { return nil }
        let rule = parts.hasSeason ? "date.season" : "date.year"
        return (.parts(year: number.value, month: nil, day: nil), rule, false)
      }
      return (.parts(year: nil, month: nil, day: number.value), "date.day", false)
    }
    guard parts.numbers.count == 2, parts.year == nil else { return nil }
    return twoNumbers(parts.numbers[0], parts.numbers[1])
  }

  /// `03/2026`, `2026/03`, and the two years of a winter or school year, `2025/26`.
  private func twoNumbers(_ first: DateParts.Number, _ second: DateParts.Number) -> (DateResolution, String, Bool)? {
    guard second.place == first.place + 2, [0x2F, 0x2E, 0x2D].contains(second.separator), !first.isWord else {
      return nil
    }
    if first.digits <= 2, second.isLong {
      return (.parts(year: second.value, month: first.value, day: nil), "date.month", false)
    }
    guard first.isLong, second.separator != 0x2E || second.digits == 2 else { return nil }
    if second.isLong {
      guard second.separator == 0x2F, second.value == first.value + 1, let last = CivilDate(year: second.value) else {
        return nil
      }
      return CivilDate(year: first.value).map { (.range($0, last), "date.years", false) }
    }
    let isNext = second.digits == 2 && second.value == (first.value + 1) % 100
    if second.value <= 12, second.separator != 0x2D {
      if isNext { return (.ambiguous, "date.month", false) }
      return (.parts(year: first.value, month: second.value, day: nil), "date.month", false)
    }
    guard second.digits == 2, isNext || (second.separator == 0x2D && second.value > first.value % 100),
      let start = CivilDate(year: first.value),
      let last = CivilDate(year: first.value / 100 * 100 + second.value + (second.value < first.value % 100 ? 100 : 0))
    else { return nil }
    return (.range(start, last), "date.years", false)
  }

  /// `Q1 2026`, `1st half of 2026`.
  private func partOfYear() -> (DateResolution, String, Bool)? {
    let shorts = parts.numbers.filter { !$0.isLong }
    let length = parts.hasQuarter ? 3 : 6
    guard parts.months == 0, shorts.count == 1, parts.numbers.count == 2,
      let year = parts.numbers.first(where: \.isLong)?.value, (1...(12 / length)).contains(shorts[0].value),
      let first = CivilDate(year: year, month: (shorts[0].value - 1) * length + 1),
      let last = CivilDate(year: year, month: shorts[0].value * length)
    else { return nil }
    return (.range(first, last), parts.hasQuarter ? "date.quarter" : "date.half-year", false)
  }
}
