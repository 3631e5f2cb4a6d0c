import AsyncHTTPClient
import Foundation
import WebAddress

/// A proxy that requests go through.
struct ProxyAddress: Hashable, Sendable {
  let host: String
  let port: Int
  let username: String
  let password: String
  let isSOCKS: Bool

  /// Reads `http://user:password@host:port`, `socks5://host:port` or `host:port`; nil for anything else.
  init?(_ text: String) {
    guard let address = Address(parsing: text.contains("://") ? text : "http://\(text)"), let host = address.host,
      ["http", "socks5", "socks5h"].contains(address.scheme), !host.isEmpty
    else { return nil }
    isSOCKS = address.scheme != "http"
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    port = address.port ?? (isSOCKS ? 1080 : 80)
    username = address.username
    password = address.password
  }

  /// The same for the client.
  var clientProxy: HTTPClient.Configuration.Proxy {
    if isSOCKS { return .socksServer(host: host, port: port) }
    guard !username.isEmpty else { return .server(host: host, port: port) }
    return .server(
      host: host, port: port,
      authorization: .basic(
        username: username.removingPercentEncoding ?? username, password: password.removingPercentEncoding ?? password))
  }
}

/// Which proxy the environment names for an address, as curl reads it: `http_proxy` in lower case alone (a web server
/// fills `HTTP_PROXY` from a request's header), the others in both cases.
struct ProxyEnvironment: Sendable {
  private let http: ProxyAddress?
  private let https: ProxyAddress?
  private let exceptions: [String]

  init(_ environment: [String: String]) {
    func value(_ name: String) -> String? {
      let text = environment[name] ?? environment[name.uppercased()] ?? ""
      return text.isEmpty ? nil : text
    }
    let any = value("all_proxy").flatMap(ProxyAddress.init)
    http = environment["http_proxy"].flatMap(ProxyAddress.init) ?? any
    https = value("https_proxy").flatMap(ProxyAddress.init) ?? any
    exceptions = (value("no_proxy") ?? "").split { $0 == "," || $0 == " " }.map { $0.lowercased() }
  }

  /// The proxy for an address; nil where it is asked for directly.
  func proxy(for address: Address) -> ProxyAddress? {
    guard let host = address.host, !isException(host) else { return nil }
    return address.scheme == "https" ? https : http
  }

  private func isException(_ host: String) -> Bool {
    exceptions.contains { exception in
      if exception == "*" { return true }
      let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
      return host == name || host.hasSuffix(".\(name)")
    }
  }
}
