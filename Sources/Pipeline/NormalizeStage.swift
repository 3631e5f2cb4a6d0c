import Normalize
import Records
import Store

/// Brings normalize's store up to clean's pages.
struct NormalizeStage: InputStage {
  let context: RunContext
  private let store: StageStore

  init(_ context: RunContext) throws(Failure) {
    self.context = context
    store = try context.open(.normalize, prior: .clean)
  }

  /// Normalizes what is stale, batch by batch in the order of ids; gives how many pages it worked on, by reason.
  func run() async throws -> [Staleness: Int] {
    let fingerprint = context.project.fingerprint(of: .normalize)
    let schemas = context.project.schemas
    let normalizer = Normalizer(
      tables: context.project.tables.map(\.rule), locales: context.project.locales,
      redactKey: context.project.redactKey)
    let staleness = try store.staleness(fingerprint)
    let forgotten = try store.forgottenStale(fingerprint, forced: context.options.isForced)
    guard forgotten == 0 else {
      throw Failure(
        "normalize.forgotten", "\(forgotten) pages have to be normalized again, but clean's store has forgotten them",
        remedy: "Run `sluice run --from clean --force`, which reads them from their files again.")
    }
    let total = workCount(staleness, all: try store.priorOutputs())
    try store.prepare(tables: schemas)
    var last = ""
    var done = 0
    try await inBatches(jobs: context.options.jobs) {
      let batch = try store.stalePages(
        fingerprint, after: last, limit: RunContext.batchCount, bytes: RunContext.batchBytes,
        forced: context.options.isForced, only: context.options.only)
      last = batch.last?.page.id ?? last
      return batch.map { NormalizeInput(page: $0.page, hash: $0.hash) }
    } transform: {
      $0.normalized(by: normalizer)
    } write: { results in
      try store.write(pages: try results.map { try $0.get() }, tables: schemas, fingerprint)
      done += results.count
      context.observer.progress(.normalize, done: done, total: total)
      try context.checkInterruption()
    }
    let gone = context.options.only == nil ? try store.forgetGoneRecords(tables: schemas) : 0
    WriteBoundary.normalizeDone.reached()
    try store.close()
    return worked(staleness, done: done, gone: gone)
  }
}

/// A page to be normalized.
struct NormalizeInput: Sendable {
  let page: Page
  let hash: String

  /// The page's records; fails where a column's rule says that a cell that can't be read stops the run.
  func normalized(by normalizer: Normalizer) -> Result<NormalizedPage, Failure> {
    do throws(Failure) {
      let normalized = try normalizer.normalize(page)
      return .success(
        NormalizedPage(
          id: page.id, inputHash: hash, tables: normalized.tables,
          diagnostics: normalized.diagnostics))
    } catch { return .failure(error) }
  }
}
