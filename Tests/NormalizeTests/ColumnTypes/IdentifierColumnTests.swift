import Normalize
import Testing

struct IdentifierColumnTests {
  @Test(arguments: [
    ("https://doi.org/10.5555/ABC.1", "10.5555/abc.1, doi"), ("doi:10.5555/abc.1", "10.5555/abc.1, doi"),
    ("ISBN 0-306-40615-2", "9780306406157, isbn"),
    ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097, orcid"),
    ("4006381333931", "4006381333931, gtin"),
  ])
  func `gives the canonical form and the kind`(written: String, values: String) {
    #expect(IdentifierColumn.outcome(written).hasPrefix("\(values) | identifier."))
  }

  @Test(arguments: ["0-306-40615-3", "4006381333932", "SP-2255", "10.5555"])
  func `refuses wrong check digits and other numbers`(written: String) {
    #expect(IdentifierColumn.outcome(written) == "null, null | invalid")
  }
}
