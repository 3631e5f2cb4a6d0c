import Testing

@testable import Clean

struct PathDayTests {
  @Test(arguments: [
    ("/2026/05/17/ice", "2026-05-17"), ("/news/2026-5-7-ice.html", "2026-05-07"), ("/2026/13/01/x", nil),
    ("/2026/05/", nil),
    ("/a/12026/05/17", nil), ("/news/17-05-2026", "2026-05-17"), ("/17.05.2026/ice", "2026-05-17"),
    ("/news/06-05-2026", nil), ("/ice-17-05-2026-b", nil),
  ])
  func `finds a day in a path`(path: String, day: String?) {
    #expect(dayInPath(path) == day)
  }
}
