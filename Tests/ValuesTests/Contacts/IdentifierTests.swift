import Testing

@testable import Values

@Test(
  arguments: [
    (.doi, "https://doi.org/10.1000/XYZ123", "10.1000/xyz123"), (.doi, "doi:10.1000/182.", "10.1000/182"),
    (.isbn, "0-306-40615-2", "9780306406157"), (.isbn, "ISBN 978-0-306-40615-7", "9780306406157"),
    (.isbn, "0-8044-2957-X", "9780804429573"), (.issn, "2049-3630", "2049-3630"),
    (.orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    (.orcid, "000000021694233x", "0000-0002-1694-233X"),
    (.gtin, "4006381333931", "4006381333931"), (.gtin, "0 36000 29145 2", "036000291452"),
    (.patent, "US 10,123,456 B2", "US10123456B2"), (.patent, "EP 1 234 567 A1", "EP1234567A1"),
    (.guid, "{123E4567-E89B-12D3-A456-426655440000}", "123e4567-e89b-12d3-a456-426655440000"),
    (.ipAddress, "192.168.001.001", "192.168.1.1"), (.ipAddress, "2001:0DB8::0001", "2001:db8::1"),
    (.cardNumber, "4111 1111 1111 1111", "4111111111111111"),
    (.iban, "gb82 west 1234 5698 7654 32", "GB82WEST12345698765432"),
  ] as [(IdentifierKind, String, String)])
func `reads an identifier in its canonical form`(kind: IdentifierKind, text: String, expected: String) {
  #expect(readIdentifier(text, kind: kind) == expected)
}

@Test(
  arguments: [
    (.doi, "10.1/abc"), (.doi, "11.1000/abc"), (.isbn, "978-0-306-40615-8"), (.isbn, "0-306-40615-3"),
    (.issn, "2049-3631"),
    (.orcid, "0000-0002-1694-2330"), (.gtin, "4006381333932"), (.gtin, "00000000"), (.patent, "hello"),
    (.guid, "123e4567e89b12d3a45642665544000"), (.guid, "{123e4567-e89b-12d3-a456-426655440000"),
    (.ipAddress, "256.1.1.1"), (.ipAddress, "1::2::3"), (.cardNumber, "4111 1111 1111 1112"),
    (.cardNumber, "0000 0000 0000 0000"),
    (.iban, "DE89 3704 0044 0532 0130 01"), (.iban, "DE89 3704 0044 0532 0130"),
  ] as [(IdentifierKind, String)])
func `refuses an identifier whose check fails`(kind: IdentifierKind, text: String) {
  #expect(readIdentifier(text, kind: kind) == nil)
}
