/// The kinds of identifiers of works, people, goods and devices.
package enum IdentifierKind: String, Hashable, Sendable, CaseIterable {
  case doi, isbn, issn, orcid, gtin, patent, guid
  case ipAddress = "ip"
  case cardNumber = "card"
  case iban
  case nationalNumber = "national"
}

/// Reads an identifier of a kind and checks its digits.
///
/// The canonical form: a DOI in small letters without its resolver; an ISBN as thirteen digits; ISSN and ORCID in groups of
/// four; a GTIN as its digits; a patent as country, number and kind without spaces; a GUID as 8-4-4-4-12 small hexadecimal
/// digits; an IP address as RFC 5952 and dotted decimals have it.
///
/// - Parameter country: for national numbers, ISO 3166-1 alpha-2.
/// - Returns: nil where it isn't one, or its check fails.
package func readIdentifier(_ text: String, kind: IdentifierKind, country: String? = nil) -> String? {
  let trimmed = trimmedASCII(text)
  return switch kind {
  case .doi: readDOI(trimmed)
  case .isbn: readISBN(trimmed)
  case .issn: readISSN(trimmed)
  case .orcid: readORCID(trimmed)
  case .gtin: readGTIN(trimmed)
  case .patent: readPatentNumber(trimmed)
  case .guid: readGUID(trimmed)
  case .ipAddress: readIPAddress(trimmed)
  case .cardNumber: readCardNumber(trimmed)
  case .iban: readIBAN(trimmed)
  case .nationalNumber: country.flatMap { readNationalNumber(trimmed, country: $0) }
  }
}

/// Text without white space at its ends.
func trimmedASCII(_ text: String) -> String {
  let isSpace = { (byte: UInt8) in byte <= 0x20 }
  let tail = text.utf8.drop(while: isSpace)
  guard let last = tail.lastIndex(where: { !isSpace($0) }) else { return "" }
  return String(Substring(tail[...last]))
}

/// Text behind the first of these beginnings that it has, whatever the case.
private func behind(_ beginnings: [String], _ text: String) -> String {
  let small = text.lowercased()
  for beginning in beginnings where small.hasPrefix(beginning) {
    return trimmedASCII(String(text.dropFirst(beginning.count)))
  }
  return text
}

/// `10.`, a registrant of four to nine digits, and a suffix (ISO 26324).
private func readDOI(_ text: String) -> String? {
  let resolvers = [
    "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "https://www.doi.org/",
    "doi.org/",
    "doi:", "doi ", "info:doi/",
  ]
  var doi = behind(["doi:"], behind(resolvers, text)).lowercased()
  while let last = doi.last, ".,;)]".contains(last), !(last == ")" && doi.contains("(")) { doi.removeLast() }
  let parts = doi.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[1].isEmpty, parts[0].hasPrefix("10."), !doi.contains(where: \.isWhitespace) else {
    return nil
  }
  let registrant = parts[0].dropFirst(3)
  let head = registrant.prefix { $0 != "." }
  guard (4...9).contains(head.utf8.count), registrant.utf8.allSatisfy({ isASCIIDigit($0) || $0 == 0x2E }) else {
    return nil
  }
  return doi
}

/// Ten digits with a check modulo 11, or thirteen that begin with 978 or 979 (ISO 2108).
private func readISBN(_ text: String) -> String? {
  let bare = behind(["isbn-13:", "isbn-10:", "isbn-13", "isbn-10", "isbn:", "isbn"], text)
  guard let digits = compact(bare.utf8, dropping: [0x20, 0x2D])?.map(capital) else { return nil }
  if digits.count == 13 {
    let isBook = digits.starts(with: Array("978".utf8)) || digits.starts(with: Array("979".utf8))
    return isBook && CheckDigits.gs1(digits) ? String(decoding: digits, as: UTF8.self) : nil
  }
  guard digits.count == 10, isModulo11(digits) else { return nil }
  return withGS1Check(Array("978".utf8) + digits.dropLast())
}

/// Whether the digits weighed by n ... 2, 1 give a multiple of eleven, the last one perhaps `X` for ten: ISBN-10, ISSN.
private func isModulo11(_ digits: [UInt8]) -> Bool {
  guard let last = digits.last, let body = CheckDigits.digits(digits.dropLast()) else { return false }
  guard isASCIIDigit(last) || last == UInt8(ascii: "X") else { return false }
  let check = last == UInt8(ascii: "X") ? 10 : Int(last) - 48
  let sum = body.enumerated().reduce(0) { $0 + $1.element * (digits.count - $1.offset) }
  return (sum + check) % 11 == 0
}

