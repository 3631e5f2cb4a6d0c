/// Reads the number of a payment card: 12 to 19 digits that begin as a card network's do, with Luhn's check.
///
/// Spaces and hyphens between the digits are left out.
///
/// - Returns: the digits; nil where it is no such number.
package func readCardNumber(_ text: String) -> String? {
  guard let digits = compact(text.utf8, dropping: [0x20, 0x2D]), isCardNumber(digits) else { return nil }
  return String(decoding: digits, as: UTF8.self)
}

/// Whether ASCII digits are the number of a payment card (ISO/IEC 7812): length and first digits of a network, Luhn's
/// check, and not one digit throughout.
func isCardNumber(_ digits: [UInt8]) -> Bool {
  guard (12...19).contains(digits.count), Set(digits).count > 1 else { return false }
  guard let head = CheckDigits.digits(digits.prefix(4)), head.count == 4 else { return false }
  let four = head.reduce(0) { $0 * 10 + $1 }
  return lengths(ofCard: four).contains(digits.count) && CheckDigits.luhn(digits)
}

/// How many digits the cards have that begin with these four.
private func lengths(ofCard four: Int) -> [Int] {
  switch four {
  case 3400...3499, 3700...3799: [15]
  case 3000...3059, 3600...3699, 3800...3999: [14, 16]
  case 3528...3589: [16, 19]
  case 4000...4999: [13, 16, 19]
  case 5100...5599, 2221...2720: [16]
  case 6200...6299: [16, 17, 18, 19]
  case 6011, 6440...6599: [16, 19]
  case 5000...5099, 5600...5999, 6000...6999: [12, 13, 14, 15, 16, 17, 18, 19]
  case 2200...2204: [16]
  default: []
  }
}

/// Reads an international bank account number: the country's length, the check modulo 97 (ISO 13616).
///
/// - Returns: without spaces, in capitals; nil where it is none.
package func readIBAN(_ text: String) -> String? {
  guard var letters = compact(text.utf8, dropping: [0x20, 0x2D]) else { return nil }
  letters = letters.map(capital)
  if letters.starts(with: Array("IBAN".utf8)) { letters.removeFirst(4) }
  return isIBAN(letters) ? String(decoding: letters, as: UTF8.self) : nil
}

/// Whether ASCII capitals and digits are an IBAN.
func isIBAN(_ letters: [UInt8]) -> Bool {
  guard letters.count >= 15, let length = ibanLengths[String(decoding: letters.prefix(2), as: UTF8.self)],
    letters.count == length
  else { return false }
  return CheckDigits.remainderBy97(Array(letters.dropFirst(4)) + letters.prefix(4)) == 1
}

/// The lengths by country, from SWIFT's IBAN registry.
private let ibanLengths: [String: Int] = {
  let table = """
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18
    FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20
    LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24
    SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
    """
  var lengths: [String: Int] = [:]
  for entry in table.split(whereSeparator: \.isWhitespace) {
    lengths[String(entry.prefix(2))] = Int(entry.dropFirst(2))
  }
  return lengths
}()

/// ASCII letters and digits without the signs that may stand between them; nil where there is any other sign.
func compact(_ text: some Sequence<UInt8>, dropping signs: Set<UInt8>) -> [UInt8]? {
  var kept: [UInt8] = []
  for byte in text where !signs.contains(byte) {
    guard isASCIILetter(byte) || isASCIIDigit(byte) else { return nil }
    kept.append(byte)
  }
  return kept
}

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 97 && byte | 0x20 <= 122 }

/// An ASCII letter as a capital; any other byte as it is.
@inline(__always)
func capital(_ byte: UInt8) -> UInt8 { byte >= 97 && byte <= 122 ? byte - 32 : byte }
