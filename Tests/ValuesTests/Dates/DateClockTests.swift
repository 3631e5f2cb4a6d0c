import Testing
import Values

struct DateClockTests {
  @Test(arguments: [
    ("3 March 2026, 10:30", "10:30:00"), ("3 March 2026 at 10:30 pm", "22:30:00"), ("3 March 2026 7 p.m.", "19:00:00"),
    ("12:05 am, 3 March 2026", "00:05:00"), ("3 March 2026 12 noon", "nothing"), ("3 March 2026 at noon", "12:00:00"),
    ("3. März 2026, 14 Uhr", "14:00:00"), ("3. März 2026 um 14.30 Uhr", "14:30:00"),
    ("3 mars 2026 à 14h30", "14:30:00"),
    ("3.3.2026 klo 14.30", "14:30:00"), ("2026年3月3日 21時40分", "21:40:00"), ("2026年3月3日 下午8:00", "20:00:00"),
    ("3 March 2026 10:30:15.25 UTC", "10:30:15Z"), ("Tue, 03 Mar 2026 10:30:00 GMT", "10:30:00Z"),
    ("Tue, 3 Mar 2026 10:30 EST", "10:30:00-05:00"), ("Tue, 3 Mar 2026 10:30:00 -0500", "10:30:00-05:00"),
    ("3 March 2026 10:30 UTC+2", "10:30:00+02:00"), ("3 March 2026 10:30 (CET)", "10:30:00+01:00"),
    ("2026-03-03T10", "10:00:00"), ("2026-03-03 10:30:00.000 +0000 UTC", "10:30:00Z"),
    ("Tue Mar 03 2026 10:30:00 GMT+0100 (Central European Standard Time)", "10:30:00+01:00"),
    ("Tue Mar  3 10:30:00 2026", "10:30:00"),
  ])
  func `reads times of day and zones`(written: String, read: String) {
    let reading = readDate(written, in: DateContext())
    #expect(reading.map { "\($0.time.map(\.description) ?? "no time")" } ?? "nothing" == read)
    #expect(reading == nil || reading?.date?.description == "2026-03-03")
  }

  @Test(arguments: ["3 March 2026 25:00", "3 March 2026 10:75", "10:30", "3 March 2026 10:30 11:30"])
  func `refuses times that no clock shows, and two times`(written: String) {
    #expect(outcome(written, reference: sunday) == "nothing")
  }

  @Test func `takes 24:00 for the next day`() {
    #expect(outcome("24:00 on 2026-02-28") == "2026-03-01 00:00:00")
  }

  @Test func `reads a span of hours`() {
    #expect(outcome("3 March 2026, 10:00–12:30") == "2026-03-03 10:00:00 .. 2026-03-03 12:30:00")
  }
}
