import Clean
import Fetch
import Records
import Store

/// Brings clean's store up to fetch's documents.
struct CleanStage: InputStage {
  let context: RunContext
  private let store: StageStore

  init(_ context: RunContext) throws(Failure) {
    self.context = context
    store = try context.open(.clean, prior: .fetch)
  }

  /// Cleans what is stale, batch by batch in the order of ids; gives how many documents it worked on, by reason.
  func run() async throws -> [Staleness: Int] {
    let fingerprint = context.project.fingerprint(of: .clean)
    try store.recallForgotten(
      for: context.project.fingerprint(of: .normalize), in: context.project.out.stages)
    let staleness = try store.staleness(fingerprint)
    let total = workCount(staleness, all: try store.priorOutputs())
    let cleaner = context.project.cleaner
    let (root, stages) = (context.project.root, context.project.out.stages)
    let context = context
    var last = ""
    var done = 0
    try await inBatches(jobs: context.options.jobs) {
      let batch = try store.staleDocuments(
        fingerprint, after: last, limit: RunContext.batchCount, bytes: RunContext.batchBytes,
        forced: context.options.isForced, only: context.options.only)
      last = batch.last?.document.id ?? last
      return batch.map { CleanInput(document: $0.document, hash: $0.hash) }
    } transform: {
      $0.cleaned(by: cleaner, root: root, stages: stages)
    } write: { results in
      try store.write(pages: results, fingerprint)
      done += results.count
      context.observer.progress(.clean, done: done, total: total)
      try context.checkInterruption()
    }
    let gone = context.options.only == nil ? try store.forgetGonePages() : 0
    WriteBoundary.cleanDone.reached()
    try store.close()
    return worked(staleness, done: done, gone: gone)
  }
}

/// A document to be cleaned.
struct CleanInput: Sendable {
  let document: Document
  let hash: String

  /// Reads the document's bytes and cleans them; a file with other bytes than fetch saw is a reject.
  func cleaned(by cleaner: Cleaner, root: String, stages: String) -> CleanedDocument {
    let place = Diagnostic.Location(source: document.source, address: document.address)
    do throws(Failure) {
      let bytes = try documentBytes(of: document, root: root, stages: stages)
      guard ContentHash(of: bytes) == document.contentHash else {
        throw Failure(
          "clean.changed-since-fetch", "the file \(document.path) has other bytes than fetch saw",
          remedy: "Run fetch again: `sluice run` does.")
      }
      let cleaned = cleaner.clean(document, bytes: bytes)
      return CleanedDocument(id: document.id, inputHash: hash, page: cleaned.page, diagnostics: cleaned.diagnostics)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.severity = .reject
      diagnostic.location = place
      if !diagnostic.code.hasPrefix("clean.") { diagnostic.code = "clean.unreadable" }
      return CleanedDocument(id: document.id, inputHash: hash, page: nil, diagnostics: [diagnostic])
    }
  }
}
