/// A date of the proleptic Gregorian calendar to the precision that is known: a year, a month or a day.
package struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12; nil where only the year is known.
  package let month: Int?
  /// The day of the month, from 1; nil where only the month is known.
  package let day: Int?

  /// Makes a date; nil where the calendar doesn't have it, or where a day has no month.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, day < 1 || day > CivilDate.days(inMonth: month, year: year) { return nil }
    } else if day != nil {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day so many days after 1970-01-01; nil outside of the years 1 to 9999.
  ///
  /// Howard Hinnant's civil_from_days (chrono-compatible low-level date algorithms).
  package init?(dayNumber: Int) {
    guard abs(dayNumber) < 4_000_000 else { return nil }
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// How much is known.
  package enum Precision: String, Sendable { case year, month, day }

  /// How much is known.
  package var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// ISO 8601 to the precision that is known: `2026`, `2026-03` or `2026-03-01`.
  package var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    for unit in [1000, 100, 10, 1] { bytes.append(UInt8(48 + year / unit % 10)) }
    for part in [month, day] {
      guard let part else { break }
      bytes += [UInt8(ascii: "-"), UInt8(48 + part / 10), UInt8(48 + part % 10)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Days from 1970-01-01 to the first day that the date can mean.
  package var firstDayNumber: Int { CivilDate.dayNumber(year: year, month: month ?? 1, day: day ?? 1) }

  /// Days from 1970-01-01 to the last day that the date can mean.
  package var lastDayNumber: Int {
    let month = month ?? 12
    return CivilDate.dayNumber(year: year, month: month, day: day ?? CivilDate.days(inMonth: month, year: year))
  }

  /// The day of the week of the first day that the date can mean: Monday is 1, Sunday 7.
  package var weekday: Int { ((firstDayNumber + 3) % 7 + 7) % 7 + 1 }

  /// By the first day that a date can mean, then the longer span of time first.
  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }

  /// How many days a month has, 28 to 31.
  package static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The date so many months later, the day cut to the month's last; nil outside of the years 1 to 9999.
  package func adding(months: Int) -> CivilDate? {
    let total = year * 12 + (month ?? 1) - 1 + months
    guard total >= 12 else { return nil }
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard month != nil else { return CivilDate(year: newYear) }
    return CivilDate(
      year: newYear, month: newMonth, day: day.map { min($0, CivilDate.days(inMonth: newMonth, year: newYear)) })
  }

  /// Howard Hinnant's days_from_civil.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
