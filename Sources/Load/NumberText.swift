/// Adds a whole number in decimal digits.
func append(_ number: Int64, to bytes: inout [UInt8]) {
  if number < 0 { bytes.append(UInt8(ascii: "-")) }
  append(digits: number.magnitude, to: &bytes)
}

/// Adds a double in the fewest digits that read back exactly, always with a point or an exponent: `1.0`, `0.1`, `1e+21`.
///
/// Most numbers in tables have few decimals. If n = x·10^k rounds to a whole number below 10^15 and n / 10^k is x
/// again, then the digits of n are the fewest: texts of up to 15 digits all stand for different doubles (DBL_DIG).
func append(_ number: Double, to bytes: inout [UInt8]) {
  let magnitude = number.magnitude
  guard magnitude < 1e15, number != 0 else { return append(seldom: number, to: &bytes) }
  var power = 1.0
  for decimals in 0...6 {
    let scaled = (magnitude * power).rounded()
    guard scaled < 1e15 else { break }
    if scaled / power == magnitude {
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      append(UInt64(scaled), decimals: decimals, to: &bytes)
      return
    }
    power *= 10
  }
  append(seldom: number, to: &bytes)
}

private func append(seldom number: Double, to bytes: inout [UInt8]) { bytes += number.description.utf8 }

/// Adds a number whose last `decimals` digits stand behind the point.
private func append(_ number: UInt64, decimals: Int, to bytes: inout [UInt8]) {
  guard decimals > 0 else {
    append(digits: number, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0"))
    return
  }
  var power: UInt64 = 1
  for _ in 0..<decimals { power *= 10 }
  append(digits: number / power, to: &bytes)
  bytes.append(UInt8(ascii: "."))
  var rest = number % power
  while power > 1 {
    power /= 10
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
    rest %= power
  }
}

private func append(digits number: UInt64, to bytes: inout [UInt8]) {
  guard number >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
  // From the last digits on, in a row on the stack; 20 digits hold every number.
  var digits: InlineArray<20, UInt8> = .init(repeating: 48)
  var start = 20
  var rest = number
  while rest >= 10 {
    let pair = Int(rest % 100)
    rest /= 100
    start -= 2
    digits[start] = UInt8(truncatingIfNeeded: 48 + pair / 10)
    digits[start + 1] = UInt8(truncatingIfNeeded: 48 + pair % 10)
  }
  if rest > 0 {
    start -= 1
    digits[start] = 48 + UInt8(truncatingIfNeeded: rest)
  }
  for place in start..<20 { bytes.append(digits[place]) }
}
