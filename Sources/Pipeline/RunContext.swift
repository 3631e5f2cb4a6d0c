import Records
import Store

/// What every stage of one run shares.
struct RunContext: Sendable {
  let project: Project
  let options: RunOptions
  let observer: any RunObserver
  let interruption: Interruption
  /// The run's number in the ledger.
  let run: Int
  /// The run's clock: when it began, or what was asked for.
  let now: Timestamp
  /// The number of the last run whose outputs became `current`; 0 for none.
  let lastPublished: Int

  /// Inputs worked on between two commits, at most.
  static let batchCount = 64
  /// Bytes of inputs held at once, at most (one input may be larger).
  static let batchBytes = 16 << 20

  /// Opens a stage's store for writing, and says so if it had to be made anew.
  func open(_ stage: Stage, prior: Stage? = nil) throws(Failure) -> StageStore {
    let store = try StageStore(writing: stage, in: project.out.stages, prior: prior)
    if store.isRemade {
      observer.notice(
        Diagnostic(
          .warn, "store.remade", "an older Sluice made the store of \(stage.rawValue); it is made anew",
          at: .init(address: StageStore.path(stage, in: project.out.stages))))
    }
    return store
  }

  /// Throws `Interrupted` once a signal has come; called between batches.
  func checkInterruption() throws {
    if let status = interruption.exitStatus { throw Interrupted(exitStatus: status) }
  }
}

/// A signal has asked the run to end.
struct Interrupted: Error {
  let exitStatus: Int32
}
