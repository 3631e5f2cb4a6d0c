import Testing

@testable import Load

struct ReportNumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (.min, "-9,223,372,036,854,775,808"),
  ])
  func `groups digits`(_ number: Int, _ text: String) {
    #expect(ReportNumber.text(number) == text)
  }

  @Test(arguments: [
    (2.0, "2"), (0.12345, "0.1235"), (1.006, "1.01"), (1234.56, "1,234.6"), (-2.5, "-2.5"), (-0.5, "-0.5"),
    (99.999, "100"), (1e-9, "1e-09"), (1e300, "1e+300"),
  ])
  func `rounds to what a reader needs`(_ number: Double, _ text: String) {
    #expect(ReportNumber.text(number) == text)
  }

  @Test(arguments: [(0.0, "0 %"), (1, "100 %"), (0.125, "12.5 %"), (0.0001, "< 0.1 %"), (0.99999, "> 99.9 %")])
  func `shows shares`(_ share: Double, _ text: String) {
    #expect(ReportNumber.percent(share) == text)
  }

  @Test(arguments: [(0.123, "0.12 s"), (59.4, "59 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")])
  func `shows durations`(_ seconds: Double, _ text: String) {
    #expect(ReportNumber.duration(seconds) == text)
  }

  @Test(
    arguments: [
      ("2026-03-01", "2026-03-01"), ("2026-03", "2026-03-01"), ("2026", "2026-01-01"),
      ("1969-12-31T23:59:59Z", "1969-12-31"), ("2026-3-1", nil), ("abcd", nil), ("", nil), ("2026-02-30", nil),
    ] as [(String, String?)])
  func `reads days of any precision`(_ text: String, _ day: String?) {
    #expect(ReportNumber.day(Array(text.utf8)[...]).map(ReportNumber.date) == day)
  }
}
