import Testing
import Values

struct ZonedDateTests {
  @Test(arguments: [
    ("2026-03-01T10:00:00 America/New_York", "10:00:00-05:00"), ("2026-07-01T10:00 Europe/Berlin", "10:00:00+02:00"),
    ("1 July 2026, 10:00 (Australia/Sydney)", "10:00:00+10:00"),
    ("2026-01-01T10:00 Australia/Lord_Howe", "10:00:00+11:00"),
    ("2026-01-01T10:00 Asia/Kolkata", "10:00:00+05:30"), ("1950-07-01T10:00 Europe/Berlin", "10:00:00"),
  ])
  func `knows how far zones are from UTC`(written: String, time: String) {
    #expect(readDate(written, in: DateContext())?.time?.description == time)
  }

  @Test(arguments: [
    ("2026-03-08T02:30:00 America/New_York", DateReading.LocalTime.skipped),
    ("2026-11-01T01:30:00 America/New_York", .repeated), ("2026-03-29T02:30 Europe/Berlin", .skipped),
    ("2026-10-25T02:30 Europe/Berlin", .repeated), ("2026-10-25T03:00 Europe/Berlin", .single),
    ("2026-04-05T02:30 Australia/Sydney", .repeated),
  ])
  func `tells times that clocks skip or show twice`(written: String, local: DateReading.LocalTime) {
    let reading = readDate(written, in: DateContext())
    #expect(reading?.localTime == local)
    #expect((reading?.unixSeconds != nil) == (local == .single))
  }

  @Test func `refuses zones that don't exist`() {
    #expect(outcome("2026-03-01T10:00 Europe/Atlantis") == "nothing")
  }
}
