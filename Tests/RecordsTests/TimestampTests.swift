import Foundation
import Records
import Testing

struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (-86_400, "1969-12-31T00:00:00Z"),
    (-86_401, "1969-12-30T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
    (1_795_312_800, "2026-11-22T02:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
  ])
  func `writes and reads ISO 8601`(seconds: Int64, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(Timestamp(iso: text)?.seconds == seconds)
  }

  @Test func `writes the same moment without punctuation`() {
    #expect(Timestamp(seconds: 1_795_312_800).compact == "20261122T020000Z")
  }

  @Test func `agrees with the Gregorian calendar on every day of two centuries`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = Timestamp(year: 1900, month: 1, day: 1).seconds
    let end = Timestamp(year: 2101, month: 1, day: 1).seconds
    #expect(end - first == 73_414 * 86_400)
    func two(_ number: Int?) -> String { (number ?? -1) < 10 ? "0\(number ?? -1)" : "\(number ?? -1)" }
    var wrong: [String] = []
    for day in stride(from: first, to: end, by: 86_400) {
      let second = day + (day / 86_400 * 7919 % 86_400 + 86_400) % 86_400
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(second)))
      let expected =
        "\(parts.year ?? -1)-\(two(parts.month))-\(two(parts.day))T\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))Z"
      let timestamp = Timestamp(seconds: second)
      let made = Timestamp(
        year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0, secondOfDay: Int(second - day))
      if timestamp.description != expected || Timestamp(iso: expected) != timestamp || made != timestamp {
        wrong.append(expected)
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T02:00:00", "2026-11-22T02:00:00+", "2026-11-22t02:00:00Z", "2026-11-22 02:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z",
    "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-11-22T24:00:00Z",
    "2026-11-22T02:60:00Z", "2026-11-22T02:00:60Z", "2O26-11-22T02:00:00Z", "-026-11-22T02:00:00Z",
    "2026-11-22T02:00:00Z ", "2026-1١-22T02:00:00Z",
  ])
  func `reads no other form and no day that isn't there`(text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test(arguments: [
    (2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2000, 2, 29), (2026, 4, 30), (2026, 6, 30), (2026, 9, 30),
    (2026, 11, 30), (2026, 1, 31), (2026, 12, 31),
  ])
  func `knows the lengths of the months`(year: Int, month: Int, days: Int) {
    #expect(Timestamp.daysIn(month: month, year: year) == days)
  }

  @Test func `takes a day beyond the month's end as it is`() {
    #expect(Timestamp(year: 2026, month: 2, day: 31).description == "2026-03-03T00:00:00Z")
  }

  @Test func `sorts by time`() {
    #expect(Timestamp(seconds: -1) < Timestamp(seconds: 0))
    #expect(!(Timestamp(seconds: 5) < Timestamp(seconds: 5)))
  }
}
