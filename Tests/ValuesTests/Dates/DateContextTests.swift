import Testing
import Values

struct DateContextTests {
  @Test func `counts moments in UTC`() throws {
    let moment = try #require(DateTime(unixSeconds: -1))
    #expect(moment.description == "1969-12-31T23:59:59Z")
    #expect(moment.unixSeconds == -1)
    #expect(DateTime(unixSeconds: .max) == nil)
  }

  @Test(arguments: ["de", "de-DE", "de_AT", "DE-ch", "sr-Latn-RS", "es-419"])
  func `takes tags of any case with scripts and regions`(locale: String) {
    #expect(outcome("03.04.26", locale: locale) == "2026-04-03 inferred")
  }
}