/// Digits with the check digit of GS1 behind them.
private func withGS1Check(_ digits: [UInt8]) -> String? {
  (UInt8(48)...57).map { digits + [$0] }.first { CheckDigits.gs1($0) }.map { String(decoding: $0, as: UTF8.self) }
}

/// Eight digits with a check modulo 11 (ISO 3297), as `1234-5679`.
private func readISSN(_ text: String) -> String? {
  let bare = behind(["issn-l", "eissn", "e-issn", "issn:", "issn"], text)
  guard let digits = compact(bare.utf8, dropping: [0x20, 0x2D, 0x3A])?.map(capital), digits.count == 8,
    isModulo11(digits)
  else { return nil }
  return grouped(digits)
}

/// Sixteen digits with the check of ISO/IEC 7064 MOD 11-2, as `0000-0002-1825-0097`.
private func readORCID(_ text: String) -> String? {
  let bare = behind(["https://orcid.org/", "http://orcid.org/", "orcid.org/", "orcid:", "orcid id:", "orcid"], text)
  guard let digits = compact(bare.utf8, dropping: [0x20, 0x2D])?.map(capital), digits.count == 16,
    CheckDigits.mod11x2(digits)
  else { return nil }
  return grouped(digits)
}

/// In groups of four with hyphens between them.
private func grouped(_ digits: [UInt8]) -> String {
  stride(from: 0, to: digits.count, by: 4).map {
    String(decoding: digits[$0..<min($0 + 4, digits.count)], as: UTF8.self)
  }
  .joined(separator: "-")
}

/// 8, 12, 13 or 14 digits with the check of GS1.
private func readGTIN(_ text: String) -> String? {
  let bare = behind(["gtin:", "ean:", "upc:", "gtin", "ean", "upc"], text)
  guard let digits = compact(bare.utf8, dropping: [0x20, 0x2D]), [8, 12, 13, 14].contains(digits.count),
    Set(digits).count > 1, CheckDigits.gs1(digits)
  else { return nil }
  return String(decoding: digits, as: UTF8.self)
}

/// A country or office in two letters, a number, and perhaps a kind (WIPO ST.1 and ST.16): `US 10,123,456 B2`.
private func readPatentNumber(_ text: String) -> String? {
  guard let letters = compact(text.utf8, dropping: [0x20, 0x2C, 0x2E, 0x2F, 0x2D])?.map(capital), letters.count >= 6
  else {
    return nil
  }
  let office = letters.prefix(2)
  guard patentOffices.contains(String(decoding: office, as: UTF8.self)) else { return nil }
  var rest = letters.dropFirst(2)
  if rest.first.map(isASCIILetter) == true,
    [UInt8(ascii: "D"), UInt8(ascii: "H"), UInt8(ascii: "T")].contains(rest.first)
  {
    // Designs, registrations and defensive publications of the United States have a letter before the number.
    rest = rest.dropFirst()
  } else if rest.starts(with: Array("RE".utf8)) || rest.starts(with: Array("PP".utf8)) {
    rest = rest.dropFirst(2)
  }
  let number = rest.prefix(while: isASCIIDigit)
  let kind = rest.dropFirst(number.count)
  guard (5...13).contains(number.count), kind.count <= 2, kind.isEmpty || kind.first.map(isASCIILetter) == true,
    kind.dropFirst().allSatisfy(isASCIIDigit)
  else { return nil }
  return String(decoding: letters, as: UTF8.self)
}

/// The offices that grant or publish most patents, by WIPO's standard ST.3.
private let patentOffices = Set(
  """
  EP WO US JP CN KR TW HK GB DE DD FR IT ES PT NL BE LU CH AT SE DK NO FI IS IE PL CZ CS SK HU RO BG SI HR RS YU RU SU UA
  BY EE LV LT GR CY MT TR IL EG MA ZA AU NZ IN ID MY SG TH VN PH CA MX BR AR CL CO PE UY EA AP OA GC EM
  """.split(whereSeparator: \.isWhitespace).map(String.init))
