/// Decides which address is asked for next: one queue a host, hosts in turn, each at its pace. Holds no clock and does
/// no I/O; all times are milliseconds of one clock.
package struct HostQueues: Sendable {
  /// What to do next.
  package enum Step: Hashable, Sendable {
    case start(FetchJob)
    /// Nothing may start before this time.
    case wait(until: Int64)
    /// Nothing can start before a request under way is over, or nothing is queued.
    case idle
    /// A job that this run won't ask for.
    case refuse(FetchJob, HostPace.Refusal)
  }

  fileprivate struct Host {
    var pace: HostPace
    var jobs: [FetchJob] = []
    /// Where the queue's head is in `jobs`.
    var head = 0
    /// Jobs that wait for another try, with the time before which it isn't made.
    var later: [(time: Int64, job: FetchJob)] = []

    var count: Int { jobs.count - head + later.count }
  }

  private let settings: HTTPSettings
  private var hosts: [String: Host] = [:]
  /// The hosts that have jobs queued, in the order of their turns.
  private var turns: [String] = []
  private var turn = 0
  /// Jobs queued, over all hosts.
  package private(set) var count = 0

  package init(_ settings: HTTPSettings) { self.settings = settings }

  /// How many hosts have jobs queued.
  package var hostCount: Int { turns.count }

  /// Queues a job at its host's end, or at its front.
  package mutating func add(_ job: FetchJob, atFront: Bool = false) {
    withHost(job.address.origin) { host in
      if atFront { host.jobs.insert(job, at: host.head) } else { host.jobs.append(job) }
    }
  }

  /// Queues a job for another try: after the backoff, or after the wait that its host asked for.
  package mutating func retry(_ job: FetchJob, at now: Int64, wait: Int64? = nil) {
    let asked = min(wait ?? 0, settings.longestWait.milliseconds)
    withHost(job.address.origin) { host in
      let backoff = host.pace.backoff(beforeAttempt: job.attempts + 1)
      host.later.append((now + max(asked, backoff), job))
    }
  }

  /// Takes over a host's crawl delay.
  package mutating func setCrawlDelay(_ milliseconds: Int64, of origin: String) {
    var host = hosts[origin] ?? newHost(origin)
    host.pace.setCrawlDelay(milliseconds)
    hosts[origin] = host
  }

  /// What to do at `now`. A started job counts as under way until `finish`.
  package mutating func next(at now: Int64) -> Step {
    var earliest: Int64?
    for _ in 0..<turns.count {
      if turn >= turns.count { turn = 0 }
      let origin = turns[turn]
      let (step, when) = look(at: origin, now)
      if let step {
        if hosts[origin]?.count == 0 { turns.remove(at: turn) } else { turn += 1 }
        return step
      }
      if let when { earliest = min(when, earliest ?? when) }
      turn += 1
    }
    return earliest.map { .wait(until: $0) } ?? .idle
  }

  /// Notes how a request to the host at `origin` ended.
  package mutating func finish(_ origin: String, _ outcome: HostPace.Outcome, at now: Int64) {
    hosts[origin]?.pace.finish(outcome, at: now)
  }

  /// Takes all queued jobs of the host at `origin` out.
  package mutating func removeAll(of origin: String) -> [FetchJob] {
    guard var host = hosts[origin] else { return [] }
    let jobs = Array(host.jobs[host.head...]) + host.later.map(\.job)
    host.jobs = []
    host.head = 0
    host.later = []
    hosts[origin] = host
    count -= jobs.count
    turns.removeAll { $0 == origin }
    return jobs
  }

  /// What a host allows now, or the time at which it will allow something.
  private mutating func look(at origin: String, _ now: Int64) -> (Step?, Int64?) {
    guard var host = hosts[origin] else { return (nil, nil) }
    let due = host.later.indices.filter { host.later[$0].time <= now }.min { host.later[$0].time < host.later[$1].time }
    switch host.pace.permission(at: now) {
    case .never(let refusal):
      let job = host.head < host.jobs.count ? host.takeFirst() : host.later.removeLast().job
      hosts[origin] = host
      count -= 1
      return (.refuse(job, refusal), nil)
    case .afterAnother: return (nil, nil)
    case .at(let time): return (nil, time)
    case .now: break
    }
    var job: FetchJob
    if let due {
      job = host.later.remove(at: due).job
    } else if host.head < host.jobs.count {
      job = host.takeFirst()
    } else {
      return (nil, host.later.map(\.time).min())
    }
    job.attempts += 1
    host.pace.start(at: now)
    hosts[origin] = host
    count -= 1
    return (.start(job), nil)
  }

  private mutating func withHost(_ origin: String, _ body: (inout Host) -> Void) {
    var host = hosts.removeValue(forKey: origin) ?? newHost(origin)
    if host.count == 0 { turns.append(origin) }
    body(&host)
    hosts[origin] = host
    count += 1
  }

  private func newHost(_ origin: String) -> Host { Host(pace: HostPace(host: origin, settings: settings)) }
}

extension HostQueues.Host {
  /// Takes the queue's head; the memory of those before goes from time to time.
  fileprivate mutating func takeFirst() -> FetchJob {
    let job = jobs[head]
    head += 1
    if head > 256, head * 2 > jobs.count {
      jobs.removeFirst(head)
      head = 0
    }
    return job
  }
}
