import Testing
import Values

struct ISODateReaderTests {
  @Test(arguments: [("2026-03-01", "2026-03-01"), ("2026-03", "2026-03"), ("2026", "2026"), ("20260301", "2026-03-01")])
  func `reads a date to the precision it has`(written: String, read: String) {
    #expect(readISODate(written)?.date.description == read)
    #expect(readISODate(written)?.time == nil)
  }

  @Test(arguments: [
    ("2026-03-01T10:00:00Z", "10:00:00Z"), ("2026-03-01T23:59:59.999+14:00", "23:59:59+14:00"),
    ("2026-03-01 00:00-1000", "00:00:00-10:00"), ("2026-03-01T10:00", "10:00:00"),
    ("20260301T100000Z", "10:00:00Z"), ("2026-03-01t10:00:00,5z", "10:00:00Z"), ("2026-03-01T23:59:60Z", "24:00:00Z"),
    ("2026-03-01T10:00+05", "10:00:00+05:00"),
  ])
  func `reads a time beside it`(written: String, time: String) {
    #expect(readISODate(written)?.date.description == "2026-03-01")
    #expect(readISODate(written)?.time?.description == time)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13", "2026-00-10", "2026-W10-3", "2026-060", "202603", "0000", "26-03-01", "01.03.2026",
    "March 2026", "2026-3-1", "2026-03-01T", "2026-03-01T25:00Z", "2026-03-01  10:00", "2026-03T10:00Z",
    "2026-03-01T10:00:00+1", "2026-03-01T10:00Zx", "-2026", "2026-", "2026/03/01", "2026-03-01T10:00:00.", "",
  ])
  func `refuses anything else`(written: String) {
    #expect(readISODate(written) == nil)
  }
}
