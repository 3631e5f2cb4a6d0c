import Testing
import Values

struct CivilTimeTests {
  @Test(arguments: [
    (36_000, nil, "10:00:00"), (36_005, 0, "10:00:05Z"), (0, 3600, "00:00:00+01:00"),
    (86_399, -12_600, "23:59:59-03:30"),
  ])
  func `writes ISO 8601`(second: Int, offset: Int?, written: String) {
    #expect(CivilTime(second: second, offset: offset).description == written)
  }
}
