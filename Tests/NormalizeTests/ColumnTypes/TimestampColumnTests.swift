import Normalize
import Testing

struct TimestampColumnTests {
  @Test(arguments: [
    ("2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z"), ("2026-03-01 10:00+02", "2026-03-01T08:00:00Z"),
    ("2026-03-01T00:30:15.999-05:30", "2026-03-01T06:00:15Z"),
    ("2026-01-01T00:00:00+01:00", "2025-12-31T23:00:00Z"),
    ("20260301T100000+0100", "2026-03-01T09:00:00Z"), ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ])
  func `gives the moment in UTC`(written: String, expected: String) {
    #expect(TimestampColumn.outcome(written) == "\(expected) | date.iso-datetime")
  }

  @Test(arguments: ["2026-03-01T10:00:00", "2026-03-01 10:00"])
  func `can't know the moment without an offset`(written: String) {
    #expect(TimestampColumn.outcome(written) == "null | date.iso-datetime | ambiguous")
  }

  @Test(arguments: [
    "2026-03-01", "2026", "10:00Z", "9999-12-31T23:59:59-01:00", "soon",
  ])
  func `refuses anything else`(written: String) {
    #expect(TimestampColumn.outcome(written) == "null | invalid")
  }
}
