/// What is known of the place where a date is written.
package struct DateContext: Hashable, Sendable {
  /// The locale of the text as a BCP 47 tag such as `en-GB` or `de`; nil where it isn't known.
  package let locale: String?
  /// The local time that relative forms and missing years count from; nil where it isn't known.
  package let reference: DateTime?
  /// Whether a day without a year is the last one before the reference rather than the next one after it.
  package let prefersPast: Bool
  /// In which order the locale writes the parts of a date in figures; nil where it doesn't say.
  let order: DateOrder?
  /// The locale's language in lower case, empty where it isn't known.
  let language: String

  package init(locale: String? = nil, reference: DateTime? = nil, prefersPast: Bool = true) {
    (self.locale, self.reference, self.prefersPast) = (locale, reference, prefersPast)
    guard let locale else {
      (order, language) = (nil, "")
      return
    }
    let parts = locale.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    language = parts.first ?? ""
    let region = parts.dropFirst().first { $0.utf8.count == 2 || ($0.utf8.count == 3 && $0.utf8.first ?? 65 < 58) }
    order = DateLexicon.shared.order(language: language, region: region)
  }
}

extension DateContext {
  /// The year that two digits mean: the last one that isn't over twenty years ahead of the reference; without one,
  /// 1969 to 2068 as in POSIX.
  func fullYear(_ short: Int) -> Int {
    guard let reference = reference?.date.year else { return short < 69 ? 2000 + short : 1900 + short }
    let year = (reference + 20) / 100 * 100 + short
    return year > reference + 20 ? year - 100 : year
  }
}

/// The order of year, month and day in figures.
enum DateOrder: Hashable, Sendable { case dayMonthYear, monthDayYear, yearMonthDay }

/// A local time of a day.
package struct DateTime: Hashable, Sendable, CustomStringConvertible {
  /// The day.
  package var date: CivilDate
  /// The time of day.
  package var time: CivilTime

  package init(date: CivilDate, time: CivilTime) { (self.date, self.time) = (date, time) }

  /// A moment in UTC; nil outside of the years 1 to 9999.
  ///
  /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z.
  package init?(unixSeconds seconds: Int64) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    guard abs(days) < 4_000_000, let date = CivilDate(dayNumber: Int(days)) else { return nil }
    self.init(date: date, time: CivilTime(second: Int(seconds - days * 86_400), offset: 0))
  }

  /// Seconds since 1970-01-01T00:00:00Z; nil where the distance from UTC or the day isn't known.
  package var unixSeconds: Int64? {
    guard let offset = time.offset, date.day != nil else { return nil }
    return Int64(date.firstDayNumber) * 86_400 + Int64(time.second - offset)
  }

  /// ISO 8601 such as `2026-03-01T10:00:00+01:00`.
  package var description: String { "\(date)T\(time)" }
}
