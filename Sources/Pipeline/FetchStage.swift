import Fetch
import Records
import Settings
import Store

/// Brings fetch's store up to what the sources hold now.
struct FetchStage {
  let context: RunContext
  private let store: StageStore

  init(_ context: RunContext) throws(Failure) {
    self.context = context
    store = try context.open(.fetch)
  }

  /// A matched file that has to be read.
  private struct Reading: Sendable {
    let source: FileSource
    let rank: Int
    let candidate: Candidate
    let known: (contentHash: ContentHash, fetchedAt: Timestamp)?
  }

  /// Reads what is new or changed; gives how many files it read, by reason.
  func run() async throws -> [Staleness: Int] {
    var worked: [Staleness: Int] = [:]
    var seen = 0
    var web = WebFetch(context, store)
    var states = try await web.run()
    worked = web.worked
    let settings = Dictionary(
      uniqueKeysWithValues: context.project.fetch.sources.map {
        ($0.name.value, context.project.fingerprint(ofSource: $0.name.value))
      })
    var archives = ArchiveFetch(context, store, settings: settings)
    for (rank, source) in context.project.fetch.sources.enumerated() {
      switch source {
      case .web: continue
      case .files(let source):
        states.append(try await walk(source, rank, settings, seen: seen, &archives, &worked))
      case .database(let source):
        states.append(try DatabaseFetch(context, store, source, rank: rank).run(&archives, &worked))
      case .command(let source):
        states.append(try await CommandFetch(context, store, source, rank: rank).run(&archives, &worked))
      }
      seen += states.last?.matched ?? 0
    }
    try archives.finish()
    let gone = try store.settle(states, run: context.run, lastPublished: context.lastPublished)
    if gone > 0 { worked[.gone] = gone }
    try archives.sweep()
    try store.close()
    return worked
  }

  /// Brings in the files of a source, of which `seen` stood in the sources before it; gives how the source is.
  private func walk(
    _ source: FileSource, _ rank: Int, _ settings: [String: String], seen: Int, _ archives: inout ArchiveFetch,
    _ worked: inout [Staleness: Int]
  ) async throws -> SourceState {
    var walk = FileWalk(source, root: context.project.root, leavingOut: context.project.out.path)
    var matched = 0
    var batch: [Candidate] = []
    repeat {
      batch.removeAll(keepingCapacity: true)
      while batch.count < RunContext.batchCount * 4, let candidate = try walk.next() { batch.append(candidate) }
      let (inside, plain) = try work(archivesIn: batch, source, rank, settings, &archives, &worked)
      try await work(plain, source: source, rank: rank, settings: settings, worked: &worked)
      matched += batch.count + inside
      context.observer.progress(.fetch, done: seen + matched, total: 0)
      try context.checkInterruption()
    } while !batch.isEmpty
    let isEmpty = matched == 0 && walk.status == "ok"
    return SourceState(name: source.name.value, status: isEmpty ? "no file matches" : walk.status, matched: matched)
  }

  /// Brings in what the archives of a batch hold, one archive after another; gives how many files that is, and the files
  /// that are no archives.
  private func work(
    archivesIn candidates: [Candidate], _ source: FileSource, _ rank: Int, _ settings: [String: String],
    _ archives: inout ArchiveFetch, _ worked: inout [Staleness: Int]
  ) throws -> (inside: Int, plain: [Candidate]) {
    var inside = 0
    var plain: [Candidate] = []
    for candidate in candidates {
      guard let kind = ArchiveKind(name: candidate.path) else {
        plain.append(candidate)
        continue
      }
      let name = source.name.value
      let known = try store.knownFile(source: name, path: candidate.path, settings: settings[name] ?? "")
      if let known, known.state == candidate.state, !context.options.isForced {
        inside += try archives.mark(candidate, source: source, rank: rank)
        plain.append(candidate)
      } else {
        worked[reason(known?.state, candidate), default: 0] += 1
        inside += try archives.read(candidate, kind, source: source, rank: rank)
      }
    }
    return (inside, plain)
  }

  /// Reads those of a batch that changed, and commits the batch.
  private func work(
    _ candidates: [Candidate], source: FileSource, rank: Int, settings: [String: String],
    worked: inout [Staleness: Int]
  ) async throws {
    guard !candidates.isEmpty else { return }
    let name = source.name.value
    var unchanged: [(source: String, path: String, rank: Int)] = []
    var readings: [Reading] = []
    for candidate in candidates {
      let known = try store.knownFile(source: name, path: candidate.path, settings: settings[name] ?? "")
      if let known, known.state == candidate.state, !context.options.isForced {
        unchanged.append((name, candidate.path, rank))
        continue
      }
      worked[reason(known?.state, candidate), default: 0] += 1
      readings.append(
        Reading(
          source: source, rank: rank, candidate: candidate, known: known.map { ($0.contentHash, $0.fetchedAt) }))
    }
    let files = await parallelMap(readings, jobs: context.options.jobs) { reading in
      reading.source.read(reading.candidate, rank: reading.rank, known: reading.known)
    }
    try store.write(files: files, unchanged: unchanged, settings: settings, run: context.run)
  }

  private func reason(_ known: FileCalls.State?, _ candidate: Candidate) -> Staleness {
    guard let known else { return .new }
    if context.options.isForced { return .forced }
    // The store gives a size of -1 where the source's settings were others.
    return known.size < 0 ? .settingsChanged : .inputChanged
  }
}
