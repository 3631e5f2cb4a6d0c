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
    ("/2026/05/17/ice", "2026-05-17"), ("/news/2026-5-7-ice.html", "2026-05-07"), ("/2026/13/01/x", nil),
    ("/2026/05/", nil),
    ("/a/12026/05/17", nil),
  ])
  func `finds a day in a path`(path: String, day: String?) {
    #expect(dayInPath(path) == day)
  }
}
