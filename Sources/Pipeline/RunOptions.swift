package import Fetch
package import Records
package import Store

/// What a user asks of a run.
package struct RunOptions: Sendable {
  /// The stages to run, all of the config's when empty.
  package var stages: [Stage] = []
  /// Work on all inputs, not only stale ones.
  package var isForced = false
  /// Work on this one document or page.
  package var only: String?
  /// Threads to work on.
  package var jobs = 1
  /// The run's clock; nil for the system's.
  package var now: Timestamp?
  /// Seconds to wait for another run to end.
  package var wait = 0
  /// The command line, for the ledger.
  package var command = "run"
  /// The program's version, for the ledger.
  package var program = ""

  package init() {}
}

/// Told about a run as it goes; the terminal's progress is one.
package protocol RunObserver: Sendable {
  /// A stage has worked on `done` of `total` inputs.
  func progress(_ stage: Stage, done: Int, total: Int)
  /// Fetch asks hosts for pages and has got so far.
  func fetching(_ progress: FetchProgress)
  /// Something that a person should know of this run alone.
  func notice(_ diagnostic: Diagnostic)
  /// A stage is done.
  func finished(_ numbers: StageNumbers)
}
