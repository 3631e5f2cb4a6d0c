import Testing
import Values

struct CivilDateTests {
  @Test(arguments: [
    (2026, 3, 1, "2026-03-01"), (2026, 12, nil, "2026-12"), (987, nil, nil, "0987"), (2024, 2, 29, "2024-02-29"),
  ])
  func `writes ISO 8601 to the precision it has`(year: Int, month: Int?, day: Int?, written: String) {
    #expect(CivilDate(year: year, month: month, day: day)?.description == written)
  }

  @Test(
    arguments: [
      (2025, 2, 29), (2026, 13, 1), (2026, 0, nil), (2026, 4, 31), (2026, 1, 0), (0, nil, nil), (10_000, 1, 1),
      (1900, 2, 29), (2026, nil, 5),
    ] as [(Int, Int?, Int?)])
  func `is only what the calendar has`(year: Int, month: Int?, day: Int?) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `counts days from 1970 and back`() {
    for number in stride(from: -700_000, through: 2_900_000, by: 997) {
      let date = CivilDate(dayNumber: number)
      #expect(date?.firstDayNumber == number)
    }
    #expect(CivilDate(dayNumber: 0)?.description == "1970-01-01")
    #expect(CivilDate(dayNumber: 20_513)?.description == "2026-03-01")
    #expect(CivilDate(dayNumber: .max) == nil)
  }

  @Test func `knows the first and last day it can mean`() throws {
    let month = try #require(CivilDate(year: 2024, month: 2))
    #expect(month.lastDayNumber - month.firstDayNumber == 28)
    let year = try #require(CivilDate(year: 2024))
    #expect(year.lastDayNumber - year.firstDayNumber == 365)
  }

  @Test func `knows the day of the week`() {
    #expect(CivilDate(year: 2026, month: 3, day: 1)?.weekday == 7)
    #expect(CivilDate(year: 1969, month: 12, day: 29)?.weekday == 1)
  }

  @Test func `adds months and stays in the month`() throws {
    let last = try #require(CivilDate(year: 2024, month: 1, day: 31))
    #expect(last.adding(months: 1)?.description == "2024-02-29")
    #expect(last.adding(months: -2)?.description == "2023-11-30")
    #expect(last.adding(months: 13)?.description == "2025-02-28")
    #expect(last.adding(months: -30_000) == nil)
  }

  @Test func `comes after what is earlier`() throws {
    let dates = try [(2026, nil, nil), (2026, 1, nil), (2026, 1, 1), (2026, 2, nil)].map {
      try #require(CivilDate(year: $0.0, month: $0.1, day: $0.2))
    }
    #expect(dates.shuffled().sorted() == dates)
  }
}
