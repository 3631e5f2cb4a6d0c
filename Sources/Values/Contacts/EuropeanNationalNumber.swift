// The national numbers of Europe and Turkey: letters and digits in capitals, without spaces and signs.

/// Two letters, six digits, A to D (HMRC's NIM39110).
func isNationalInsurance(_ letters: [UInt8]) -> Bool {
  guard letters.count == 9, CheckDigits.digits(letters[2..<8]) != nil, (65...68).contains(letters[8]) else {
    return false
  }
  let prefix = String(decoding: letters[0..<2], as: UTF8.self)
  let refused = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]
  guard letters[0..<2].allSatisfy(isASCIILetter), !refused.contains(prefix) else { return false }
  return !"DFIQUV".utf8.contains(letters[0]) && !"DFIOQUV".utf8.contains(letters[1])
}

func isHealthService(_ letters: [UInt8]) -> Bool {
  letters.count == 10 && hasWeighedCheck(letters, [10, 9, 8, 7, 6, 5, 4, 3, 2]) { (11 - $0 % 11) % 11 }
}

/// A tax number (eleven digits, one of them twice or thrice) or a pension insurance number.
func isGerman(_ letters: [UInt8]) -> Bool {
  if letters.count == 11, letters[0] != 0x30, CheckDigits.mod11and10(letters) {
    let counts = Dictionary(grouping: letters.prefix(10)) { $0 }.mapValues(\.count)
    return counts.count == 8 || counts.count == 9
  }
  return isGermanPension(letters)
}

private func isGermanPension(_ letters: [UInt8]) -> Bool {
  guard letters.count == 12, isASCIILetter(letters[8]), let head = CheckDigits.digits(letters[0..<8]),
    let tail = CheckDigits.digits(letters[9..<12])
  else { return false }
  let initial = Int(letters[8]) - 64
  let digits = head + [initial / 10, initial % 10] + tail.prefix(2)
  let weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
  let total = zip(digits, weights).reduce(0) { sum, pair in
    let product = pair.0 * pair.1
    return sum + product / 10 + product % 10
  }
  return total % 10 == tail[2]
}

/// Thirteen digits and two of check modulo 97; Corsica's departments count as 19 and 18.
func isFrench(_ letters: [UInt8]) -> Bool {
  guard letters.count == 15, (0x31...0x38).contains(letters[0]) else { return false }
  var body = Array(letters.prefix(13))
  if body[5] == 0x32 && body[6] == 65 { body.replaceSubrange(5...6, with: [0x31, 0x39]) }
  if body[5] == 0x32 && body[6] == 66 { body.replaceSubrange(5...6, with: [0x31, 0x38]) }
  guard let value = decimalValue(body), let key = decimalValue(letters[13...]), let month = decimalValue(letters[3..<5])
  else {
    return false
  }
  return 97 - value % 97 == key && ((1...12).contains(month) || (20...42).contains(month) || month >= 50)
}

/// Eight digits and a letter; a foreigner's begins with X, Y or Z.
func isSpanish(_ letters: [UInt8]) -> Bool {
  guard letters.count == 9 else { return false }
  var body = Array(letters.prefix(8))
  if (88...90).contains(body[0]) { body[0] = body[0] - 88 + 48 }
  guard let value = decimalValue(body) else { return false }
  return Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[value % 23] == letters[8]
}

/// Sixteen letters and digits; those at odd places count by a table of the decree of 23 December 1976.
func isItalian(_ letters: [UInt8]) -> Bool {
  guard letters.count == 16, letters.prefix(6).allSatisfy(isASCIILetter), isASCIILetter(letters[15]) else {
    return false
  }
  let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  var sum = 0
  for (index, letter) in letters.prefix(15).enumerated() {
    let value = isASCIIDigit(letter) ? Int(letter) - 48 : Int(letter) - 65
    sum += index % 2 == 0 ? odd[value] : value
  }
  return sum % 26 == Int(letters[15]) - 65
}

func isBelgian(_ letters: [UInt8]) -> Bool {
  guard letters.count == 11, let body = decimalValue(letters.prefix(9)), let key = decimalValue(letters.suffix(2))
  else {
    return false
  }
  return 97 - body % 97 == key || 97 - (2_000_000_000 + body) % 97 == key
}

