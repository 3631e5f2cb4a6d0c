import Normalize
import Records
import Testing

struct DateColumnTests {
  @Test(arguments: [
    ("2026-03-01", "2026-03-01, day"), ("2026-03", "2026-03, month"), ("2026", "2026, year"),
    ("20260301", "2026-03-01, day"), (" 2024-02-29\n", "2024-02-29, day"), ("0987", "0987, year"),
  ])
  func `reads a date to the precision it has`(written: String, expected: String) {
    #expect(DateColumn.outcome(written) == "\(expected) | date.iso")
  }

  @Test(arguments: [
    "2026-03-01T10:00:00Z", "2026-03-01T23:59:59.999+14:00", "2026-03-01 00:00-1000", "2026-03-01T10:00",
    "20260301T100000Z", "2026-03-01t10:00:00,5z", "2026-03-01T23:59:60Z",
  ])
  func `takes the day of a date-time as it stands`(written: String) {
    #expect(DateColumn.outcome(written) == "2026-03-01, day | date.iso-datetime")
  }

  @Test(arguments: [
    "2026-02-29", "2026-13", "2026-00-10", "2026-W10-3", "2026-060", "202603", "0000", "26-03-01",
    "01.03.2026",
    "March 2026", "2026-3-1", "2026-03-01T", "2026-03-01T25:00Z", "2026-03-01  10:00", "2026-03T10:00Z",
    "2026-03-01T10:00:00+1", "2026-03-01T10:00Zx", "-2026", "2026-", "2026/03/01", "2026-03-01T10:00:00.",
  ])
  func `refuses anything else`(written: String) {
    #expect(DateColumn.outcome(written) == "null, null | invalid")
  }

  @Test func `has two columns`() {
    #expect(DateColumn.physicalColumns(named: "posted").map(\.name) == ["posted", "posted_precision"])
  }
}
