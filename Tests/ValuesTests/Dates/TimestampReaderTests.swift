import Testing
import Values

struct TimestampReaderTests {
  @Test(arguments: [
    "2026-03-01T10:30:00+01:00", "Sun, 01 Mar 2026 09:30:00 GMT", "1772357400", "1 March 2026 09:30 UTC",
    "2026-03-01T04:30 America/New_York",
  ])
  func `reads moments to UTC`(written: String) {
    guard case .moment(let seconds, _) = readTimestamp(written, in: DateContext()) else {
      Issue.record("no moment: \(written)")
      return
    }
    #expect(seconds == 1_772_357_400)
  }

  @Test func `keeps local times apart`() throws {
    guard case .local(let local, _) = readTimestamp("2026-03-01 09:30", in: DateContext()) else {
      Issue.record("no local time")
      return
    }
    #expect(local.description == "2026-03-01T09:30:00")
  }

  @Test(arguments: ["2026-03-01", "March 2026", "9 Mar 2026 10:00 - 12 Mar 2026 12:00", "soon"])
  func `refuses what is no single moment`(written: String) {
    #expect(readTimestamp(written, in: DateContext()) == nil)
  }
}
