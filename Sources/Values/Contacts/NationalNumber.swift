/// Reads the number by which a country knows a person, and checks its digits.
///
/// Known: AT, AU, BE, BG, BR, CA, CH, CL, CN, CZ, DE, DK, EE, ES, FI, FR, GB, HR, IE, IN, IT, LT, MX, NL, NO, PL, PT, RO, SE, SK, TR, US, ZA.
///
/// - Parameter country: ISO 3166-1 alpha-2.
/// - Returns: letters and digits without spaces and signs, letters in capitals; nil for an unknown country, another shape or a
///   failed check.
package func readNationalNumber(_ text: String, country: String) -> String? {
  // A Finnish number's sign tells the century.
  let signs: Set<UInt8> = country == "FI" ? [0x20] : [0x20, 0x2D, 0x2E, 0x2F]
  if country == "FI" { return isFinnish(Array(text.uppercased().utf8)) ? text.uppercased() : nil }
  guard let letters = compact(text.utf8, dropping: signs)?.map(capital), isNationalNumber(letters, country) else {
    return nil
  }
  return String(decoding: letters, as: UTF8.self)
}

private func isNationalNumber(_ letters: [UInt8], _ country: String) -> Bool {
  switch country {
  case "US": isAmerican(letters)
  case "GB": isNationalInsurance(letters) || isHealthService(letters)
  case "CA": letters.count == 9 && letters[0] != 0x30 && letters[0] != 0x38 && CheckDigits.luhn(letters)
  case "DE": isGerman(letters)
  case "FR": isFrench(letters)
  case "ES": isSpanish(letters)
  case "IT": isItalian(letters)
  case "NL":
    letters.count == 9 && weighedRemainder(letters, [9, 8, 7, 6, 5, 4, 3, 2, -1], by: 11) == 0
      && letters.contains { $0 != 0x30 }
  case "BE": isBelgian(letters)
  case "AT": isAustrian(letters)
  case "CH": letters.count == 13 && letters.starts(with: Array("756".utf8)) && CheckDigits.gs1(letters)
  case "PT": letters.count == 9 && isPortuguese(letters)
  case "PL":
    letters.count == 11 && weighedRemainder(letters, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1], by: 10) == 0
      && hasPolishDate(letters)
  case "CZ", "SK": isCzech(letters)
  case "RO": isRomanian(letters)
  case "BG": letters.count == 10 && hasWeighedCheck(letters, [2, 4, 8, 5, 10, 9, 7, 3, 6]) { $0 % 11 % 10 }
  case "HR": letters.count == 11 && CheckDigits.mod11and10(letters)
  case "SE": isSwedish(letters)
  case "NO": isNorwegian(letters)
  case "DK": letters.count == 10 && isDayOfMonth(day: letters[0..<2], month: letters[2..<4])
  case "EE", "LT": isBaltic(letters)
  case "IE": isIrish(letters)
  case "TR": isTurkish(letters)
  case "BR": isBrazilian(letters)
  case "CL": isChilean(letters)
  case "MX": isMexican(letters)
  case "IN": letters.count == 12 && letters[0] > 0x31 && CheckDigits.verhoeff(letters)
  case "CN":
    letters.count == 18 && CheckDigits.mod11x2(letters) && isDayOfMonth(day: letters[12..<14], month: letters[10..<12])
  case "AU":
    letters.count == 9 && weighedRemainder(letters, [1, 4, 3, 7, 5, 8, 6, 9, 10], by: 11) == 0
      && letters.contains { $0 != 0x30 }
  case "ZA":
    letters.count == 13 && CheckDigits.luhn(letters) && isDayOfMonth(day: letters[4..<6], month: letters[2..<4])
  default: false
  }
}

/// The weighed sum's remainder; -1 where there are signs other than digits or not as many.
func weighedRemainder(_ letters: [UInt8], _ weights: [Int], by modulus: Int) -> Int {
  guard letters.count == weights.count, let sum = CheckDigits.weighed(letters, weights) else { return -1 }
  return sum % modulus
}

/// Whether the digit behind the weighed ones is what the rule makes of their sum.
func hasWeighedCheck(_ letters: [UInt8], _ weights: [Int], _ rule: (Int) -> Int) -> Bool {
  guard letters.count > weights.count, let sum = CheckDigits.weighed(letters, weights) else { return false }
  return Int(letters[weights.count]) - 48 == rule(sum)
}

func decimalValue(_ letters: some Sequence<UInt8>) -> Int? {
  CheckDigits.digits(letters)?.reduce(0) { $0 * 10 + $1 }
}

func isDayOfMonth(day: ArraySlice<UInt8>, month: ArraySlice<UInt8>) -> Bool {
  guard let day = decimalValue(day), let month = decimalValue(month) else { return false }
  return (1...31).contains(day) && (1...12).contains(month)
}

/// A Social Security number: no check digit, but areas, groups and serials that were never given out.
private func isAmerican(_ letters: [UInt8]) -> Bool {
  guard letters.count == 9, let area = decimalValue(letters[0..<3]), let group = decimalValue(letters[3..<5]),
    let serial = decimalValue(letters[5...])
  else { return false }
  return area != 0 && area != 666 && area < 900 && group != 0 && serial != 0
}

/// A person's CPF of eleven digits or a company's CNPJ of fourteen.
private func isBrazilian(_ letters: [UInt8]) -> Bool {
  guard Set(letters).count > 1 else { return false }
  let rule = { (sum: Int) in sum % 11 < 2 ? 0 : 11 - sum % 11 }
  if letters.count == 11 {
    return hasWeighedCheck(letters, Array((2...10).reversed()), rule)
      && hasWeighedCheck(letters, Array((2...11).reversed()), rule)
  }
  let weights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  return letters.count == 14 && hasWeighedCheck(letters, weights, rule) && hasWeighedCheck(letters, [6] + weights, rule)
}

private func isChilean(_ letters: [UInt8]) -> Bool {
  guard letters.count == 8 || letters.count == 9, let digits = CheckDigits.digits(letters.dropLast()) else {
    return false
  }
  let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 6 + 2) }
  let key = (11 - sum % 11) % 11
  return letters.last == (key == 10 ? UInt8(ascii: "K") : UInt8(48 + key))
}

/// A CURP: eighteen letters and digits, weighed from 18 down by their place in 0-9 A-Z with the letter N with tilde.
private func isMexican(_ letters: [UInt8]) -> Bool {
  guard letters.count == 18, letters.prefix(4).allSatisfy(isASCIILetter), CheckDigits.digits(letters[4..<10]) != nil
  else {
    return false
  }
  var sum = 0
  for (index, letter) in letters.prefix(17).enumerated() {
    let value = isASCIIDigit(letter) ? Int(letter) - 48 : Int(letter) - 55 + (letter > UInt8(ascii: "N") ? 1 : 0)
    sum += value * (18 - index)
  }
  return (10 - sum % 10) % 10 == Int(letters[17]) - 48
}
