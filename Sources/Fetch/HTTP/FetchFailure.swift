package import Records

/// Why a request brought nothing.
package struct FetchFailure: Error, Hashable, Sendable {
  /// How far the request got.
  package enum Phase: String, Sendable, CaseIterable {
    /// Nothing was sent: what was asked for is not allowed.
    case check
    case resolve
    case connect
    case tls = "TLS"
    case headers
    case body
  }

  package var phase: Phase
  /// Stable, as `fetch.what`.
  package var code: String
  /// One sentence without a full stop.
  package var summary: String
  package var remedy: String
  /// Whether the same request may go well a moment later.
  package var mayPass: Bool
  /// The status of an answer that was no page.
  package var status: Int?
  /// The value of the answer's `Retry-After`.
  package var retryAfter: String?

  package init(
    _ phase: Phase, _ code: String, _ summary: String, remedy: String = "", mayPass: Bool = false, status: Int? = nil,
    retryAfter: String? = nil
  ) {
    self.phase = phase
    self.code = code
    self.summary = summary
    self.remedy = remedy
    self.mayPass = mayPass
    self.status = status
    self.retryAfter = retryAfter
  }

  /// The failure as people read it, with its phase and how often the address was asked for.
  package func diagnostic(
    _ severity: Diagnostic.Severity, source: String, address: String, attempts: Int
  ) -> Diagnostic {
    let attempt = attempts > 1 ? ", try \(attempts)" : ""
    return Diagnostic(
      severity, code, "\(phase.rawValue)\(attempt): \(summary)", at: .init(source: source, address: address),
      remedy: remedy)
  }

  /// Something came that is no HTTP.
  static func notHTTP(_ phase: Phase, _ what: String) -> FetchFailure {
    FetchFailure(
      phase, "fetch.not-http", "the answer breaks the rules of HTTP (\(what))",
      remedy: "Look at the address with curl; its server has to be mended.")
  }

  /// Something took too long.
  static func timeout(_ phase: Phase, _ summary: String, setting: String) -> FetchFailure {
    FetchFailure(
      phase, "fetch.timeout", summary, remedy: "Raise \(setting) if this host is slow on a good day.", mayPass: true)
  }

  /// The connection ended too early.
  static func cutOff(_ phase: Phase, _ summary: String) -> FetchFailure {
    FetchFailure(
      phase, "fetch.cut-off", summary, remedy: "Run again later; if it stays, its server has to be mended.",
      mayPass: true)
  }

  /// The address leads into a network that strangers have no business in.
  static func privateAddress(_ phase: Phase, _ host: String, _ use: String) -> FetchFailure {
    FetchFailure(
      phase, "fetch.private-address", "\(host) is no public machine (\(use))",
      remedy: "List the host in \"allow_private\" if it is meant to be read.")
  }
}
