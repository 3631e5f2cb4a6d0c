import Testing

@testable import Values

/// The findings in a text as `kind text`.
private func found(_ text: String) -> [String] {
  let utf8 = Array(text.utf8)
  return findPersonalData(in: utf8).map { "\($0.kind.rawValue) \(String(decoding: utf8[$0.range], as: UTF8.self))" }
}

@Test(arguments: [
  (
    "Write to ada.berg@example.org, or call +44 20 7946 0018.",
    ["email ada.berg@example.org", "phone +44 20 7946 0018"]
  ),
  ("Tel. 030 / 123 45 67, mobil 0171-1234567", ["phone 030 / 123 45 67", "phone 0171-1234567"]),
  ("Reception (555) 555-0100 x12 since 04/21/2020 12:30", ["phone (555) 555-0100 x12"]),
  (
    "See https://example.org/a_(b)?c=d#e, www.example.com or example.net.",
    ["url https://example.org/a_(b)?c=d#e", "url www.example.com", "url example.net"]
  ),
  ("From 10.1.2.3 and fe80::1, not 256.1.1.1", ["ip 10.1.2.3", "ip fe80::1"]),
  ("id {123e4567-e89b-12d3-a456-426655440000}", ["guid {123e4567-e89b-12d3-a456-426655440000}"]),
  (
    "IBAN DE89 3704 0044 0532 0130 00, card 4111-1111-1111-1111, SSN 123-45-6789",
    ["iban DE89 3704 0044 0532 0130 00", "card 4111-1111-1111-1111", "national 123-45-6789"]
  ),
  ("电话：010-62288559。", ["phone 010-62288559"]),
])
func `finds personal data in running text`(text: String, expected: [String]) {
  #expect(found(text) == expected)
}

@Test(arguments: [
  "Revenue of 1,234,567 in 2023, pages 123-4567, 1999-2004", "Order 1234567890, account number 12345678",
  "ISBN 978-0-306-40615-7 at 48.137154, 11.576124", "See README.md and main.rs in v10.4.1; e.g. foo.bar()",
  "It ended.Then it began.", "std::vector at 12:30:45 on 2020-03-12T10:20:30Z", "a_b@c_d.example and @handle",
  "-2208960000 and 0.000000012", "",
])
func `leaves alone what only looks like it`(text: String) {
  #expect(found(text) == [])
}

@Test func `gives canonical forms`() {
  let text = Array("Ada@Example.org +44 (0)20 7946 0018 010.001.002.003".utf8)
  #expect(findPersonalData(in: text).map(\.canonical) == ["ada@example.org", "+442079460018", "10.1.2.3"])
}

@Test func `takes text that is no text`() {
  #expect(findPersonalData(in: [0xFF, 0x40, 0x2E, 0x3A, 0x2F, 0x2F]) == [])
  #expect(findPersonalData(in: Array(repeating: UInt8(ascii: "("), count: 50)) == [])
}
