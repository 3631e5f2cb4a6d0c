import Fetch
import Foundation
import Records
import Settings
import Store
import WebAddress

/// Brings fetch's store up to what the sources on the web hold now.
struct WebFetch {
  private let context: RunContext
  private let store: StageStore
  private let sources: [(rank: Int, source: WebSource)]
  private let reader: PageReader
  private let http: HTTPSettings
  private var keeper: BodyKeeper
  /// For each source the run that began its round.
  private var rounds: [String: Int] = [:]
  /// How many pages each source had, and has by what this run did.
  private var known: [String: Int] = [:]
  /// How many further pages a crawl may ask for.
  private var room: [String: Int] = [:]
  private var lastTurn = 0
  /// What addresses came to and what they offer, not written yet. A kill loses none of their bodies: those are in the
  /// archive already, and the next run takes them over.
  private var unwritten: [(outcome: WebOutcome, offers: [WebOffer])] = []
  private var writtenAt = ContinuousClock.now
  private var firstFailures: [String: FetchFailure] = [:]
  /// Sources whose list can't be read, with what is wrong.
  private var unreadable: [String: String] = [:]
  /// How many addresses were worked on, by reason.
  private(set) var worked: [Staleness: Int] = [:]

  /// A round that was cut short is gone on with for so many seconds; after that all is asked for anew.
  private static let patience: Int64 = 24 * 3600

  init(_ context: RunContext, _ store: StageStore) {
    self.context = context
    self.store = store
    http = context.project.fetch.http
    var sources: [(rank: Int, source: WebSource)] = []
    for (rank, source) in context.project.fetch.sources.enumerated() {
      if case .web(let source) = source { sources.append((rank, source)) }
    }
    self.sources = sources
    reader = PageReader(
      sources.map(\.source), http: http, folder: context.project.out.stages, now: context.now)
    keeper = BodyKeeper(
      folder: context.project.out.stages, run: context.run, now: context.now, program: context.options.program)
  }

  /// Asks for what is due; gives each source's state.
  mutating func run() async throws -> [SourceState] {
    guard !sources.isEmpty else { return [] }
    for (rank, source) in sources { try begin(source, rank: rank) }
    try recover()
    let fetcher = HTTPFetcher(
      http, environment: ProcessInfo.processInfo.environment, credentials: sources.flatMap(\.source.addresses))
    let reader = reader
    var round = FetchRound(http, fetcher: fetcher) { job, response in reader.read(job, response) }
    do {
      try await work(&round)
      try flush()
    } catch {
      await fetcher.shutdown()
      throw error
    }
    await fetcher.shutdown()
    try keeper.finish()
    try store.endRounds(run: context.run, traffic: round.traffic.values.sorted { $0.host < $1.host })
    return try sources.map { try state(of: $0.source) }
  }

  private mutating func work(_ round: inout FetchRound<WebPage?>) async throws {
    // Three closures share what the round changes, one after another.
    var state = self
    defer { self = state }
    try await round.run(
      refill: { try state.refill($0) }, take: { try state.take($0) },
      tick: { progress in
        state.context.observer.fetching(progress)
        if state.context.interruption.exitStatus != nil || ContinuousClock.now - state.writtenAt > .milliseconds(250) {
          try state.flush()
        }
        try state.context.checkInterruption()
      })
  }

  private mutating func begin(_ source: WebSource, rank: Int) throws {
    let name = source.name.value
    let isForced = context.options.isForced
    let first = try store.beginRound(
      source: name, rank: rank, settings: context.project.fingerprint(ofSource: name), run: context.run,
      now: context.now, since: Timestamp(seconds: context.now.seconds - Self.patience), forced: isForced)
    rounds[name] = first
    known[name] = try store.pageCounts(source: name).known
    room[name] = .max
    if case .crawl(let scope) = source.origin { room[name] = scope.pages }
    guard first == context.run else { return }
    let list: AddressList
    do throws(Failure) { list = try AddressList(source, root: context.project.root) } catch {
      unreadable[name] = error.diagnostic.summary
      return
    }
    try store.write(faults: list.faults, source: name, run: context.run)
    known[name] = try store.pageCounts(source: name).known
    try offer(list.offers, source: name)
  }

  private mutating func offer(_ offers: [WebOffer], source: String) throws {
    guard !offers.isEmpty, let round = rounds[source], let room = room[source] else { return }
    let taken = try store.offer(
      offers, source: source, round: round, behind: lastTurn, freshAt: http.honoursMaxAge ? context.now : nil,
      forced: context.options.isForced, limit: room)
    if room != .max { self.room[source] = room - taken }
  }

  private mutating func refill(_ count: Int) throws -> [FetchJob] {
    try flush()
    let due = try store.dueAddresses(after: lastTurn, limit: count)
    lastTurn = due.last?.turn ?? lastTurn
    return due.compactMap { due in
      Address(parsing: due.offer.target).map { FetchJob(due, address: $0, forced: context.options.isForced) }
    }
  }

  private mutating func take(_ endings: [(FetchJob, Result<WebPage?, FetchFailure>)]) throws {
    for (job, ending) in endings {
      guard let due = job.due else { continue }
      switch ending {
      case .success(let page?): unwritten.append((try outcome(page, due), page.offers))
      case .success(nil): break
      case .failure(let failure):
        guard failure.code != "fetch.interrupted" else { continue }
        if firstFailures[due.source] == nil { firstFailures[due.source] = failure }
        unwritten.append((try outcome(failure, job, due), []))
      }
    }
    if unwritten.count >= RunContext.batchCount { try flush() }
  }

