/// The standard's host parser.
enum Host {
  private static let forbidden = ASCIISet("\0\t\n\r #/:<>?@[\\]^|")
  private static let forbiddenInDomain = forbidden.union(.controls).adding("%\u{7F}")

  /// Returns the serialised host; opaque hosts are those of schemes that are not special.
  static func parse(_ text: ArraySlice<UInt8>, isOpaque: Bool) throws(Malformed) -> [UInt8] {
    if text.first == .openBracket {
      guard text.count > 1, text.last == .closeBracket else { throw Malformed() }
      return try IPv6.parse(text.dropFirst().dropLast()).serialized
    }
    return isOpaque ? try parseOpaque(text) : try parseDomain(text)
  }

  private static func parseOpaque(_ text: ArraySlice<UInt8>) throws(Malformed) -> [UInt8] {
    if text.contains(where: forbidden.contains) { throw Malformed() }
    var host: [UInt8] = []
    host.append(text, encoding: .control)
    return host
  }

  private static func parseDomain(_ text: ArraySlice<UInt8>) throws(Malformed) -> [UInt8] {
    let domain = try asciiDomain(text)
    if domain.isEmpty || domain.contains(where: forbiddenInDomain.contains) { throw Malformed() }
    return IPv4.isMeant(by: domain) ? try IPv4.parse(domain) : domain
  }

  /// An ASCII domain is only lower-cased, even where it has `xn--` labels; any other goes through UTS 46.
  private static func asciiDomain(_ text: ArraySlice<UInt8>) throws(Malformed) -> [UInt8] {
    let bytes = text.contains(.percent) ? text.percentDecoded : Array(text)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(\.lowercased) }
    guard let domain = Domain.ascii(String(decoding: bytes, as: UTF8.self)) else { throw Malformed() }
    return domain
  }
}
