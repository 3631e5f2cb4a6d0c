import Testing
import Values

struct DateRangeReaderTests {
  @Test(arguments: [
    ("9 Mar 2026 – 12 Mar 2026", "2026-03-09 .. 2026-03-12"), ("March 9–12, 2026", "2026-03-09 .. 2026-03-12"),
    ("9–12 March 2026", "2026-03-09 .. 2026-03-12"), ("1 to 3 March 2026", "2026-03-01 .. 2026-03-03"),
    ("March–May 2026", "2026-03 .. 2026-05"), ("28 February – 2 March 2026", "2026-02-28 .. 2026-03-02"),
    ("20 December – 5 January 2026", "2025-12-20 .. 2026-01-05"), ("2019-2023", "2019 .. 2023"),
    ("2019 – May 2021", "2019 .. 2021-05"),
    ("9.3.–12.3.2026", "2026-03-09 .. 2026-03-12"),
    ("01.2020 - 03.2024", "2020-01 .. 2024-03"),
    ("2026-03-01/2026-03-05", "2026-03-01 .. 2026-03-05"), ("vom 3. bis 5. März 2026", "2026-03-03 .. 2026-03-05"),
    ("du 3 au 5 mars 2026", "2026-03-03 .. 2026-03-05"), ("2026年3月3日～2026年3月5日", "2026-03-03 .. 2026-03-05"),
    ("9 Mar 2026 10:00 - 12 Mar 2026 12:00", "2026-03-09 10:00:00 .. 2026-03-12 12:00:00"),
  ])
  func `reads both ends`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    ("Jan 2020 – present", "2020-01 .."), ("seit 2019", "2019 .."), ("since March 2019", "2019-03 .."),
    ("ab 1. März 2026", "2026-03-01 notBefore"), ("until 31 March 2026", "2026-03-31 notAfter"),
    ("from 3 March 2026", "2026-03-03 notBefore"), ("03/2020 - heute", "2020-03 .."),
  ])
  func `reads open ends and bounds`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test(arguments: [
    "12–9 March 2026", "May 2026 – March 2026", "March –", "2023–2019", "31/Oct/1974 July",
    "2016/02/2210am", "2026/Jan-1 March",
  ])
  func `refuses ends before their beginning`(written: String) {
    #expect(outcome(written) == "nothing")
  }
}
