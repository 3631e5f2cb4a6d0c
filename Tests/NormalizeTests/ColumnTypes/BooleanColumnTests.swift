import Normalize
import Testing

struct BooleanColumnTests {
  @Test(arguments: ["true", "TRUE", "Yes", "on", "1", " yes\n"])
  func `reads true`(written: String) { #expect(BooleanColumn.outcome(written) == "true | boolean.word") }

  @Test(arguments: ["false", "No", "OFF", "0"])
  func `reads false`(written: String) { #expect(BooleanColumn.outcome(written) == "false | boolean.word") }

  @Test(arguments: ["y", "2", "truth", "yes no", "ja"])
  func `refuses anything else`(written: String) {
    #expect(BooleanColumn.outcome(written) == "null | invalid")
  }

  @Test func `takes the column's own words too`() {
    let context = ReadingContext(
      options: .init(values: [.init("true", synonyms: ["ja"]), .init("false", synonyms: ["nein"])]))
    #expect(BooleanColumn.outcome("JA", base: context) == "true | boolean.synonym")
    #expect(BooleanColumn.outcome("Nein", base: context) == "false | boolean.synonym")
  }
}
