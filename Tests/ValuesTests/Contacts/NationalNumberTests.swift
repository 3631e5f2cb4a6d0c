import Testing

@testable import Values

// Numbers that the countries' authorities and textbooks print as examples.
private let examples = [
  ("US", "123-45-6789"), ("GB", "AB 12 34 56 C"), ("GB", "943 476 5919"), ("DE", "86095742719"),
  ("DE", "65 180478 B 003"),
  ("FR", "2 55 08 14 168 025 38"), ("ES", "12345678Z"), ("ES", "X1234567L"), ("IT", "RSSMRA85T10A562S"),
  ("NL", "111222333"),
  ("BE", "85.07.30-033 28"), ("AT", "1237 010180"), ("CH", "756.9217.0769.85"), ("PL", "44051401359"),
  ("SE", "811228-9874"),
  ("FI", "131052-308T"), ("EE", "39001010077"), ("IE", "1234567T"), ("TR", "10000000146"), ("BR", "111.444.777-35"),
  ("BR", "11.222.333/0001-81"), ("CL", "12.345.678-5"), ("IN", "2341 2341 2346"), ("CN", "11010519491231002X"),
  ("AU", "123 456 782"), ("ZA", "8001015009087"), ("MX", "HEGG560427MVZRRL04"), ("NO", "01010012356"),
  ("HR", "69435151530"),
  ("BG", "7523169263"), ("CZ", "710319/2745"), ("RO", "1630615123457"), ("PT", "501964843"),
]

@Test(arguments: examples)
func `reads a national number`(country: String, text: String) {
  #expect(readNationalNumber(text, country: country) != nil)
}

@Test(arguments: examples.filter { !["US", "GB", "DK"].contains($0.0) })
func `refuses a national number with one digit changed`(country: String, text: String) throws {
  var refused = 0
  let digits = text.utf8.enumerated().filter { isASCIIDigit($0.element) }.map(\.offset)
  for offset in digits {
    var bytes = Array(text.utf8)
    bytes[offset] = bytes[offset] == 57 ? 48 : bytes[offset] + 1
    if readNationalNumber(String(decoding: bytes, as: UTF8.self), country: country) == nil { refused += 1 }
  }
  // A few schemes let some single changes through; none lets many.
  #expect(refused * 10 >= digits.count * 8)
}

@Test(arguments: ["000-45-6789", "666-45-6789", "900-45-6789", "123-00-6789", "123-45-0000", "12-345-678"])
func `refuses Social Security numbers that are never given out`(text: String) {
  #expect(readNationalNumber(text, country: "US") == nil)
}

@Test func `knows no numbers of other countries`() {
  #expect(readNationalNumber("123456789", country: "AQ") == nil)
}
