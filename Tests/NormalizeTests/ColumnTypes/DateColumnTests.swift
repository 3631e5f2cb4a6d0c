import Normalize
import Records
import Testing

struct DateColumnTests {
  @Test(arguments: [
    ("2026-03-01", "2026-03-01, day"), ("2026-03", "2026-03, month"), ("2026", "2026, year"),
    ("20260301", "2026-03-01, day"), (" 2024-02-29\n", "2024-02-29, day"), ("0987", "0987, year"),
  ])
  func `reads a date to the precision it has`(written: String, expected: String) {
    #expect(DateColumn.outcome(written).hasPrefix("\(expected) | date."))
  }

  @Test(arguments: [
    "2026-03-01T10:00:00Z", "2026-03-01T23:59:59.999+14:00", "2026-03-01 00:00-1000", "2026-03-01T10:00",
    "20260301T100000Z", "2026-03-01t10:00:00,5z", "2026-03-01T23:59:60Z",
  ])
  func `takes the day of a date-time as it stands`(written: String) {
    #expect(DateColumn.outcome(written) == "2026-03-01, day | date.iso-datetime")
  }

  @Test(arguments: [
    "2026-02-29", "2026-13", "2026-00-10", "0000", "2026-03-01T25:00Z", "2026-03-01T10:00Zx", "version 2026.3.1b",
    "soon", "12", "March", "1 to 3 March 2026", "before 2020",
  ])
  func `refuses anything else`(written: String) {
    #expect(DateColumn.outcome(written) == "null, null | invalid")
  }

  @Test(arguments: [
    ("3 March 2026", "2026-03-03, day"), ("Published: Tuesday, March 3rd, 2026 at 5 pm", "2026-03-03, day"),
    ("3. März 2026", "2026-03-03, day"), ("mars 2026", "2026-03, month"), ("2026年3月3日", "2026-03-03, day"),
  ])
  func `reads the words of many languages`(written: String, expected: String) {
    #expect(DateColumn.outcome(written).hasPrefix("\(expected) | date."))
  }

  @Test func `the locale decides which number is the month, and nothing else does`() {
    #expect(DateColumn.outcome("3/4/2026").hasSuffix("| ambiguous"))
    #expect(DateColumn.outcome("3/4/2026", base: .init(locale: "en-GB")).hasPrefix("2026-04-03, day"))
    #expect(DateColumn.outcome("3/4/2026", base: .init(locale: "en-US")).hasPrefix("2026-03-04, day"))
    #expect(DateColumn.outcome("25/4/2026").hasPrefix("2026-04-25, day"))
  }

  @Test func `what is relative counts from the page's date, and is flagged`() {
    let context = ReadingContext(locale: "en", reference: Timestamp(year: 2026, month: 3, day: 2))
    #expect(DateColumn.outcome("3 days ago", base: context) == "2026-02-27, day | date.relative | inferred")
    #expect(DateColumn.outcome("3 days ago") == "null, null | invalid")
  }

  @Test func `has two columns`() {
    #expect(DateColumn.physicalColumns(named: "posted").map(\.name) == ["posted", "posted_precision"])
  }
}
