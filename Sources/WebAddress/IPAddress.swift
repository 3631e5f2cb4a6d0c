/// The IP address of a machine, for telling public ones from those of one's own network.
package struct IPAddress: Hashable, Sendable {
  /// Four bytes for IPv4, sixteen for IPv6, most significant first.
  package let bytes: [UInt8]

  /// Reads a serialised host (`192.0.2.1`, `[2001:db8::1]`) or the same without brackets; nil for a name.
  package init?(_ text: String) {
    // A zone behind `%` names a network card of this machine.
    var host = Array(text.utf8.prefix { $0 != .percent })
    if host.first == .openBracket, host.last == .closeBracket { host = Array(host.dropFirst().dropLast()) }
    if host.contains(.colon) {
      guard let address = try? IPv6.parse(host[...]) else { return nil }
      bytes = address.pieces.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      return
    }
    guard IPv4.isMeant(by: host), let dotted = try? IPv4.parse(host) else { return nil }
    bytes = dotted.split(separator: .dot).compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
  }

  private init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// What keeps the address from being a public machine's, such as `loopback`; nil for a public one.
  ///
  /// Addresses that carry an IPv4 address inside (mapped, translated, tunnelled) are judged by that one too.
  package var reservation: String? {
    let ranges = bytes.count == 4 ? Self.reservedIPv4 : Self.reservedIPv6
    if let range = ranges.first(where: { $0.contains(bytes) }) { return range.use }
    guard bytes.count == 16 else { return nil }
    if let inner = embedded { return inner.reservation.map { "\($0), inside an IPv6 address" } }
    // All that is given out to machines stands in 2000::/3 (IANA, IPv6 address space registry).
    return bytes[0] >> 5 == 1 ? nil : "not given out to machines"
  }

  /// The IPv4 address inside an IPv6 one: mapped (RFC 4291, 2.5.5.2), translated (RFC 6052), 6to4 (RFC 3056).
  private var embedded: IPAddress? {
    if Self.mapped.contains(bytes) || Self.translated.contains(bytes) { return IPAddress(bytes[12...]) }
    return Self.tunnelled.contains(bytes) ? IPAddress(bytes[2..<6]) : nil
  }

  private static let mapped = IPRange("::ffff:0:0/96")
  private static let translated = IPRange("64:ff9b::/96")
  private static let tunnelled = IPRange("2002::/16")

  /// IANA's IPv4 special-purpose address registry, with multicast.
  private static let reservedIPv4: [IPRange] = [
    IPRange("0.0.0.0/8", "this network"), IPRange("10.0.0.0/8", "private"),
    IPRange("100.64.0.0/10", "shared by a provider"), IPRange("127.0.0.0/8", "loopback"),
    IPRange("169.254.0.0/16", "link-local"), IPRange("172.16.0.0/12", "private"),
    IPRange("192.0.0.0/24", "protocol assignments"), IPRange("192.0.2.0/24", "documentation"),
    IPRange("192.88.99.0/24", "6to4 relay"), IPRange("192.168.0.0/16", "private"),
    IPRange("198.18.0.0/15", "benchmarking"), IPRange("198.51.100.0/24", "documentation"),
    IPRange("203.0.113.0/24", "documentation"), IPRange("224.0.0.0/4", "multicast"), IPRange("240.0.0.0/4", "reserved"),
  ]

  /// IANA's IPv6 special-purpose address registry, with multicast; what carries an IPv4 address is judged by that.
  private static let reservedIPv6: [IPRange] = [
    IPRange("::/128", "unspecified"), IPRange("::1/128", "loopback"), IPRange("64:ff9b:1::/48", "translated"),
    IPRange("100::/64", "discarded"), IPRange("2001::/23", "protocol assignments"),
    IPRange("2001:db8::/32", "documentation"), IPRange("3fff::/20", "documentation"),
    IPRange("5f00::/16", "segment routing"), IPRange("fc00::/7", "private"), IPRange("fe80::/10", "link-local"),
    IPRange("fec0::/10", "site-local"), IPRange("ff00::/8", "multicast"),
  ]
}

/// A block of addresses and what it is for.
private struct IPRange: Sendable {
  let first: [UInt8]
  let bits: Int
  let use: String

  /// Reads a block such as `10.0.0.0/8`; what can't be read holds no address.
  init(_ block: String, _ use: String = "") {
    let parts = block.split(separator: "/")
    first = parts.first.flatMap { IPAddress(String($0)) }?.bytes ?? []
    bits = parts.last.flatMap { Int($0) } ?? 0
    self.use = use
  }

  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == first.count else { return false }
    let whole = bits / 8
    guard address[..<whole] == first[..<whole] else { return false }
    guard bits % 8 > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (bits % 8))
    return address[whole] & mask == first[whole] & mask
  }
}
