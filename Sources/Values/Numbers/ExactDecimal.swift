/// An exact decimal number of up to 38 digits: `mantissa` times ten to the power of `exponent`.
///
/// Amounts never pass through binary floating point. The mantissa ends in no zero unless the number is 0, so equal
/// numbers are equal values.
package struct ExactDecimal: Hashable, Sendable {
  /// The digits with the sign, as a whole number.
  package let mantissa: Int128
  /// The power of ten; between -60 and 60.
  package let exponent: Int

  /// The number 0.
  package static let zero = ExactDecimal(0)
  /// The number 1.
  package static let one = ExactDecimal(1)

  /// A whole number.
  package init(_ number: Int) {
    self.init(stripping: Int128(number), exponent: 0)
  }

  /// A mantissa and a power of ten; nil where the power is beyond 60.
  package init?(mantissa: Int128, exponent: Int) {
    self.init(stripping: mantissa, exponent: exponent)
    if abs(self.exponent) > 60 { return nil }
  }

  /// Digits in ASCII before and behind the decimal sign; nil where there are none, more than 38, or another byte.
  package init?(whole: some Sequence<UInt8>, fraction: some Sequence<UInt8>) {
    var mantissa: Int128 = 0
    var exponent = 0
    var count = 0
    for (digits, shift) in [(Array(whole), 0), (Array(fraction), -1)] {
      for byte in digits {
        guard byte >= 48 && byte <= 57 else { return nil }
        let (product, tooLarge) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(Int128(byte - 48))
        if tooLarge || carried { return nil }
        mantissa = sum
        exponent += shift
        count += 1
      }
    }
    if count == 0 { return nil }
    self.init(mantissa: mantissa, exponent: exponent)
  }

  private init(stripping mantissa: Int128, exponent: Int) {
    var (mantissa, exponent) = (mantissa, mantissa == 0 ? 0 : exponent)
    while mantissa != 0 {
      let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: 10)
      if rest != 0 { break }
      mantissa = quotient
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Whether it has no digits behind the decimal sign.
  package var isWhole: Bool { exponent >= 0 }
  /// Whether it is below 0.
  package var isNegative: Bool { mantissa < 0 }
  /// The number with the other sign.
  package var negated: ExactDecimal { ExactDecimal(stripping: -mantissa, exponent: exponent) }
  /// The nearest number in binary floating point.
  package var double: Double { Double(description) ?? .nan }
  /// The number as an `Int`; nil where it isn't whole or too large.
  package var integer: Int? { isWhole ? aligned(to: 0).flatMap { Int(exactly: $0) } : nil }

  /// Ten to the power of `power` times the number; nil beyond the range.
  package func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
    ExactDecimal(mantissa: mantissa, exponent: exponent + power)
  }

  /// The sum; nil beyond 38 digits.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = min(exponent, other.exponent)
    guard let mine = aligned(to: common), let theirs = other.aligned(to: common) else { return nil }
    let (sum, overflow) = mine.addingReportingOverflow(theirs)
    return overflow ? nil : ExactDecimal(mantissa: sum, exponent: common)
  }

  /// The product; nil beyond 38 digits.
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : ExactDecimal(mantissa: product, exponent: exponent + other.exponent)
  }

  /// The quotient, exact where it has 15 significant digits or fewer, else rounded to 15 or 16; nil by 0.
  package func divided(by other: ExactDecimal) -> ExactDecimal? {
    if other.mantissa == 0 { return nil }
    var (dividend, power) = (mantissa, exponent - other.exponent)
    while dividend != 0, dividend.magnitude / other.mantissa.magnitude < 1_000_000_000_000_000 {
      let (product, overflow) = dividend.multipliedReportingOverflow(by: 10)
      if overflow { break }
      dividend = product
      power -= 1
    }
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: other.mantissa)
    let away: Int128 = (dividend < 0) == (other.mantissa < 0) ? 1 : -1
    let rounded = rest.magnitude >= other.mantissa.magnitude - rest.magnitude ? quotient + away : quotient
    return ExactDecimal(mantissa: rounded, exponent: power)
  }

  private func aligned(to power: Int) -> Int128? {
    var result = mantissa
    for _ in 0..<max(0, exponent - power) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard let difference = left.adding(right.negated) else { return left.double < right.double }
    return difference.isNegative
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The canonical form: a `-` where below 0, digits, and a point only before further digits, such as `1250.5`.
  package var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}
