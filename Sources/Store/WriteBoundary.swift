import Glibc

/// The moments between two lasting writes, by name: whatever happens there, the next run goes on from it.
///
/// In debug builds the environment variable `SLUICE_KILL_AT` (`NAME` or `NAME:COUNT`) ends the process with SIGKILL at
/// such a moment, so that tests can show it.
package enum WriteBoundary: String, CaseIterable, Sendable {
  case runOpened = "run-opened"
  case fetchBatch = "fetch-batch"
  case webBody = "web-body"
  case webBatch = "web-batch"
  case fetchSettled = "fetch-settled"
  case cleanBatch = "clean-batch"
  case cleanDone = "clean-done"
  case normalizeBatch = "normalize-batch"
  case normalizeDone = "normalize-done"
  case dedupeTable = "dedupe-table"
  case dedupeDone = "dedupe-done"
  case historyWritten = "history-written"
  case databaseBuilt = "database-built"
  case csvWritten = "csv-written"
  case folderBuilt = "folder-built"
  case folderNamed = "folder-named"
  case currentSwitched = "current-switched"
  case runClosed = "run-closed"

  /// Marks that the process has got here.
  package func reached() {
    #if DEBUG
      KillSwitch.passed(self)
    #endif
  }
}

#if DEBUG
  import Foundation
  import Synchronization

  /// Counts the boundaries passed and ends the process at the one asked for.
  private enum KillSwitch {
    static let wanted = ProcessInfo.processInfo.environment["SLUICE_KILL_AT"]?.split(separator: ":").map(String.init)
    static let passes = Mutex(0)

    static func passed(_ boundary: WriteBoundary) {
      guard let wanted, wanted.first == boundary.rawValue else { return }
      let count = passes.withLock { passes in
        passes += 1
        return passes
      }
      if count == wanted.dropFirst().first.flatMap({ Int($0) }) ?? 1 { kill(getpid(), SIGKILL) }
    }
  }
#endif