func isAustrian(_ letters: [UInt8]) -> Bool {
  guard letters.count == 10, letters[0] != 0x30, let digits = CheckDigits.digits(letters) else { return false }
  let weights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]
  return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == digits[3]
}

func isPortuguese(_ letters: [UInt8]) -> Bool {
  hasWeighedCheck(letters, [9, 8, 7, 6, 5, 4, 3, 2]) { $0 % 11 < 2 ? 0 : 11 - $0 % 11 }
}

/// The months of other centuries are raised by 20, 40, 60 or 80.
func hasPolishDate(_ letters: [UInt8]) -> Bool {
  guard let month = decimalValue(letters[2..<4]), let day = decimalValue(letters[4..<6]) else { return false }
  return (1...12).contains(month % 20) && (1...31).contains(day)
}

func isCzech(_ letters: [UInt8]) -> Bool {
  guard letters.count == 10, let value = decimalValue(letters), let month = decimalValue(letters[2..<4]) else {
    return false
  }
  return value % 11 == 0 && [0, 20, 50, 70].contains { (1...12).contains(month - $0) }
}

func isRomanian(_ letters: [UInt8]) -> Bool {
  letters.count == 13 && letters[0] != 0x30
    && hasWeighedCheck(letters, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) { $0 % 11 == 10 ? 1 : $0 % 11 }
    && isDayOfMonth(day: letters[5..<7], month: letters[3..<5])
}

func isSwedish(_ letters: [UInt8]) -> Bool {
  let short = letters.count == 12 ? Array(letters.suffix(10)) : letters
  guard short.count == 10, let month = decimalValue(short[2..<4]), let day = decimalValue(short[4..<6]) else {
    return false
  }
  // A number given to someone who isn't registered raises the day by 60.
  return CheckDigits.luhn(short) && (1...12).contains(month) && ((1...31).contains(day) || (61...91).contains(day))
}

func isNorwegian(_ letters: [UInt8]) -> Bool {
  guard letters.count == 11, let digits = CheckDigits.digits(letters) else { return false }
  let first = zip(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  let second = zip(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  return first % 11 == 0 && second % 11 == 0 && digits.contains { $0 != 0 }
}

/// Two rounds of weights modulo 11, of Estonia and Lithuania.
func isBaltic(_ letters: [UInt8]) -> Bool {
  guard letters.count == 11, (0x31...0x38).contains(letters[0]), let digits = CheckDigits.digits(letters) else {
    return false
  }
  let first = zip(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 11
  let second = zip(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]).reduce(0) { $0 + $1.0 * $1.1 } % 11
  return digits[10] == (first < 10 ? first : second % 10) && isDayOfMonth(day: letters[5..<7], month: letters[3..<5])
}

/// Seven digits and a letter, since 2013 a second one that counts nine times.
func isIrish(_ letters: [UInt8]) -> Bool {
  guard letters.count == 8 || letters.count == 9,
    let body = CheckDigits.weighed(letters.prefix(7), [8, 7, 6, 5, 4, 3, 2])
  else {
    return false
  }
  let second = letters.count == 9 ? letters[8] : 0
  let extra = second == 87 ? 0 : second == 0 ? 0 : (Int(second) - 64) * 9
  return (65...73).contains(second) || second == 87 || second == 0
    ? Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[(body + extra) % 23] == letters[7] : false
}

func isTurkish(_ letters: [UInt8]) -> Bool {
  guard letters.count == 11, letters[0] != 0x30, let digits = CheckDigits.digits(letters) else { return false }
  let odd = stride(from: 0, to: 9, by: 2).reduce(0) { $0 + digits[$1] }
  let even = stride(from: 1, to: 8, by: 2).reduce(0) { $0 + digits[$1] }
  return (odd * 7 - even + 100) % 10 == digits[9] && digits.prefix(10).reduce(0, +) % 10 == digits[10]
}

/// The date, a sign for the century, three digits and a check sign modulo 31.
func isFinnish(_ letters: [UInt8]) -> Bool {
  guard letters.count == 11, "+-YXWVUABCDEF".utf8.contains(letters[6]),
    let value = decimalValue(letters[0..<6] + letters[7..<10]),
    isDayOfMonth(day: letters[0..<2], month: letters[2..<4])
  else { return false }
  return Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)[value % 31] == letters[10]
}
