import Foundation
package import Store

/// How far a round has got.
package struct FetchProgress: Hashable, Sendable {
  package var done = 0
  /// Jobs queued or held back for a robots.txt.
  package var queued = 0
  package var underWay = 0
  /// Hosts that have jobs queued.
  package var hosts = 0
  /// Milliseconds since the round began.
  package var milliseconds: Int64 = 0
}

/// Asks for many addresses, at most so many at once, each host at its pace, until nothing is left.
///
/// `Page` is what is made of an answer beside the other requests, such as a packed record.
package struct FetchRound<Page: Sendable> {
  /// What a job came to.
  package typealias Ending = Result<Page, FetchFailure>

  private enum Event: Sendable {
    case answered(FetchJob, Verdict, Page?, latency: Int64, bytes: Int)
    case woke
  }

  private let settings: HTTPSettings
  private let fetcher: HTTPFetcher
  private let prepare: @Sendable (FetchJob, HTTPResponse) -> Page
  private let start = ContinuousClock.now
  private var queues: HostQueues
  private var gate: RobotsGate
  private var lastFailures: [String: FetchFailure] = [:]
  private var underWay = 0
  private var done = 0
  private var ended: [(FetchJob, Ending)] = []
  /// By the host's origin.
  package private(set) var traffic: [String: HostTraffic] = [:]

  package init(
    _ settings: HTTPSettings, fetcher: HTTPFetcher, prepare: @escaping @Sendable (FetchJob, HTTPResponse) -> Page
  ) {
    self.settings = settings
    self.fetcher = fetcher
    self.prepare = prepare
    queues = HostQueues(settings)
    gate = RobotsGate(settings)
  }

  /// Works until `refill` gives nothing and no job is left.
  ///
  /// - Parameters:
  ///   - refill: gives up to so many further jobs; called again after jobs have ended.
  ///   - take: gets each job's ending, in the order in which they end.
  ///   - tick: called at least twice a second; what it throws ends the round.
  package mutating func run(
    refill: (Int) throws -> [FetchJob], take: ([(FetchJob, Ending)]) throws -> Void,
    tick: (FetchProgress) throws -> Void
  ) async throws {
    // The group's closure can't hold on to `self`, so the round works on a copy.
    var round = self
    defer { self = round }
    try await withThrowingTaskGroup(of: Event.self) { group in
      // Enough for the first look; later ones wait for some endings, or for an empty queue.
      var endings = Self.refillStep
      var sleepsUntil: Int64?
      while true {
        try tick(round.progress)
        if endings >= Self.refillStep || endings > 0 && round.waiting == 0, round.waiting < Self.window / 2 {
          let jobs = try refill(Self.window - round.waiting)
          endings = jobs.isEmpty ? 0 : Self.refillStep
          for job in jobs { round.submit(job) }
        }
        let wake = round.startJobs(in: &group)
        if !round.ended.isEmpty {
          let ended = round.ended
          round.ended = []
          round.done += ended.count
          endings += ended.count
          try take(ended)
          continue
        }
        guard round.underWay > 0 || round.waiting > 0 else { break }
        let moment = min(wake ?? .max, round.now + 500)
        if moment < sleepsUntil ?? .max {
          sleepsUntil = moment
          let pause = max(1, moment - round.now)
          group.addTask {
            try? await Task.sleep(for: .milliseconds(pause))
            return .woke
          }
        }
        guard let event = try await group.next() else { break }
        if case .woke = event { sleepsUntil = nil } else { round.handle(event) }
      }
      group.cancelAll()
    }
  }

  /// Jobs held in memory at most, so that a round over any number takes the same memory.
  private static var window: Int { 4096 }

  private static var refillStep: Int { 64 }

  private var now: Int64 { (ContinuousClock.now - start).milliseconds }

  private var waiting: Int { queues.count + gate.heldCount }

  private var progress: FetchProgress {
    FetchProgress(
      done: done, queued: waiting, underWay: underWay, hosts: queues.hostCount, milliseconds: now)
  }

  /// Queues a job, unless its host's robots.txt has to come first or forbids it.
  private mutating func submit(_ job: FetchJob) {
    guard job.purpose == .page else { return queues.add(job) }
    switch gate.passage(of: job) {
    case .open: queues.add(job)
    case .closed(let failure): ended.append((job, .failure(failure)))
    case .held(let robots): if let robots { queues.add(robots, atFront: true) }
    }
  }

  /// Starts what may start; gives the time at which more may.
  private mutating func startJobs(in group: inout ThrowingTaskGroup<Event, any Error>) -> Int64? {
    while underWay < settings.connections {
      switch queues.next(at: now) {
      case .idle: return nil
      case .wait(let time): return time
      case .refuse(let job, let refusal): end(job, .failure(failure(of: job, refusal)))
      case .start(let job):
        underWay += 1
        count(job)
        let (fetcher, settings, prepare) = (fetcher, settings, prepare)
        group.addTask { await Self.fetch(job, fetcher, settings, prepare) }
      }
    }
    return nil
  }

  private static func fetch(
    _ job: FetchJob, _ fetcher: HTTPFetcher, _ settings: HTTPSettings,
    _ prepare: @Sendable (FetchJob, HTTPResponse) -> Page
  ) async -> Event {
    let start = ContinuousClock.now
    let result: Result<HTTPResponse, FetchFailure>
    do throws(FetchFailure) {
      result = .success(try await fetcher.get(job.address, fields: job.conditions))
    } catch { result = .failure(error) }
    let latency = (ContinuousClock.now - start).milliseconds
    let verdict = Verdict(
      job, result, settings: settings, unixSeconds: Int64(Date().timeIntervalSince1970))
    let bytes = (try? result.get().receivedBytes) ?? 0
    guard case .page(let response) = verdict, job.purpose == .page else {
      return .answered(job, verdict, nil, latency: latency, bytes: bytes)
    }
    return .answered(job, verdict, prepare(job, response), latency: latency, bytes: bytes)
  }

  private mutating func handle(_ event: Event) {
    guard case .answered(let job, let verdict, let page, let latency, let bytes) = event else { return }
    underWay -= 1
    let origin = job.address.origin
    traffic[origin, default: .init(host: origin)].bytes += bytes
    queues.finish(origin, verdict.paceOutcome(latency: latency), at: now)
    switch verdict {
    case .page(let response):
      if response.status == 304 { traffic[origin, default: .init(host: origin)].notModified += 1 }
      if let page { end(job, .success(page)) } else { settleRobots(job, .success(response)) }
    case .redirect(let next): submit(next)
    case .retry(let failure, let wait):
      lastFailures[origin] = failure
      queues.retry(job, at: now, wait: wait)
    case .failure(let failure):
      lastFailures[origin] = failure
      end(job, .failure(failure))
    }
  }

  private mutating func end(_ job: FetchJob, _ ending: Ending) {
    guard job.purpose == .robots else { return ended.append((job, ending)) }
    if case .failure(let failure) = ending { settleRobots(job, .failure(failure)) }
  }

  private mutating func settleRobots(_ job: FetchJob, _ result: Result<HTTPResponse, FetchFailure>) {
    let (jobs, crawlDelay) = gate.settle(job.key, result)
    if let crawlDelay { queues.setCrawlDelay(crawlDelay, of: job.key) }
    for job in jobs { submit(job) }
  }

  private mutating func count(_ job: FetchJob) {
    let origin = job.address.origin
    traffic[origin, default: .init(host: origin)].requests += 1
    if job.attempts > 1 { traffic[origin]?.retries += 1 }
  }

  private func failure(of job: FetchJob, _ refusal: HostPace.Refusal) -> FetchFailure {
    switch refusal {
    case .budgetSpent:
      return FetchFailure(
        .check, "fetch.budget", "this host has had its \(settings.budget) requests of this run",
        remedy: "The next run goes on; or raise \"host_budget\".")
    case .down:
      var failure =
        lastFailures[job.address.origin]
        ?? FetchFailure(.connect, "fetch.no-connection", "the host gives no answer", remedy: "Run again later.")
      failure.summary +=
        "; the host gave no answer \(settings.failuresUntilDown) times in a row and is left alone in this run"
      return failure
    }
  }
}
