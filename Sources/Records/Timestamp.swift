/// A moment in whole seconds since 1970-01-01T00:00:00Z, proleptic Gregorian calendar, no leap seconds.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z; negative before it.
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  /// Midnight UTC of a calendar day; the day is taken as it is, so 31 February becomes 3 March.
  package init(year: Int, month: Int, day: Int, secondOfDay: Int = 0) {
    seconds = Int64(Timestamp.days(year: year, month: month, day: day)) * 86_400 + Int64(secondOfDay)
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  /// ISO 8601 in UTC, such as `2026-11-22T02:00:00Z`.
  package var description: String { format(date: "-", time: ":") }

  /// The same moment without punctuation, such as `20261122T020000Z`, for names of files and runs.
  package var compact: String { format(date: "", time: "") }

  /// Reads `2026-11-22T02:00:00Z`, the one form `description` writes; nil for anything else.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[4] == 45, bytes[7] == 45, bytes[10] == 84, bytes[13] == 58,
      bytes[16] == 58, bytes[19] == 90
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), day >= 1, day <= Timestamp.daysIn(month: month, year: year),
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(year: year, month: month, day: day, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  /// How many days a month has.
  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, by Howard Hinnant's days_from_civil (chrono-compatible low-level date algorithms).
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month and day, by the inverse of `days` (civil_from_days of the same source).
  private var civil: (year: Int, month: Int, day: Int) {
    let z = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private func format(date: String, time: String) -> String {
    let (year, month, day) = civil
    let second = Int(((seconds % 86_400) + 86_400) % 86_400)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
    let yearText = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return yearText + date + two(month) + date + two(day) + "T" + two(second / 3600) + time
      + two(second / 60 % 60) + time + two(second % 60) + "Z"
  }
}
