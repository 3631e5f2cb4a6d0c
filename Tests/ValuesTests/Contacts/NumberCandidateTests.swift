import Testing

@testable import Values

/// What the row of digits is that begins with the first digit of a text.
private func finding(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard let first = bytes.firstIndex(where: isASCIIDigit) else { return nil }
  return NumberCandidate(bytes, at: first, limit: bytes.count).finding().map {
    "\($0.kind.rawValue) \(String(decoding: bytes[$0.range], as: UTF8.self))"
  }
}

@Test(arguments: [
  ("(555) 010-0199 or", "phone (555) 010-0199"), ("+49(0)171/1234567.", "phone +49(0)171/1234567"),
  ("tel (555-010-0199)", "phone 555-010-0199"), ("call 555-0100 x 7 now", "phone 555-0100 x 7"),
  ("4111 1111 1111 1111", "card 4111 1111 1111 1111"), ("078-05-1120", "national 078-05-1120"),
  ("phone 0171 1234567 04/21/2020", "phone 0171 1234567"),
])
func `reads a row of digits`(text: String, expected: String) {
  #expect(finding(text) == expected)
}

@Test(arguments: [
  "16/04/2010", "2009-2010", "12:30:45", "1.234.567", "200.38294427", "#1234567890", "x1234567890", "1234567890x",
  "$1234567890",
  "phone 1234567890%", "((456) 345 6789", "12 34", "0000000000", "912-45-6789",
])
func `leaves a row that is something else`(text: String) {
  #expect(finding(text) == nil)
}
