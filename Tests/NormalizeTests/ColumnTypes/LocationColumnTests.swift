import Normalize
import Testing

struct LocationColumnTests {
  @Test(arguments: [
    ("Boston, MA", "US, MA, Boston, null"), ("US, MA, Boston", "US, MA, Boston, null"),
    ("Leiden, Nederland", "NL, ZH, Leiden, null"), ("Remote", "null, null, null, remote"),
    ("London, UK (hybrid)", "GB, "),
  ])
  func `reads country, region, city and mode`(written: String, expected: String) {
    #expect(LocationColumn.outcome(written).hasPrefix(expected))
  }

  @Test func `claims no country where several are meant as likely`() {
    let outcome = LocationColumn.outcome("Dublin")
    #expect(LocationColumn.outcome("Cambridge").hasPrefix("null, "))
    #expect(LocationColumn.outcome("Cambridge").hasSuffix("| ambiguous"))
    #expect(outcome.hasPrefix("null, ") || outcome.hasSuffix("| inferred"))
    #expect(LocationColumn.outcome("Dublin, Ireland").hasPrefix("IE, "))
  }

  @Test func `refuses what names no place`() {
    #expect(LocationColumn.outcome("to be decided") == "null, null, null, null | invalid")
  }
}
