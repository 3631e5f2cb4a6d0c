import Testing

@testable import Values

@Test(
  arguments: [
    ("+44 (0)20 7946 0018", nil, "+442079460018"), ("020 7946 0018", "GB", "+442079460018"),
    ("0171/1234567", "DE", "+491711234567"), ("00 49 30 123456", nil, "+4930123456"),
    ("011 44 20 7946 0018", "US", "+442079460018"), ("1-212-555-0100", "US", "+12125550100"),
    ("06 1234 5678", "IT", "+390612345678"), ("8 (495) 123-45-67", "RU", "+74951234567"),
    ("tel:+1-201-555-0123", nil, "+12015550123"),
  ] as [(String, String?, String)])
func `reads a telephone number as E.164`(text: String, region: String?, expected: String) {
  #expect(readPhoneNumber(text, region: region)?.e164 == expected)
}

@Test func `keeps the extension and says what was inferred`() throws {
  let number = try #require(readPhoneNumber("(212) 555-0100 ext. 12", region: "us"))
  #expect(number.phoneExtension == "12")
  #expect(number.isInferred)
  #expect(try #require(readPhoneNumber("+12125550100", region: "DE")).isInferred == false)
}

@Test(
  arguments: [
    ("020 7946 0018", nil), ("555-0100", "US"), ("+999 12345678", nil), ("1-800-FLOWERS", "US"), ("12345", "DE"),
    ("+1 212 555 01", nil), ("ring me", "GB"), ("", "GB"), ("020 7946 0018", "XX"),
  ] as [(String, String?)])
func `refuses what can't be dialled from everywhere`(text: String, region: String?) {
  #expect(readPhoneNumber(text, region: region) == nil)
}

@Test func `knows the numbering of every calling code`() {
  let numbering = PhoneNumbering.shared
  #expect(numbering.callingCode(of: "442079460018") == "44")
  #expect(numbering.callingCode(of: "35312345678") == "353")
  #expect(numbering.isNational("2079460018", callingCode: "44"))
  #expect(!numbering.isNational("0079460018", callingCode: "44"))
}
