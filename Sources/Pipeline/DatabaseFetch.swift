import Fetch
import Records
import Settings
import Store

/// Brings fetch's store up to what a query on another database gives now.
struct DatabaseFetch {
  private let context: RunContext
  private let store: StageStore
  private let source: DatabaseSource
  private let rank: Int

  init(_ context: RunContext, _ store: StageStore, _ source: DatabaseSource, rank: Int) {
    self.context = context
    self.store = store
    self.source = source
    self.rank = rank
  }

  /// Runs the query; where it fails what it gave before stays, and the state says why.
  func run(_ archives: inout ArchiveFetch, _ worked: inout [Staleness: Int]) throws -> SourceState {
    let name = source.name.value
    let rows: ArchivedDocument
    do throws(Failure) { rows = try source.read(root: context.project.root, now: context.now) } catch {
      try store.write(files: [], unchanged: [(name, source.path, rank)], settings: [:], run: context.run)
      return SourceState(
        name: name, status: "\(source.path) can't be read: \(error.diagnostic.inOneLine)",
        matched: try store.pageCounts(source: name).known)
    }
    if let reason = try archives.keep(rows, source.asFiles, rank) { worked[reason, default: 0] += 1 }
    return SourceState(name: name, status: "ok", matched: 1)
  }
}

extension ArchiveFetch {
  /// Writes a document of rows that no file holds; says whether they are new or others, nil where they are as they were.
  mutating func keep(_ rows: ArchivedDocument, _ source: FileSource, _ rank: Int) throws -> Staleness? {
    let known = try keptMember(of: rows)
    let file = try file(rows, source, rank)
    try sync()
    try write([file])
    guard let known else { return .new }
    return known.contentHash == rows.document.contentHash ? nil : .inputChanged
  }
}

extension Diagnostic {
  /// What went wrong and the remedy, without a full stop, to stand inside of another sentence.
  var inOneLine: String {
    let text = remedy.isEmpty ? summary : "\(summary). \(remedy)"
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
