import Glibc
import Synchronization

/// The signal that came, 0 as long as none did. Read and written by a signal handler, so it is one atomic number.
private let received = Atomic<Int32>(0)

/// Listens for SIGINT and SIGTERM: the first asks the run to end after its batch, a second ends it at once.
package struct Interruption: Sendable {
  /// Begins to listen, for the rest of the process.
  package init() {
    // The first access makes the global; inside a handler that would not be safe.
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if received.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
      }
    }
    // A reader of our output that goes away is an error to report, no reason to die in the middle of a batch.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a file that reaches the limit set for this user: the write fails and is told.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// The exit status that the signal asks for, 130 or 143; nil as long as none came.
  package var exitStatus: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : 128 + number
  }
}
