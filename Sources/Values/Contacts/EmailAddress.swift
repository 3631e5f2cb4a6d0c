/// Reads an e-mail address: `Ada <Ada@Example.org>`, `mailto:ada@example.org`.
///
/// - Returns: the address in small letters, since no mail service in use tells capitals apart; nil where it is none.
package func readEmailAddress(_ text: String) -> String? {
  var bytes = Array(text.utf8)[...]
  if let open = bytes.lastIndex(of: 0x3C), let close = bytes[open...].firstIndex(of: 0x3E) {
    bytes = bytes[(open + 1)..<close]
  }
  bytes = Array(trimmedASCII(String(decoding: bytes, as: UTF8.self)).utf8)[...]
  if bytes.count > 7, String(decoding: bytes.prefix(7), as: UTF8.self).lowercased() == "mailto:" {
    bytes = bytes.dropFirst(7).prefix { $0 != 0x3F }
  }
  while let last = bytes.last, [0x2E, 0x2C, 0x3B].contains(last) { bytes = bytes.dropLast() }
  guard let at = bytes.firstIndex(of: 0x40), EmailShape.localStart(bytes, at) == bytes.startIndex,
    EmailShape.domainEnd(bytes, at) == bytes.endIndex
  else { return nil }
  return String(decoding: bytes, as: UTF8.self).lowercased()
}

/// The shape of an e-mail address around its `@` (RFC 5321 without quoted local parts and address literals).
enum EmailShape {
  /// Where the local part before an `@` begins; nil where there is none that is allowed.
  static func localStart(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
    var start = at
    while start > bytes.startIndex, isLocal(bytes[start - 1]), at - start < 65 { start -= 1 }
    guard start < at, at - start <= 64, bytes[start] != 0x2E, bytes[at - 1] != 0x2E else { return nil }
    for index in start..<at - 1 where bytes[index] == 0x2E && bytes[index + 1] == 0x2E { return nil }
    return start
  }

  /// Where the domain behind an `@` ends, with a known top-level domain; nil where there is none.
  static func domainEnd(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
    var end = at + 1
    while end < bytes.endIndex, isDomain(bytes[end]) { end += 1 }
    while end > at + 1, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    guard end < bytes.endIndex else { return DomainShape.isDomain(bytes[(at + 1)..<end]) ? end : nil }
    let next = bytes[end]
    // `_` and `@` behind it say that this is something else.
    guard next != 0x5F, next != 0x40, DomainShape.isDomain(bytes[(at + 1)..<end]) else { return nil }
    return end
  }

  /// Letters beyond ASCII are left out: in running text they part words.
  private static func isLocal(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x2E || byte == 0x2D
  }
}

/// The shape of a domain's name.
enum DomainShape {
  /// Whether it is two or more labels of letters, digits and inner hyphens, the last a known top-level domain.
  static func isDomain(_ bytes: ArraySlice<UInt8>, allowsHyphenAtEnd: Bool = false) -> Bool {
    guard bytes.count <= 253 else { return false }
    let labels = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, isTopLevel(last) else { return false }
    return labels.allSatisfy { label in
      guard let first = label.first, let end = label.last, label.count <= 63 else { return false }
      guard first != 0x2D, allowsHyphenAtEnd || end != 0x2D else { return false }
      return label.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x2D }
    }
  }

  /// Whether letters are a top-level domain, by IANA's list or reserved for examples and tests (RFC 2606); those beyond
  /// ASCII in their encoded form.
  static func isTopLevel(_ label: ArraySlice<UInt8>) -> Bool {
    guard label.count >= 2, label.count <= 63 else { return false }
    let small = String(decoding: label.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
    return topLevelDomains.contains(small) || reserved.contains(small)
      || small.hasPrefix("xn--") && small.utf8.count > 5
  }

  private static let reserved: Set = ["example", "test", "invalid", "localhost"]

  private static let topLevelDomains = Set(
    ContactData.topLevelDomains.split(whereSeparator: \.isWhitespace).map(String.init))
}
