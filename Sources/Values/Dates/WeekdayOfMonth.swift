extension DateResolver {
  /// `last Sunday of March 2026`, `third Tuesday in May 2026`, `last day of May 2026`.
  func weekdayOfMonth() -> (DateResolution, String, Bool)? {
    guard let place = parts.weekdayPlace ?? parts.dayWordPlace,
      let month = parts.month ?? (namedMonths.count == 1 ? namedMonths[0] : nil),
      let year = parts.year ?? parts.numbers.first(where: \.isLong)?.value
    else { return nil }
    let isLast = parts.lastPlace.map { abs($0 - place) == 1 && $0 != place } ?? false
    let shorts = parts.numbers.filter { !$0.isLong }
    if isLast {
      guard shorts.isEmpty else { return nil }
    } else {
      guard shorts.count == 1, shorts[0].isOrdinal, parts.weekdayPlace == place, isCount(shorts[0], place, year, month)
      else {
        return nil
      }
    }
    let days = CivilDate.days(inMonth: month, year: year)
    var day = days
    if parts.weekdayPlace == place {
      guard parts.weekdays.nonzeroBitCount == 1, let first = CivilDate(year: year, month: month, day: 1) else {
        return nil
      }
      day = 1 + (parts.weekdays.trailingZeroBitCount - first.weekday + 7) % 7
      day += isLast ? (days - day) / 7 * 7 : (shorts[0].value - 1) * 7
    }
    return (.parts(year: year, month: month, day: day), "date.weekday-of-month", false)
  }

  /// Whether an ordinal counts weekdays: it stands before one, or after it where the day it would name is another weekday.
  private func isCount(_ ordinal: DateParts.Number, _ weekdayPlace: Int, _ year: Int, _ month: Int) -> Bool {
    let isDay = CivilDate(year: year, month: month, day: ordinal.value).map(parts.fitsWeekday) ?? false
    if ordinal.place == weekdayPlace - 1 { return !(ordinal.followsMonth && isDay) }
    return ordinal.isWord && ordinal.place == weekdayPlace + 1 && ordinal.value <= 5 && !isDay
  }
}
