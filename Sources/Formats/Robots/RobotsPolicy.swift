/// What asking for `/robots.txt` came to.
package enum RobotsOutcome: Sendable, Equatable {
  /// A status of 2xx and the body, of which `Robots.byteLimit` bytes are enough.
  case body([UInt8])
  /// Any other status that isn't a redirect.
  case status(Int)
  /// More redirects than `RobotsPolicy.redirectLimit`.
  case tooManyRedirects
  /// No answer: the name doesn't resolve, nothing listens, a time limit passed.
  case unreachable
}

/// Whether a site may be crawled, after what came of asking for its rules (RFC 9309, section 2.3.1).
package enum RobotsPolicy: Sendable, Equatable {
  /// The site's rules decide.
  case rules(Robots)
  /// There are none.
  case allowAll
  /// They can't be had for now.
  case disallowAll

  /// How many redirects in a row are followed, to any host.
  package static let redirectLimit = 5
  /// For how many seconds an answer may be used before the site is asked again: a day.
  package static let lifeSeconds = 24 * 3600
  /// For how many seconds a site whose rules can't be had stays closed: 30 days.
  package static let patienceSeconds = 30 * 24 * 3600

  /// The policy that follows from an outcome: no rules for 4xx and endless redirects; closed for 5xx, 429 and no
  /// answer, until that has lasted for `patienceSeconds`.
  ///
  /// - Parameters:
  ///   - failingSeconds: for how long the rules couldn't be had, up to now.
  ///   - earlier: the rules last read, which decide again once that lasted too long.
  package static func following(
    _ outcome: RobotsOutcome, failingSeconds: Int = 0, earlier: Robots? = nil
  ) -> RobotsPolicy {
    switch outcome {
    case .body(let bytes): return .rules(Robots(bytes))
    case .tooManyRedirects: return .allowAll
    case .status(let status) where (400..<500).contains(status) && status != 429: return .allowAll
    case .status, .unreachable:
      guard failingSeconds > patienceSeconds else { return .disallowAll }
      return earlier.map(RobotsPolicy.rules) ?? .allowAll
    }
  }

  /// Whether a crawler may ask for an address.
  package func allow(_ address: String, agent: String) -> Bool {
    switch self {
    case .rules(let robots): robots.rules(for: agent).allow(address)
    case .allowAll: true
    case .disallowAll: false
    }
  }

  /// How many seconds the site wants between two requests of a crawler.
  package func crawlDelay(agent: String) -> Double? {
    guard case .rules(let robots) = self else { return nil }
    return robots.rules(for: agent).crawlDelay
  }
}
