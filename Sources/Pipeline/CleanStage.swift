import Clean
import Fetch
import Formats
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
      return batch.map {
        CleanInput(document: $0.document, hash: $0.hash, rowOptions: context.project.rowOptions[$0.document.source])
      }
    } transform: {
      $0.isLargeTable ? CleanResult.table($0) : .page($0.cleaned(by: cleaner, root: root, stages: stages))
    } write: { results in
      try store.write(
        pages: results.compactMap { if case .page(let cleaned) = $0 { cleaned } else { nil } }, fingerprint)
      for case .table(let input) in results { try write(input, root: root, stages: stages, fingerprint) }
      done += results.count
      context.observer.progress(.clean, done: done, total: total)
      try context.checkInterruption()
    }
    let gone = context.options.only == nil ? try store.forgetGonePages() : 0
    WriteBoundary.cleanDone.reached()
    try store.close()
    return worked(staleness, done: done, gone: gone)
  }

  /// Writes a data file's rows while they are read; one that can't be read as a whole is a reject.
  private func write(
    _ input: CleanInput, root: String, stages: String, _ fingerprint: Fingerprint
  ) throws {
    var interrupted: (any Error)?
    do throws(Failure) {
      try store.write(table: input.document.id, fingerprint) { emit in
        var summary: RowSummary?
        try input.readRows(root: root, stages: stages) { page in
          do { try context.checkInterruption() } catch {
            interrupted = error
            throw error
          }
          try emit(page)
        } finish: {
          summary = $0
        }
        return input.cleaned(summary, pages: [])
      }
    } catch {
      if let interrupted { throw interrupted }
      guard error.diagnostic.code.hasPrefix("clean.") || error.diagnostic.code.hasPrefix("fetch.") else { throw error }
      try store.write(pages: [input.rejected(error)], fingerprint)
    }
  }
}

/// What cleaning one document on one of several threads gives.
private enum CleanResult: Sendable {
  case page(CleanedDocument)
  /// A data file that is too large to be held; it is read while its rows are written.
  case table(CleanInput)
}

/// A document to be cleaned.
struct CleanInput: Sendable {
  let document: Document
  let hash: String
  let rowOptions: RowOptions?

  /// How many bytes a data file may have to be read on one of several threads and held.
  private static let heldTable = 1 << 20

  var isLargeTable: Bool { document.kind.holdsRows && document.byteCount > CleanInput.heldTable }

  /// Reads the document's bytes and cleans them; a file with other bytes than fetch saw is a reject.
  func cleaned(by cleaner: Cleaner, root: String, stages: String) -> CleanedDocument {
    do throws(Failure) {
      if document.kind.holdsRows { return try heldRows(root: root, stages: stages) }
      let bytes = try documentBytes(of: document, root: root, stages: stages)
      guard ContentHash(of: bytes) == document.contentHash else { throw changed }
      let cleaned = cleaner.clean(document, bytes: bytes)
      return CleanedDocument(id: document.id, inputHash: hash, page: cleaned.page, diagnostics: cleaned.diagnostics)
    } catch { return rejected(error) }
  }

  private var changed: Failure {
    Failure(
      "clean.changed-since-fetch", "the file \(document.path) has other bytes than fetch saw",
      remedy: "Run fetch again: `sluice run` does.")
  }

  /// The document as a reject.
  func rejected(_ failure: Failure) -> CleanedDocument {
    var diagnostic = failure.diagnostic
    diagnostic.severity = .reject
    diagnostic.location = .init(source: document.source, address: document.address)
    if !diagnostic.code.hasPrefix("clean.") { diagnostic.code = "clean.unreadable" }
    return CleanedDocument(id: document.id, inputHash: hash, page: nil, diagnostics: [diagnostic])
  }

  /// Reads a data file twice: for its encoding, and for its rows, page by page; `finish` gets what it gave as a whole.
  ///
  /// Throws `clean.changed-since-fetch` where the bytes are others now, and whatever `emit` throws.
  func readRows(
    root: String, stages: String, emit: (Page) throws -> Void, finish: (RowSummary) -> Void
  ) throws {
    var survey = EncodingSurvey()
    var hasher = ContentHasher()
    var first = try DocumentStream(document, root: root, stages: stages)
    while let piece = try first.next() {
      survey.append(piece)
      hasher.append(bytes: piece)
    }
    guard hasher.finish() == document.contentHash else { throw changed }
    var pages = RowPages(document, rowOptions ?? RowOptions(), encoding: survey.encoding)
    var second = try DocumentStream(document, root: root, stages: stages)
    while let piece = try second.next() {
      pages.append(piece)
      while let page = pages.next() { try emit(page) }
    }
    pages.finish()
    while let page = pages.next() { try emit(page) }
    finish(pages.summary)
  }

  private func heldRows(root: String, stages: String) throws(Failure) -> CleanedDocument {
    var pages: [Page] = []
    var summary: RowSummary?
    do { try readRows(root: root, stages: stages, emit: { pages.append($0) }, finish: { summary = $0 }) } catch {
      throw error as? Failure ?? Failure("clean.unreadable", "\(error)")
    }
    return cleaned(summary, pages: pages)
  }

  /// What became of a data file.
  func cleaned(_ summary: RowSummary?, pages: [Page]) -> CleanedDocument {
    let table = CleanedTable(
      source: document.source, pages: pages, rows: summary?.rows ?? 0, rejected: summary?.rejected ?? 0,
      fields: (summary?.fields ?? []).map { .init(name: $0.name, rows: $0.rows, isOfHeader: $0.isOfHeader) })
    return CleanedDocument(id: document.id, inputHash: hash, table: table, diagnostics: summary?.diagnostics ?? [])
  }
}
