/// IPv4 addresses as the standard reads them: one to four numbers, decimal, octal (`0…`) or hexadecimal
/// (`0x…`).
enum IPv4 {
  /// Whether a domain's last label is a number, so that it is an IPv4 address or nothing.
  static func isMeant(by domain: [UInt8]) -> Bool {
    var labels = domain[...]
    if labels.last == .dot { labels.removeLast() }
    let start = labels.lastIndex(of: .dot).map { $0 + 1 } ?? labels.startIndex
    let last = labels[start...]
    guard let first = last.first, first.isASCIIDigit else { return false }
    return last.allSatisfy(\.isASCIIDigit) || number(last) != nil
  }

  /// Returns the address in dotted decimal form.
  static func parse(_ text: [UInt8]) throws(Malformed) -> [UInt8] {
    var parts = text.split(separator: .dot, omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count, numbers.count <= 4, let last = numbers.last,
      numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << (8 * UInt64(5 - numbers.count))
    else { throw Malformed() }
    var address = last
    for (index, value) in numbers.dropLast().enumerated() { address += value << (8 * UInt64(3 - index)) }
    return serialize(UInt32(address))
  }

  static func serialize(_ address: UInt32) -> [UInt8] {
    let parts = [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }
    return Array(parts.joined(separator: ".").utf8)
  }

  /// A part's value, held at 2^32 where it is larger; nil where it is no number.
  private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
    guard let first = part.first else { return nil }
    if first == UInt8(ascii: "0"), part.count > 1 {
      let isHex = part[part.startIndex + 1].lowercased == UInt8(ascii: "x")
      return isHex ? number(part.dropFirst(2), radix: 16) : number(part.dropFirst(), radix: 8)
    }
    return number(part, radix: 10)
  }

  private static func number(_ digits: ArraySlice<UInt8>, radix: UInt8) -> UInt64? {
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = byte.hexValue, digit < radix else { return nil }
      value = min(value * UInt64(radix) + UInt64(digit), 1 << 32)
    }
    return value
  }
}
