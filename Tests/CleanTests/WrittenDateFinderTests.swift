import Testing

@testable import Clean

struct WrittenDateFinderTests {
  @Test(arguments: [
    ("Posted 2026-05-17, 10:00", "2026-05-17"), ("am 17.05.2026 um 9 Uhr", "17.05.2026"), ("5/17/2026", "5/17/2026"),
    ("Updated on May 17th, 2026 by T.", "May 17th, 2026"), ("17. März 2026", "17. März 2026"),
    ("le 1er août 2026", "1er août 2026"), ("17 de mayo de 2026", "17 de mayo de 2026"), ("2026年5月17日", "2026年5月17"),
    ("Call 555-12-3456", nil), ("Chapter 3 of 2026", nil), ("May 2026", nil), ("12 or 17, 2026", nil), ("none", nil),
  ])
  func `finds a date as written`(text: String, date: String?) {
    #expect(writtenDate(in: text) == date)
  }

  @Test(arguments: [
    ("2026-05-07T10:00", "2026-05-07"), ("7.5.2026", "2026-05-07"), ("May 7th, 2026", "2026-05-07"),
    ("7 de mayo de 2026", "2026-05-07"), ("17/5/2026", "2026-05-17"), ("5/17/2026", "2026-05-17"),
    ("5/5/2026", "2026-05-05"), ("5/7/2026", nil), ("31/31/2026", nil), ("none", nil),
  ])
  func `tells the day of a date whose order is clear`(text: String, day: String?) {
    #expect(clearDay(in: text) == day)
  }

  @Test(arguments: [
    ("5/7/2026", ["2026-07-05", "2026-05-07"]), ("05-07-2026 10:00", ["2026-07-05", "2026-05-07"]), ("5.7.2026", []),
    ("17/5/2026", []), ("2026-05-07", []), ("on 5/7/2026", []),
  ])
  func `tells the two days of a date whose order is open`(text: String, days: [String]) {
    #expect(openDays(in: text) == days)
  }
}
