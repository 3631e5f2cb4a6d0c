/// Punycode, the ASCII form of an international label (RFC 3492).
enum Punycode {
  // RFC 3492, section 5.
  private static let base = 36
  private static let smallest = 1
  private static let largest = 26
  private static let skew = 38
  private static let damp = 700
  private static let firstBias = 72
  private static let firstScalar = 0x80
  /// The longest label worth coding, in code points or bytes: both directions take quadratic time, and DNS
  /// stops at 63.
  static let longestLabel = 1_000

  /// Returns the label's ASCII form without `xn--`; nil where it is too long or a number grows beyond 32
  /// bits.
  static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
    guard label.count <= longestLabel else { return nil }
    var output = label.filter(\.isASCII).map { UInt8($0.value) }
    let basic = output.count
    if basic > 0 { output.append(.hyphen) }
    var (scalar, delta, bias, done) = (firstScalar, 0, firstBias, basic)
    while done < label.count {
      guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else { return nil }
      delta += (next - scalar) * (done + 1)
      if delta > Int(Int32.max) { return nil }
      scalar = next
      for member in label {
        if member.value < scalar { delta += 1 }
        guard member.value == scalar else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapt(delta, count: done + 1, isFirst: done == basic)
        delta = 0
        done += 1
      }
      delta += 1
      scalar += 1
    }
    return output
  }

  /// Returns the label that `text`, without `xn--`, stands for; nil where it stands for none.
  static func decode(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    guard text.count <= longestLabel, text.allSatisfy({ $0 < 0x80 }) else { return nil }
    let hyphen = text.lastIndex(of: .hyphen)
    var output = text[..<(hyphen ?? text.startIndex)].map { Unicode.Scalar($0) }
    var digits = hyphen.map { text[($0 + 1)...] } ?? text
    var (scalar, index, bias, isFirst) = (firstScalar, 0, firstBias, true)
    while !digits.isEmpty {
      guard let delta = readNumber(&digits, bias: bias) else { return nil }
      let count = output.count + 1
      bias = adapt(delta, count: count, isFirst: isFirst)
      isFirst = false
      scalar += (index + delta) / count
      index = (index + delta) % count
      guard let next = UInt32(exactly: scalar).flatMap(Unicode.Scalar.init) else { return nil }
      output.insert(next, at: index)
      index += 1
    }
    return output
  }

  private static func threshold(_ place: Int, bias: Int) -> Int {
    min(max(place - bias, smallest), largest)
  }

  /// Appends a number in the generalised variable-length form of section 3.3.
  private static func append(_ number: Int, bias: Int, to output: inout [UInt8]) {
    var rest = number
    var place = base
    while true {
      let limit = threshold(place, bias: bias)
      if rest < limit { break }
      output.append(digit(limit + (rest - limit) % (base - limit)))
      rest = (rest - limit) / (base - limit)
      place += base
    }
    output.append(digit(rest))
  }

  private static func readNumber(_ digits: inout ArraySlice<UInt8>, bias: Int) -> Int? {
    var (number, weight, place) = (0, 1, base)
    while let byte = digits.popFirst() {
      guard let value = value(byte) else { return nil }
      number += value * weight
      let limit = threshold(place, bias: bias)
      if number > Int(Int32.max) { return nil }
      if value < limit { return number }
      weight *= base - limit
      if weight > Int(Int32.max) { return nil }
      place += base
    }
    return nil
  }

  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / damp : delta / 2
    rest += rest / count
    var steps = 0
    while rest > (base - smallest) * largest / 2 {
      rest /= base - smallest
      steps += base
    }
    return steps + (base - smallest + 1) * rest / (rest + skew)
  }

  /// a to z are 0 to 25, 0 to 9 are 26 to 35.
  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

  private static func value(_ byte: UInt8) -> Int? {
    if byte.isASCIILetter { return Int(byte.lowercased) - 0x61 }
    return byte.isASCIIDigit ? Int(byte) - 0x30 + 26 : nil
  }
}
