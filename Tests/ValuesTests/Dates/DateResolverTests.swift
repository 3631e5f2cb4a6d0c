import Testing
import Values

struct DateResolverTests {
  @Test(arguments: [
    ("03/04/2026", nil, "ambiguous"), ("03/04/2026", "en", "ambiguous"), ("03/04/2026", "en-GB", "2026-04-03"),
    ("03/04/2026", "en-US", "2026-03-04"), ("03/04/2026", "fr", "2026-04-03"), ("03/04/2026", "fr-CA", "ambiguous"),
    ("03/04/2026", "ja", "ambiguous"), ("03-04-2026", "nl-BE", "2026-04-03"), ("03/04/2026", "xx", "ambiguous"),
    ("03/03/2026", nil, "2026-03-03"), ("08/12, 2026", "es", "ambiguous"),
  ])
  func `lets the locale decide between day and month`(written: String, locale: String?, read: String) {
    #expect(outcome(written, locale: locale) == read)
  }

  @Test(arguments: [
    ("03/04/26", nil, "ambiguous"), ("03/04/26", "de", "2026-04-03 inferred"),
    ("03/04/26", "en-US", "2026-03-04 inferred"),
    ("26. 3. 4.", "ko", "2026-03-04 inferred"), ("26. 3. 04.", "ko", "2026-03-04 inferred"),
    ("31/12/99", nil, "1999-12-31 inferred"),
    ("03.04.26", nil, "ambiguous"), ("04.04.95", nil, "1995-04-04 inferred"),
  ])
  func `lets the locale decide where a short year stands`(written: String, locale: String?, read: String) {
    #expect(outcome(written, locale: locale) == read)
  }

  @Test func `lets a weekday decide`() {
    #expect(outcome("Friday, 03/04/2026") == "2026-04-03")
    #expect(outcome("Wednesday, 03/04/2026") == "2026-03-04")
  }

  @Test(arguments: [
    ("5 listopada 2026", "pl", "2026-11-05"), ("5. listopada 2026.", "hr", "2026-10-05"),
    ("5 listopada 2026", nil, "ambiguous"), ("Monday, 5 listopada 2026", nil, "2026-10-05"),
  ])
  func `lets the language decide between months of one name`(written: String, locale: String?, read: String) {
    #expect(outcome(written, locale: locale) == read)
  }

  @Test(arguments: [
    ("2025/26", "2025 .. 2026"), ("2025/2026", "2025 .. 2026"), ("1990s", "1990 .. 1999"), ("2019–23", "2019 .. 2023"),
    ("Q2 2026", "2026-04 .. 2026-06"), ("2026-Q2", "2026-04 .. 2026-06"), ("Jan-24", "ambiguous"),
    ("2011/12", "ambiguous"), ("H2 2026", "2026-07 .. 2026-12"),
  ])
  func `reads spans of years and their parts`(written: String, read: String) {
    #expect(outcome(written) == read)
  }

  @Test func `puts short years within twenty years of the reference`() {
    #expect(outcome("3 May 45", reference: sunday) == "2045-05-03 inferred")
    #expect(outcome("3 May 47", reference: sunday) == "1947-05-03 inferred")
  }
}
