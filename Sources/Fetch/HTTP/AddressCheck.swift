package import WebAddress

/// What may be asked for at all, told by the address alone.
package struct AddressCheck: Sendable {
  private let allowPrivate: Set<String>

  package init(allowPrivate: [String]) { self.allowPrivate = Set(allowPrivate) }

  /// Why nothing may be asked for at this address; nil where only the machine's own address can tell.
  package func refusal(of address: Address) -> FetchFailure? {
    guard address.isFetchable, let host = address.host else {
      return FetchFailure(
        .check, "fetch.scheme", "\(address.scheme): is neither http nor https",
        remedy: "Only pages of the web can be fetched; local files are a source of the kind \"files\".")
    }
    guard !mayBePrivate(address) else { return nil }
    if let use = IPAddress(host)?.reservation { return .privateAddress(.check, host, use) }
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    // RFC 6761, section 6.3: these names always mean this machine.
    if name == "localhost" || name.hasSuffix(".localhost") { return .privateAddress(.check, host, "loopback") }
    return nil
  }

  /// Whether the config allows this host to be private.
  package func mayBePrivate(_ address: Address) -> Bool {
    guard let host = address.host else { return false }
    return allowPrivate.contains(host) || allowPrivate.contains("\(host):\(address.effectivePort)")
  }
}

extension Address {
  /// The port that is connected to.
  package var effectivePort: Int { port ?? (scheme == "https" ? 443 : 80) }

  /// Scheme, host and port: what one server answers for.
  package var origin: String { "\(scheme)://\(host ?? ""):\(effectivePort)" }
}
