import Formats
import WebAddress

/// Holds back each host's jobs until its robots.txt is known, and tells which of them it forbids.
package struct RobotsGate: Sendable {
  /// What becomes of a job.
  package enum Passage: Hashable, Sendable {
    case open
    case closed(FetchFailure)
    /// The job is held until robots.txt is there; where this one is the first of its host, the job to fetch it.
    case held(FetchJob?)
  }

  private enum State {
    case asked
    case known(Rules)
    case unavailable(FetchFailure)
  }

  private enum Rules {
    case all
    case some(RobotsRules)
  }

  private let agent: String
  private var states: [String: State] = [:]
  /// Jobs that are held back, by origin.
  private var held: [String: [FetchJob]] = [:]

  package init(_ settings: HTTPSettings) { agent = Robots.productToken(of: settings.agent) }

  /// Jobs held back, over all hosts.
  package private(set) var heldCount = 0

  /// Whether a job's address may be asked for.
  package mutating func passage(of job: FetchJob) -> Passage {
    let origin = job.address.origin
    switch states[origin] {
    case nil:
      guard let address = Address(parsing: "/robots.txt", base: job.address) else { return .open }
      states[origin] = .asked
      hold(job, origin)
      var robots = FetchJob(key: origin, address: address)
      robots.purpose = .robots
      return .held(robots)
    case .asked:
      hold(job, origin)
      return .held(nil)
    case .unavailable(let failure): return .closed(failure)
    case .known(.all): return .open
    case .known(.some(let rules)): return rules.allow(job.address.href) ? .open : .closed(Self.forbidden)
    }
  }

  private mutating func hold(_ job: FetchJob, _ origin: String) {
    held[origin, default: []].append(job)
    heldCount += 1
  }

  /// Takes over what asking for the robots.txt of `origin` came to. Gives the jobs that were held for it and the delay
  /// it asks for, in milliseconds.
  package mutating func settle(
    _ origin: String, _ result: Result<HTTPResponse, FetchFailure>
  ) -> (jobs: [FetchJob], crawlDelay: Int64?) {
    let held = held.removeValue(forKey: origin) ?? []
    heldCount -= held.count
    let (outcome, failure) = Self.outcome(result)
    switch RobotsPolicy.following(outcome) {
    case .allowAll: states[origin] = .known(.all)
    case .disallowAll: states[origin] = .unavailable(failure)
    case .rules(let robots):
      let rules = robots.rules(for: agent)
      states[origin] = .known(.some(rules))
      return (held, rules.crawlDelay.map { Int64(min(max(0, $0), 86_400) * 1000) })
    }
    return (held, nil)
  }

  private static func outcome(
    _ result: Result<HTTPResponse, FetchFailure>
  ) -> (RobotsOutcome, FetchFailure) {
    switch result {
    case .success(let response): return (.body(response.body), forbidden)
    case .failure(let failure):
      var closed = failure
      closed.summary = "its robots.txt can't be had, so nothing may be asked for: \(failure.summary)"
      closed.mayPass = false
      if let status = failure.status, !(300..<400).contains(status) { return (.status(status), closed) }
      if failure.code == "fetch.redirect" { return (.tooManyRedirects, closed) }
      // Too large: what can't be read whole forbids all, as a host that can't be reached does.
      return (.unreachable, closed)
    }
  }

  private static let forbidden = FetchFailure(
    .check, "fetch.robots", "the host's robots.txt asks crawlers not to fetch this address",
    remedy: "Leave the address out, or ask the site's owner.")
}
