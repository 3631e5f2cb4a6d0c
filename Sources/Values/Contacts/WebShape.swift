/// The shape of web addresses in running text.
enum WebShape {
  private static let schemes: Set<String> = ["http", "https", "ftp", "ftps", "sftp", "ws", "wss"]

  /// The address whose scheme ends at a colon with two slashes behind it; nil where scheme or host is none.
  static func address(_ bytes: [UInt8], schemeEnd colon: Int) -> Range<Int>? {
    var start = colon
    while start > 0, isASCIILetter(bytes[start - 1]), colon - start < 8 { start -= 1 }
    guard schemes.contains(String(decoding: bytes[start..<colon], as: UTF8.self).lowercased()) else { return nil }
    let hostStart = colon + 3
    guard let hostEnd = host(bytes, hostStart) else { return nil }
    return start..<end(bytes, from: hostEnd, start: start)
  }

  /// Where the host ends that begins here; nil where it is neither a domain, `localhost` nor an IP address.
  private static func host(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, !isHostEnd(bytes[index]) { index += 1 }
    let at = bytes[start..<index].lastIndex(of: 0x40).map { $0 + 1 } ?? start
    var host = bytes[at..<index]
    if host.first == 0x5B { return index }
    if let colon = host.firstIndex(of: 0x3A) { host = host[..<colon] }
    while let last = host.last,
      last == 0x2E || last == 0x2C || last == 0x29 || last == 0x27 || last == 0x21 || last == 0x3B
    { host = host.dropLast() }
    guard !host.isEmpty else { return nil }
    if String(decoding: host, as: UTF8.self).lowercased() == "localhost" || canonicalIPv4(host) != nil {
      return max(at, index)
    }
    let plain = host.contains { $0 >= 0x80 } ? host.map { $0 >= 0x80 ? UInt8(ascii: "a") : $0 }[...] : host
    return DomainShape.isDomain(plain, allowsHyphenAtEnd: true) || hasForeignTopLevel(host) ? index : nil
  }

  private static func hasForeignTopLevel(_ host: ArraySlice<UInt8>) -> Bool {
    guard let last = host.split(separator: 0x2E).last else { return false }
    return last.count < host.count && last.allSatisfy { $0 >= 0x80 }
  }

  private static func isHostEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "/?#\"<>\\^`{|}".utf8.contains(byte)
  }

  /// A domain without a scheme around a point, with what follows it; nil where it is more likely something else: a file, a
  /// sentence without a space, a number.
  static func bareDomain(_ bytes: [UInt8], around point: Int) -> Range<Int>? {
    var start = point
    while start > 0, isDomainByte(bytes[start - 1]), point - start < 253 { start -= 1 }
    var stop = point + 1
    while stop < bytes.count, isDomainByte(bytes[stop]), stop - start < 260 { stop += 1 }
    while bytes[stop - 1] == 0x2E || bytes[stop - 1] == 0x2D { stop -= 1 }
    guard stop > point, start < point, isBoundary(bytes, before: start), isBoundary(bytes, behind: stop) else {
      return nil
    }
    let domain = bytes[start..<stop]
    guard DomainShape.isDomain(domain), let last = domain.split(separator: 0x2E).last else { return nil }
    let hasPath = stop < bytes.count && bytes[stop] == 0x2F
    let hasWWW = domain.count > 6 && String(decoding: domain.prefix(4), as: UTF8.self).lowercased() == "www."
    guard hasWWW || hasPath || isUnmistakable(domain, last) else { return nil }
    return start..<(hasPath || follows(bytes, stop) ? end(bytes, from: stop, start: start) : stop)
  }

  private static func isDomainByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x2E || byte == 0x2D
  }

  private static func isBoundary(_ bytes: [UInt8], before start: Int) -> Bool {
    start == 0 || !"@/\\_=.-$#&%".utf8.contains(bytes[start - 1])
  }

  private static func isBoundary(_ bytes: [UInt8], behind stop: Int) -> Bool {
    stop >= bytes.count || !"@_(=\\$".utf8.contains(bytes[stop])
  }

  private static func follows(_ bytes: [UInt8], _ stop: Int) -> Bool {
    guard stop + 1 < bytes.count else { return false }
    return bytes[stop] == 0x3F && bytes[stop + 1] > 0x20 || bytes[stop] == 0x3A && isASCIIDigit(bytes[stop + 1])
  }

  /// Top-level domains that are as likely a word behind a forgotten space, or the kind of a file.
  private static let doubtful: Set<String> = [
    "in", "it", "is", "at", "be", "so", "to", "no", "am", "as", "my", "do", "us", "id", "pm", "py", "rs", "sh", "md",
    "pl", "ps", "cc",
    "zip", "mov", "ml", "mm", "st", "la", "de", "se", "es", "et", "me", "and", "kg", "cm", "br", "hr",
  ]

  private static func isUnmistakable(_ domain: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>) -> Bool {
    let top = String(decoding: last, as: UTF8.self)
    let name = domain.dropLast(last.count + 1)
    guard name.contains(where: isASCIILetter), name.count > 1 else { return false }
    let isOneCase = top == top.lowercased() || domain.allSatisfy { !isASCIILetter($0) || $0 < 97 }
    // Country domains that are words count where the name has labels enough, or no capital to begin a sentence's word.
    return isOneCase
      && (!doubtful.contains(top.lowercased())
        || ["de", "se", "es", "br", "pl"].contains(top) && name.allSatisfy { $0 < 65 || $0 > 90 })
  }

  /// Where an address ends: before white space, angle brackets and quotes, without punctuation of the sentence around it.
  private static func end(_ bytes: [UInt8], from hostEnd: Int, start: Int) -> Int {
    var stop = hostEnd
    while stop < bytes.count, !isAddressEnd(bytes, stop) { stop += 1 }
    return withoutPunctuation(bytes, start..<stop)
  }

  private static func isAddressEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x60 { return true }
    // Spaces, quotes and dots of other scripts: U+2000 to U+303F, and the no-break space.
    if byte == 0xE2 && index + 1 < bytes.count && bytes[index + 1] <= 0x80
      || byte == 0xE3 && index + 1 < bytes.count && bytes[index + 1] == 0x80
    {
      return true
    }
    return byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
  }

  /// The end without the sentence's punctuation, and without closing brackets that were opened outside.
  private static func withoutPunctuation(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var open: [UInt8] = []
    var surplus = 0
    for byte in bytes[range] {
      if let close = closing(byte) { open.append(close) }
      if isClosing(byte) { if open.last == byte { open.removeLast() } else { surplus += 1 } }
    }
    var stop = range.upperBound
    while stop > range.lowerBound {
      let byte = bytes[stop - 1]
      if isClosing(byte) {
        guard surplus > 0 else { break }
        surplus -= 1
      } else if !".,;:!?'*".utf8.contains(byte) {
        break
      }
      stop -= 1
    }
    return stop
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: nil
    }
  }

  private static func isClosing(_ byte: UInt8) -> Bool { byte == 0x29 || byte == 0x5D || byte == 0x7D }
}
