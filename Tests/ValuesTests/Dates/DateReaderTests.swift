import Testing
import Values

struct DateReaderTests {
  @Test(arguments: [
    ("3 March 2026", "2026-03-03"), ("March 3rd, 2026", "2026-03-03"), ("the 3rd of March, 2026", "2026-03-03"),
    ("Tue, 3 Mar. 2026", "2026-03-03"), ("03-MAR-2026", "2026-03-03"), ("2026/Mar/03", "2026-03-03"),
    ("3MAR2026", "2026-03-03"), ("March 2026", "2026-03"), ("twenty-first of May 2026", "2026-05-21"),
    ("3 March 26", "2026-03-03 inferred"), ("Mar '26", "2026-03 inferred"), ("12-Mar-99", "1999-03-12 inferred"),
    ("2026.03.05", "2026-03-05"), ("2026 03 05", "2026-03-05"), ("25/03/2026", "2026-03-25"),
    ("03/25/2026", "2026-03-25"), ("05.03.2026", "2026-03-05"), ("3/2026", "2026-03"), ("2026/03", "2026-03"),
    ("20260305", "2026-03-05"), ("2026-W10-2", "2026-03-03"), ("2026-062", "2026-03-03"), ("1987", "1987"),
    ("c. 1890", "1890 about"), ("Summer 2026", "2026"),
  ])
  func `reads English and figures`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    ("March 11th 2026", "2026-03-11"), ("11th March 2026", "2026-03-11"),
    ("5. März 2026", "2026-03-05"), ("Donnerstag, den 5. März 2026", "2026-03-05"), ("le 1er août 2026", "2026-08-01"),
    ("5 de marzo de 2026", "2026-03-05"), ("quinta-feira, 5 de março de 2026", "2026-03-05"),
    ("5 marzo 2026", "2026-03-05"), ("5 марта 2026 г.", "2026-03-05"), ("2026. március 5., csütörtök", "2026-03-05"),
    ("2026年3月5日(木)", "2026-03-05"), ("二〇二六年三月五日", "2026-03-05"), ("2026년 3월 5일 목요일", "2026-03-05"),
    ("٥ مارس ٢٠٢٦", "2026-03-05"), ("5 มีนาคม 2026", "2026-03-05"), ("ngày 5 tháng 3 năm 2026", "2026-03-05"),
    ("5 במרץ 2026", "2026-03-05"), ("2026(e)ko martxoaren 5(a)", "2026-03-05"), ("5 Mart 2026 Perşembe", "2026-03-05"),
    ("2026 m. kovo 5 d.", "2026-03-05"), ("5 मार्च 2026", "2026-03-05"), ("5 września 2026", "2026-09-05"),
  ])
  func `reads the languages of CLDR`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    ("Published: 3 March 2026", "2026-03-03"), ("Posted on 3 March 2026", "2026-03-03"),
    ("Last updated March 3, 2026", "2026-03-03"), ("Veröffentlicht am 3.3.2026", "2026-03-03"),
    ("Stand: März 2026", "2026-03"), ("Mis à jour le 3 mars 2026", "2026-03-03"),
    ("Erscheinungstag der Ausgabe: 3.3.2026", "2026-03-03"), ("公開日：2026年3月3日", "2026-03-03"),
    ("📅 3 March 2026", "2026-03-03"),
  ])
  func `passes over labels`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    ("1772357400", "2026-03-01 09:30:00Z"), ("1772357400000", "2026-03-01 09:30:00Z"),
    ("20260301093000", "2026-03-01 09:30:00"), ("D:20260301093000+01'00'", "2026-03-01 09:30:00+01:00"),
    ("D:20260301093000Z", "2026-03-01 09:30:00Z"), ("2026:03:01 09:30:00", "2026-03-01 09:30:00"),
    ("202603010930", "2026-03-01 09:30:00"),
  ])
  func `reads moments in figures`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    ("令和8年3月5日", "2026-03-05"), ("平成元年1月8日", "1989-01-08"), ("民國115年3月5日", "2026-03-05"),
    ("5 มีนาคม พ.ศ. 2569", "2026-03-05"),
  ])
  func `reads years of marked eras`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test func `takes Thai years for those of the Buddhist era`() {
    #expect(outcome("5 มีนาคม 2569", locale: "th") == "2026-03-05")
  }

  @Test(arguments: [
    ("last Sunday of March 2026", "2026-03-29"), ("third Tuesday in March 2026", "2026-03-17"),
    ("March 3rd Tuesday 2026", "2026-03-03"),
    ("3rd Tuesday of March 2026", "2026-03-17"),
    ("last day of February 2024", "2024-02-29"), ("erster Mittwoch im Oktober 2026", "2026-10-07"),
  ])
  func `counts weekdays of a month`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    ("3 March", "2025-03-03 inferred", true), ("3 March", "2026-03-03 inferred", false),
    ("Tue, 3 March", "2026-03-03 inferred", true), ("Friday", "2026-02-27 inferred", true),
    ("Friday", "2026-03-06 inferred", false),
  ])
  func `infers a year from the reference`(written: String, read: String, prefersPast: Bool) {
    #expect(outcome(written, reference: sunday, prefersPast: prefersPast) == read)
    #expect(outcome(written) == "nothing")
  }

  @Test(arguments: [
    "", "TBD", "May be required", "May", "last", "version 3.10.2026", "Version: 3.10.2026", "192.168.10.26",
    "Call 2026-5551", "29 February 2025", "31 April 2026", "2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31",
    "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "3 March 4 April 2026", "12", "4.22", "12,50 €", "+49 30 123456",
    "3 March 2026 room 7", "Tuesday March 2026", "5 novel 2026", "fifth last day of May 2026", "March 9 12 2026",
    "2026/2027/2028", "H31.4.1", "© 2026", "9 March 2026?", "two thousand", "12345678", "1 2 3 4 5 6",
  ])
  func `refuses what is no date`(written: String) {
    #expect(outcome(written, reference: sunday) == "nothing")
  }

  @Test func `refuses long texts`() {
    #expect(outcome(String(repeating: "3 March 2026 ", count: 40)) == "nothing")
    #expect(outcome(String(repeating: "- ", count: 60)) == "nothing")
  }

  @Test func `reads lists`() {
    #expect(outcome("Filed Mar. 9, 2024; granted Jan. 7, 2025") == "2024-03-09 2025-01-07")
  }

  @Test func `names its rules`() {
    let rules = ["2026", "2026-03-01T10:00Z", "3 March 2026", "3.3.2026", "March 2026", "gestern"].map {
      readDate($0, in: DateContext(reference: sunday))?.rule
    }
    #expect(
      rules == ["date.iso", "date.iso-datetime", "date.day-month", "date.figures", "date.month", "date.relative"])
  }
}
