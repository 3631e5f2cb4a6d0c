import GRDB
package import Records

/// A stage's store while it is open, with the store of the stage before attached as `prior` where there is one.
///
/// The tables of each stage stand in files of their own, as extensions or as types that take this one.
package struct StageStore: Sendable {
  package let stage: Stage
  let database: StoreDatabase
  /// Whether a store of an older layout stood there and was thrown away.
  package let isRemade: Bool

  /// Layout numbers of the stage stores; raise one when its tables change.
  static func layout(_ stage: Stage) -> Int {
    switch stage {
    case .clean: 5
    case .fetch, .normalize, .dedupe: 2
    case .load: 1
    }
  }

  /// The store's path below `out/stages/`.
  package static func path(_ stage: Stage, in folder: String) -> String { "\(folder)/\(stage.rawValue).sqlite" }

  /// Opens or makes the stage's store for writing.
  ///
  /// A store of an older layout is thrown away and made anew, unless it is fetch's, which nothing could replace.
  package init(writing stage: Stage, in folder: String, prior: Stage? = nil) throws(Failure) {
    self.stage = stage
    (database, isRemade) = try Self.openForWriting(stage, Self.path(stage, in: folder))
    guard let prior else { return }
    guard try Self.attach(prior, in: folder, to: database) else {
      throw Failure(
        "store.missing", "there is no store of \(prior.rawValue) to read",
        at: .init(address: Self.path(prior, in: folder)), remedy: "Run `sluice run --from \(prior.rawValue)`.")
    }
  }

  /// Opens the stage's store for reading; nil where the stage or the one before it has not run yet, or has to be made
  /// anew because its layout is older.
  package init?(reading stage: Stage, in folder: String, prior: Stage? = nil) throws(Failure) {
    guard let database = try Self.openForReading(stage, Self.path(stage, in: folder)) else { return nil }
    self.stage = stage
    self.database = database
    isRemade = false
    if let prior, try !Self.attach(prior, in: folder, to: database) { return nil }
  }

  /// Makes the store of the stage before readable as `prior`; false where there is none of this layout.
  private static func attach(_ prior: Stage, in folder: String, to database: StoreDatabase) throws(Failure) -> Bool {
    let path = path(prior, in: folder)
    guard let store = try openForReading(prior, path) else { return false }
    try store.close()
    try database.attach(path, as: "prior")
    return true
  }

  private static func openForWriting(_ stage: Stage, _ path: String) throws(Failure) -> (StoreDatabase, isRemade: Bool)
  {
    func open() throws(Failure) -> StoreDatabase {
      try StoreDatabase.writing(path, layout: layout(stage)) { try $0.execute(sql: tables(stage)) }
    }
    do throws(Failure) { return (try open(), false) } catch {
      guard isReplaceable(stage, error) else { throw error }
      for suffix in ["", "-wal", "-shm"] { try FileCalls.remove(path + suffix) }
      return (try open(), true)
    }
  }

  private static func openForReading(_ stage: Stage, _ path: String) throws(Failure) -> StoreDatabase? {
    do throws(Failure) { return try StoreDatabase.reading(path, layout: layout(stage)) } catch {
      guard isReplaceable(stage, error) else { throw error }
      return nil
    }
  }

  /// Whether a store that can't be opened is one that the stage before can make anew.
  private static func isReplaceable(_ stage: Stage, _ failure: Failure) -> Bool {
    failure.diagnostic.code == "store.older" && stage != .fetch
  }

  /// Brings a fetch store of an older layout up to this one; what was fetched can't be had again.
  package static func migrateFetch(in folder: String) throws(Failure) {
    let path = path(.fetch, in: folder)
    guard FileCalls.exists(path) else { return }
    try StoreDatabase.migrate(path, to: layout(.fetch), steps: [1: FileTable.fromLayout1 + WebTable.create])
  }

  /// Ends the work; the file stands alone again.
  package func close() throws(Failure) { try database.close() }

  private static func tables(_ stage: Stage) -> String {
    switch stage {
    case .fetch: FileTable.create + WebTable.create + DiagnosticTable.create
    case .clean: InputTable.create + DiagnosticTable.create + PageTable.create + PartTable.create
    case .normalize: InputTable.create + InputTable.createOutputs + DiagnosticTable.create + RecordTable.create
    case .dedupe: ClusterTable.create + DiagnosticTable.create
    case .load: DiagnosticTable.create
    }
  }

  /// How many inputs are stale, by reason.
  package func staleness(_ fingerprint: Fingerprint) throws(Failure) -> [Staleness: Int] {
    try database.read { try InputTable.staleness($0, fingerprint) }
  }

  /// The ids of the next stale inputs after `last` in the order of ids; with `forced` of all inputs.
  package func stale(
    _ fingerprint: Fingerprint, after last: String, limit: Int, forced: Bool
  ) throws(Failure) -> [String] {
    try database.read { try InputTable.stale($0, fingerprint, after: last, limit: limit, forced: forced) }
  }

  /// How many present inputs ended how.
  package func outcomes() throws(Failure) -> [Outcome: Int] { try database.read { try InputTable.outcomes($0) } }

  /// How many outputs the stage offers to the next one.
  package func outputCount() throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM _outputs") ?? 0 }
  }

  /// How many outputs the stage before offers.
  package func priorOutputs() throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM prior._outputs") ?? 0 }
  }

  /// How many warnings are noted over what is present.
  package func warningCount() throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM _diagnostics WHERE severity = 'warn'") ?? 0 }
  }

  /// Calls `body` with each reject and warning over what is present, by input.
  package func eachDiagnostic(_ body: (Diagnostic) throws -> Void) throws(Failure) {
    try database.read { try DiagnosticTable.each($0, body) }
  }

  /// The rejects and warnings of one input.
  package func diagnostics(of input: String) throws(Failure) -> [Diagnostic] {
    try database.read { try DiagnosticTable.of($0, input: input) }
  }
}
