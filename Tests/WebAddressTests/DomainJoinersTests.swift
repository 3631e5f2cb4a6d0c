import Testing

@testable import WebAddress

struct DomainJoinersTests {
  @Test(arguments: [
    ("ශ්\u{200D}රී", true), ("क्\u{200C}ष", true), ("نامه\u{200C}ای", true), ("abc", true),
    ("a\u{200D}b", false),
    ("a\u{200C}b", false), ("\u{200C}a", false), ("ه\u{200D}ا", false), ("ا\u{200C}ه", false),
    ("ه\u{200C}", false),
  ])
  func `knows where a joiner may stand`(label: String, isValid: Bool) {
    #expect(DomainJoiners.areValid(in: Array(label.unicodeScalars)) == isValid)
  }
}
