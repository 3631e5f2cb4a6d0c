import Testing
import Values

struct SpanReaderTests {
  @Test(arguments: [
    ("today", "2026-03-01 inferred"), ("Posted yesterday", "2026-02-28 inferred"),
    ("3 days ago", "2026-02-26 inferred"),
    ("Posted 30+ days ago", "2026-01-30 notAfter inferred"), ("two weeks ago", "2026-02-15 inferred"),
    ("a month ago", "2026-02-01 inferred"), ("in 3 days", "2026-03-04 inferred"),
    ("2 hours ago", "2026-03-01 07:30:00Z inferred"),
    ("last month", "2026-02 inferred"), ("last year", "2025 inferred"),
    ("this week", "2026-02-23 .. 2026-03-01 inferred"),
    ("just now", "2026-03-01 09:30:00Z inferred"), ("Yesterday at 14:05", "2026-02-28 14:05:00 inferred"),
    ("last Friday", "2026-02-27 inferred"), ("letzten Sonntag", "2026-02-22 inferred"),
    ("il y a une semaine", "2026-02-22 inferred"), ("gestern", "2026-02-28 inferred"),
    ("vor einer Woche", "2026-02-22 inferred"), ("vor 3 Tagen", "2026-02-26 inferred"),
    ("il y a 3 jours", "2026-02-26 inferred"), ("hace 3 días", "2026-02-26 inferred"), ("3日前", "2026-02-26 inferred"),
    ("3 дня назад", "2026-02-26 inferred"), ("昨日", "2026-02-28 inferred"), ("3일 전", "2026-02-26 inferred"),
    ("منذ ٣ أيام", "2026-02-26 inferred"), ("vorgestern", "2026-02-27 inferred"), ("3d ago", "2026-02-26 inferred"),
  ])
  func `counts from the reference`(written: String, read: String) {
    #expect(outcome(written, reference: sunday) == read)
  }

  @Test func `needs a reference`() {
    #expect(outcome("3 days ago") == "nothing")
  }

  @Test(arguments: [
    "3 apples ago", "ago", "Posted", "days ago", "999999 days ago", "Apply now", "Monday 9am - 5pm", "Mon - Fri",
  ])
  func `refuses what counts nothing`(written: String) {
    #expect(outcome(written, reference: sunday) == "nothing")
  }
}