  /// Writes what has come together.
  private mutating func flush() throws {
    writtenAt = .now
    guard !unwritten.isEmpty else { return }
    // What a page offers is noted before the page is done: a kill between the two asks for the page again.
    for (outcome, offers) in unwritten where !offers.isEmpty { try offer(offers, source: outcome.source) }
    for (source, growth) in try store.write(web: unwritten.map(\.outcome), run: context.run, now: context.now) {
      known[source, default: 0] += growth
    }
    unwritten = []
  }

  private func rank(of source: String) -> Int { sources.first { $0.source.name.value == source }?.rank ?? 0 }

  /// Keeps the body and says what to write.
  private mutating func outcome(_ page: WebPage, _ due: DueAddress) throws -> WebOutcome {
    let place = try page.record.map { try keeper.keep($0) }
    var ending = WebOutcome.Ending.unchanged
    switch page.body {
    case .unchanged: break
    case .index(let hash): ending = .index(contentHash: hash, place: place?.description ?? "")
    case .page(var document, let problem, let warnings):
      document.place = place?.description
      let reason: Staleness = context.options.isForced ? .forced : due.contentHash == nil ? .new : .inputChanged
      worked[reason, default: 0] += 1
      ending = .body(
        FetchedFile(
          document: document, sourceRank: rank(of: due.source), state: .none,
          outcome: problem == nil ? .document : .rejected, diagnostics: warnings + [problem].compactMap { $0 }))
    }
    var outcome = WebOutcome(source: due.source, key: due.offer.key, ending: ending)
    outcome.status = page.status
    outcome.etag = page.etag
    outcome.lastModified = page.lastModified
    outcome.freshUntil = page.freshUntil
    outcome.finalAddress = page.finalAddress
    outcome.canonicalAddress = page.canonicalAddress
    return outcome
  }

  private func outcome(_ failure: FetchFailure, _ job: FetchJob, _ due: DueAddress) throws -> WebOutcome {
    let key = due.offer.key
    let file = FetchedFile(
      document: Document(
        id: Identity.document(address: key), source: due.source, address: key, path: key, kind: .html,
        contentHash: ContentHash(hex: ""), byteCount: 0, fetchedAt: context.now),
      sourceRank: rank(of: due.source), state: .none, outcome: .rejected,
      diagnostics: [failure.diagnostic(.reject, source: due.source, address: key, attempts: job.attempts)])
    let goodAt = try store.goodAt(source: due.source, key: key)
    let age = goodAt.map { context.now.seconds - $0.seconds } ?? 0
    let forgetAfter = sources.first { $0.source.name.value == due.source }?.source.forgetAfter
    let isForgotten = forgetAfter.map { age * 1000 > $0.milliseconds } ?? false
    var ending = WebOutcome.Ending.gone(file)
    if failure.code != "fetch.gone", !isForgotten {
      let reason = failure.diagnostic(.warn, source: due.source, address: key, attempts: job.attempts)
      let stale = Diagnostic(
        .warn, "fetch.stale",
        "the page is kept as it was \(Self.written(age: age)) ago, for \(failure.code): \(reason.summary)",
        at: reason.location, remedy: failure.remedy)
      ending = .failure(file, stale: stale)
    }
    var outcome = WebOutcome(source: due.source, key: key, ending: ending)
    outcome.status = failure.status
    return outcome
  }

  private static func written(age: Int64) -> String {
    age >= 86_400 ? "\(age / 86_400) days" : age >= 3600 ? "\(age / 3600) hours" : "\(age / 60) minutes"
  }

  /// Takes over bodies that a killed run brought into its archive, but not into the store.
  private mutating func recover() throws {
    for lost in try keeper.unnoted(in: store) {
      let due = try store.dueAddress(source: lost.source, key: lost.key)
      guard var due, let address = Address(parsing: lost.response.address.href) else { continue }
      due.contentHash = nil
      var job = FetchJob(due, address: address, forced: true)
      job.attempts = 1
      if address.href != due.offer.target, let target = Address(parsing: due.offer.target) { job.hops = [target] }
      guard var page = reader.read(job, lost.response) else { continue }
      page.record = nil
      try offer(page.offers, source: due.source)
      var outcome = try outcome(page, due)
      outcome.ending.setPlace(lost.place.description)
      for (source, growth) in try store.write(web: [outcome], run: context.run, now: context.now) {
        known[source, default: 0] += growth
      }
    }
  }

  private func state(of source: WebSource) throws -> SourceState {
    let name = source.name.value
    let counts = try store.pageCounts(source: name)
    var status = unreadable[name] ?? "ok"
    if status == "ok", counts.documents == 0, let failure = firstFailures[name] {
      status = "no page could be fetched: \(failure.summary)"
    }
    return SourceState(name: name, status: status, matched: known[name] ?? 0, keeps: true)
  }
}

extension WebOutcome.Ending {
  /// Names the place of a body that was kept before.
  fileprivate mutating func setPlace(_ place: String) {
    switch self {
    case .body(var file):
      file.document.place = place
      self = .body(file)
    case .index(let hash, _): self = .index(contentHash: hash, place: place)
    case .unchanged, .failure, .gone: break
    }
  }
}
