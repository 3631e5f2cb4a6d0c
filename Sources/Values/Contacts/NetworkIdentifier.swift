import WebAddress

/// Reads an IP address of either version.
///
/// - Returns: dotted decimals without leading zeros, or the shortest form of RFC 5952; nil where it is none.
package func readIPAddress(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  if bytes.contains(0x3A) {
    let bare = bytes.first == 0x5B && bytes.last == 0x5D ? Array(bytes.dropFirst().dropLast()) : bytes
    return canonicalIPv6(bare[...])
  }
  return canonicalIPv4(bytes[...])
}

/// Four decimals of at most 255 with points between them, read as decimals whatever zeros they begin with.
func canonicalIPv4(_ bytes: ArraySlice<UInt8>) -> String? {
  let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
  guard parts.count == 4 else { return nil }
  var numbers: [String] = []
  for part in parts {
    guard (1...3).contains(part.count), let digits = CheckDigits.digits(part) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    guard number <= 255 else { return nil }
    numbers.append(String(number))
  }
  return numbers.joined(separator: ".")
}

/// Up to eight groups of four hexadecimal digits, one run of zeros perhaps as `::`.
func canonicalIPv6(_ bytes: ArraySlice<UInt8>) -> String? {
  guard bytes.count <= 45, bytes.allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }) else { return nil }
  let text = String(decoding: bytes, as: UTF8.self)
  guard let host = Address(parsing: "http://[\(text)]/")?.host else { return nil }
  return String(host.dropFirst().dropLast())
}

/// Reads a GUID: 32 hexadecimal digits, plain or as 8-4-4-4-12, perhaps in braces or as a URN.
///
/// - Returns: as 8-4-4-4-12 in small letters; nil where it is none.
package func readGUID(_ text: String) -> String? {
  var small = text.lowercased()
  if small.hasPrefix("urn:uuid:") { small.removeFirst(9) }
  for (open, close) in [("{", "}"), ("%7b", "%7d"), ("x'", "'"), ("(", ")")] where small.hasPrefix(open) {
    guard small.hasSuffix(close) else { return nil }
    small = String(small.dropFirst(open.count).dropLast(close.count))
  }
  let bytes = Array(small.utf8)
  let digits = bytes.filter { $0 != 0x2D }
  guard digits.count == 32, digits.allSatisfy(isHexadecimal) else { return nil }
  let hyphens = bytes.indices.filter { bytes[$0] == 0x2D }
  guard hyphens.isEmpty || hyphens == [8, 13, 18, 23] else { return nil }
  return canonicalGUID(digits)
}

/// 32 hexadecimal digits as 8-4-4-4-12 in small letters.
func canonicalGUID(_ digits: [UInt8]) -> String {
  var text: [UInt8] = []
  for (index, digit) in digits.enumerated() {
    if [8, 12, 16, 20].contains(index) { text.append(0x2D) }
    text.append(digit >= 65 && digit <= 70 ? digit | 0x20 : digit)
  }
  return String(decoding: text, as: UTF8.self)
}

@inline(__always)
func isHexadecimal(_ byte: UInt8) -> Bool { isASCIIDigit(byte) || (byte | 0x20 >= 97 && byte | 0x20 <= 102) }
