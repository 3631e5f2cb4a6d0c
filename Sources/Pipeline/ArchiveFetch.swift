import Fetch
import Formats
import Records
import Settings
import Store

/// Brings fetch's store up to what the archives among the local files hold.
///
/// The bytes of what is in them are kept below `out/stages/`, as no file holds them by themselves.
struct ArchiveFetch {
  private let context: RunContext
  private let store: StageStore
  private let settings: [String: String]
  private var keeper: BodyKeeper

  /// - Parameter settings: the hash of each source's settings.
  init(_ context: RunContext, _ store: StageStore, settings: [String: String]) {
    self.context = context
    self.store = store
    self.settings = settings
    keeper = BodyKeeper(
      folder: context.project.out.stages, kept: keptMembersFolder, run: context.run, now: context.now,
      program: context.options.program)
  }

  /// Marks what an archive holds that didn't change; how many there are.
  func mark(_ candidate: Candidate, source: FileSource, rank: Int) throws -> Int {
    try store.markMembers(ofArchive: candidate.path, source: source.name.value, rank: rank, run: context.run)
  }

  /// Reads an archive and writes what it holds, batch by batch, and the archive last, so that a run that was cut short
  /// reads it again; how many documents and rejects there are.
  mutating func read(_ candidate: Candidate, _ kind: ArchiveKind, source: FileSource, rank: Int) throws -> Int {
    var documents: ArchiveDocuments
    do throws(Failure) { documents = try ArchiveDocuments(source, candidate, kind) } catch {
      var diagnostic = error.diagnostic
      diagnostic.severity = .reject
      diagnostic.location = .init(source: source.name.value, address: candidate.path)
      try write([source.row(ofArchive: candidate, rank: rank, outcome: .rejected, [diagnostic])])
      return 0
    }
    var count = 0
    var unresolved = 0
    var batch: [FetchedFile] = []
    while let item = documents.next() {
      switch item {
      case .document(let archived): batch.append(try file(archived, source, rank))
      case .revisit(let document, let original):
        try write(batch)
        batch = []
        guard let file = try file(document, original: original, rank) else {
          unresolved += 1
          continue
        }
        batch = [file]
      }
      count += 1
      if batch.count == RunContext.batchCount {
        try write(batch)
        batch = []
        try context.checkInterruption()
      }
    }
    let warnings = documents.warnings + unresolvedWarning(unresolved, candidate, source)
    try keeper.sync()
    try write(batch + [source.row(ofArchive: candidate, rank: rank, outcome: .archive, warnings)])
    return count
  }

  /// What an earlier run kept of a document; nil for a new one.
  func keptMember(of archived: ArchivedDocument) throws -> Document? {
    try store.keptMember(source: archived.document.source, path: archived.document.path)
  }

  /// Brings what was kept so far to the disk.
  func sync() throws { try keeper.sync() }

  /// Brings what was kept to the disk and ends.
  mutating func finish() throws { try keeper.finish() }

  /// Deletes kept bytes that no row points to.
  func sweep() throws {
    let folder = "\(context.project.out.stages)/\(keptMembersFolder)"
    guard FileCalls.exists(folder) else { return }
    let used = try store.usedArchives(in: keptMembersFolder)
    for name in try FileCalls.names(in: folder) where !used.contains("\(keptMembersFolder)/\(name)") {
      try FileCalls.remove("\(folder)/\(name)")
    }
  }

  private func unresolvedWarning(_ count: Int, _ candidate: Candidate, _ source: FileSource) -> [Diagnostic] {
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        .warn, "fetch.unresolved-revisit", "\(count) answers repeat a page that isn't in the source's archives.",
        at: .init(source: source.name.value, address: candidate.path),
        remedy: "Bring in the archive that has the first answers.")
    ]
  }

  func write(_ files: [FetchedFile]) throws {
    guard !files.isEmpty else { return }
    try store.write(files: files, unchanged: [], settings: settings, run: context.run)
  }

  /// The row of a document; its bytes are kept unless they already are.
  mutating func file(_ archived: ArchivedDocument, _ source: FileSource, _ rank: Int) throws -> FetchedFile {
    var document = archived.document
    guard archived.problem == nil else {
      return FetchedFile(
        document: document, sourceRank: rank, state: .none, outcome: .rejected,
        diagnostics: [archived.problem].compactMap { $0 })
    }
    if let known = try store.keptMember(source: document.source, path: document.path),
      known.contentHash == document.contentHash
    {
      document.place = known.place
      document.fetchedAt = known.fetchedAt
    } else {
      document.place = try keeper.keep(record(document, archived.body)).description
    }
    var file = FetchedFile(document: document, sourceRank: rank, state: .none, outcome: .document, diagnostics: [])
    if document.kind.holdsRows { file.reading = source.rowOptions.canonical }
    return file
  }

  /// The row of a document whose body another one has; nil where that isn't known.
  private func file(_ document: Document, original: String, _ rank: Int) throws -> FetchedFile? {
    guard let known = try store.keptDocument(source: document.source, id: Identity.document(address: original)) else {
      return nil
    }
    var document = document
    document.kind = known.kind
    document.contentHash = known.contentHash
    document.byteCount = known.byteCount
    document.charset = known.charset
    document.place = known.place
    return FetchedFile(document: document, sourceRank: rank, state: .none, outcome: .document, diagnostics: [])
  }

  private func record(_ document: Document, _ body: [UInt8]) -> [UInt8] {
    let seed = ContentHash(of: "\(document.address) \(document.contentHash.hex)").hex
    return WarcEntry.resource(
      id: WarcEntry.id(of: Array(seed.utf8)), date: document.fetchedAt.description,
      target: document.address.replacing(" ", with: "%20"), contentType: mediaType(of: document.kind), body: body
    ).packed
  }

  private func mediaType(of kind: Document.Kind) -> String {
    switch kind {
    case .html: "text/html"
    case .text: "text/plain"
    case .csv: "text/csv"
    case .json: "application/json"
    case .jsonLines: "application/jsonl"
    case .feed: "application/xml"
    }
  }
}
