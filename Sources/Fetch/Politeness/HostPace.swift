/// When one host may be asked again, and by how many requests at once. All times are milliseconds of one clock.
package struct HostPace: Sendable {
  /// What a request came to, as far as the host's well-being goes.
  package enum Outcome: Hashable, Sendable {
    /// An answer that was no complaint, after so many milliseconds.
    case answered(latency: Int64)
    /// The host asks for less: 429, 503 or another 5xx; with the wait it asks for, if any.
    case overloaded(wait: Int64?)
    /// No answer: no connection, no TLS, no headers in time.
    case unreachable
  }

  /// Whether a request may start.
  package enum Permission: Hashable, Sendable {
    case now
    /// Not before this time.
    case at(Int64)
    /// Not before a request under way is over.
    case afterAnother
    /// Not in this run.
    case never(Refusal)
  }

  /// Why a host is asked for nothing more in this run.
  package enum Refusal: Hashable, Sendable {
    case budgetSpent
    case down
  }

  private let floor: Int64
  private let mostAtOnce: Int
  private let budget: Int
  private let longestWait: Int64
  private let failuresUntilDown: Int
  private var generator: SeededGenerator
  /// What robots.txt asks for.
  private var crawlDelay: Int64 = 0
  /// How many requests may be under way; whole numbers count.
  private var allowance = 1.0
  /// By how much the host's trouble stretches the delay.
  private var stretch = 1.0
  private var bestLatency: Int64 = .max
  private var nextStart: Int64 = .min
  private var blockedUntil: Int64 = .min
  private var failuresInRow = 0
  /// Requests under way.
  package private(set) var underWay = 0
  /// Requests started in this run.
  package private(set) var started = 0

  /// `host` seeds the jitter.
  package init(host: String, settings: HTTPSettings) {
    floor = settings.delay.milliseconds
    mostAtOnce = settings.perHost
    budget = settings.budget
    longestWait = settings.longestWait.milliseconds
    failuresUntilDown = settings.failuresUntilDown
    generator = SeededGenerator(seed: host)
  }

  /// Takes over the delay that the host's robots.txt asks for, at most `longest_wait`.
  package mutating func setCrawlDelay(_ milliseconds: Int64) { crawlDelay = min(milliseconds, longestWait) }

  /// Time between the starts of two requests.
  package var delay: Int64 {
    let plain = max(floor, crawlDelay)
    guard stretch > 1 else { return plain }
    return min(longestWait, Int64(Double(max(plain, Self.troubleDelay)) * stretch))
  }

  /// Whether a request may start at `now`.
  package func permission(at now: Int64) -> Permission {
    if failuresInRow >= failuresUntilDown { return .never(.down) }
    if started >= budget { return .never(.budgetSpent) }
    guard underWay < Int(allowance) else { return .afterAnother }
    let earliest = max(nextStart, blockedUntil)
    return earliest > now ? .at(earliest) : .now
  }

  /// Notes that a request starts at `now`.
  package mutating func start(at now: Int64) {
    underWay += 1
    started += 1
    nextStart = now + delay
  }

  /// Notes how a request ended at `now`.
  package mutating func finish(_ outcome: Outcome, at now: Int64) {
    underWay -= 1
    switch outcome {
    case .answered(let latency):
      failuresInRow = 0
      bestLatency = min(latency, bestLatency)
      if latency > bestLatency * Self.slowFactor + Self.slowGrace { ease() } else { press() }
    case .overloaded(let wait):
      failuresInRow = 0
      ease()
      if let wait { blockedUntil = max(blockedUntil, now + min(wait, longestWait)) }
    case .unreachable:
      failuresInRow += 1
      ease()
    }
    if stretch > 1 { nextStart = max(nextStart, now + delay) }
  }

  /// The wait before try number `attempt` (2 for the second): it doubles, with a jitter that keeps hosts apart.
  package mutating func backoff(beforeAttempt attempt: Int) -> Int64 {
    let doubled = Self.firstBackoff << Int64(min(max(attempt - 2, 0), 20))
    let share = Double.random(in: 0.5..<1, using: &generator)
    return min(longestWait, Int64(Double(doubled) * share))
  }

  /// Asks for more at once: one more for as many answers as are allowed now, as TCP does.
  private mutating func press() {
    allowance = min(Double(mostAtOnce), allowance + 1 / allowance)
    stretch = max(1, stretch * 0.8)
  }

  private mutating func ease() {
    allowance = max(1, allowance / 2)
    stretch = min(64, stretch * 2)
  }

  /// An answer that took so many times the best one, and `slowGrace` more, is a sign of strain.
  private static let slowFactor: Int64 = 4
  private static let slowGrace: Int64 = 1000
  /// What is stretched where no delay is asked for.
  private static let troubleDelay: Int64 = 100
  private static let firstBackoff: Int64 = 1000
}
