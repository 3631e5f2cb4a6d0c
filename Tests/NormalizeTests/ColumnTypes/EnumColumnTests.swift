import Normalize
import Testing

struct EnumColumnTests {
  private let context = ReadingContext(
    options: .init(values: [.init("full_time", synonyms: ["Vollzeit", "100 %"]), .init("part_time")]))

  @Test(arguments: [
    ("full_time", "full_time | enum.value"), ("Full-Time", "full_time | enum.value"),
    ("VOLLZEIT", "full_time | enum.synonym"), ("100  %", "full_time | enum.synonym"),
    ("part time", "part_time | enum.value"),
  ])
  func `takes a value by its name or a synonym`(written: String, outcome: String) {
    #expect(EnumColumn.outcome(written, base: context) == outcome)
  }

  @Test func `refuses anything else`() {
    #expect(EnumColumn.outcome("some time", base: context) == "null | invalid")
    #expect(EnumColumn.outcome("full_time") == "null | invalid")
  }
}
