/// The check digits of identifiers. All take the ASCII digits 0 to 9, some with an `X`; anything else fails.
enum CheckDigits {
  /// The values of ASCII digits; nil where there is anything else.
  static func digits(_ text: some Sequence<UInt8>) -> [Int]? {
    var digits: [Int] = []
    for byte in text {
      guard byte >= 48 && byte <= 57 else { return nil }
      digits.append(Int(byte) - 48)
    }
    return digits
  }

  /// Luhn's sum (ISO/IEC 7812-1, annex B): every second digit from the right is doubled, its digits added.
  static func luhn(_ text: some Sequence<UInt8>) -> Bool {
    guard let digits = digits(text), !digits.isEmpty else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 0 ? digit : digit * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Whether the digits weighed by position, from the right 1, 3, 1, 3 ..., give a multiple of ten (GS1).
  static func gs1(_ text: some Sequence<UInt8>) -> Bool {
    guard let digits = digits(text), !digits.isEmpty else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return sum % 10 == 0
  }

  /// The sum of digits times weights; nil where there are other signs or not as many as weights.
  static func weighed(_ text: some Sequence<UInt8>, _ weights: [Int]) -> Int? {
    guard let digits = digits(text), digits.count >= weights.count else { return nil }
    return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The check of ISO/IEC 7064 MOD 11-2, whose last sign may be `X`: ORCID, ISNI, Chinese resident numbers.
  static func mod11x2(_ text: some Collection<UInt8>) -> Bool {
    guard let digits = digits(text.dropLast()), let last = text.suffix(1).first else { return false }
    let total = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    let check = (12 - total % 11) % 11
    return last == (check == 10 ? UInt8(ascii: "X") : UInt8(48 + check))
  }

  /// The check of ISO/IEC 7064 MOD 11,10: the German tax number.
  static func mod11and10(_ text: some Collection<UInt8>) -> Bool {
    guard let digits = digits(text), let last = digits.last else { return false }
    var product = 10
    for digit in digits.dropLast() {
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == last
  }

  /// The remainder by 97 of a number written with digits and letters, A as 10 to Z as 35 (ISO 7064 MOD 97-10); nil for other
  /// signs.
  static func remainderBy97(_ text: some Sequence<UInt8>) -> Int? {
    var remainder = 0
    for byte in text {
      switch byte {
      case 48...57: remainder = (remainder * 10 + Int(byte) - 48) % 97
      case 65...90: remainder = (remainder * 100 + Int(byte) - 55) % 97
      default: return nil
      }
    }
    return remainder
  }

  /// Verhoeff's check over the dihedral group of order ten (J. Verhoeff, Error detecting decimal codes, 1969).
  static func verhoeff(_ text: some Sequence<UInt8>) -> Bool {
    guard let digits = digits(text), !digits.isEmpty else { return false }
    var check = 0
    for (place, digit) in digits.reversed().enumerated() {
      check = product(check, permuted(digit, place % 8))
    }
    return check == 0
  }

  /// The product in the dihedral group: rotations 0 to 4, reflections 5 to 9.
  private static func product(_ one: Int, _ other: Int) -> Int {
    switch (one < 5, other < 5) {
    case (true, true): (one + other) % 5
    case (true, false): (one + other - 5) % 5 + 5
    case (false, true): (one - 5 - other + 5) % 5 + 5
    case (false, false): (one - other + 5) % 5
    }
  }

  private static func permuted(_ digit: Int, _ times: Int) -> Int {
    let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    var digit = digit
    for _ in 0..<times { digit = permutation[digit] }
    return digit
  }
}
