import Testing

@testable import WebAddress

struct DomainDirectionTests {
  @Test(arguments: [
    ("שלום", true), ("سلام", true), ("٣", true), ("abc", false), ("日本", false), ("a1-", false),
  ])
  func `knows right-to-left labels`(label: String, expected: Bool) {
    #expect(DomainDirection.isRightToLeft(Array(label.unicodeScalars)) == expected)
  }

  @Test(arguments: [
    ("שלום", true), ("שלום1", true), ("ש1א", true), ("abc", true), ("a1", true), ("", true), ("1a", false),
    ("aש", false),
    ("שa", false), ("ש-", false), ("ش1٣", false), ("a-", false), ("-a", false),
  ])
  func `checks a label of a right-to-left domain`(label: String, isValid: Bool) {
    #expect(DomainDirection.isValid(Array(label.unicodeScalars)) == isValid)
  }
}
