import Foundation
import Glibc
package import Records

/// The right to write `out/`: held with flock(2) on a close-on-exec descriptor, so that neither a crash nor a child
/// process leaves it behind.
package struct RunLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock at `path`, trying again for `wait` seconds or until `isInterrupted`; `holder` is written into the
  /// file for others to read.
  ///
  /// Throws `run.locked`, which names the holder, or `file.unwritable`.
  package init(
    _ path: String, holder: String, wait seconds: Int, isInterrupted: () -> Bool = { false }
  ) throws(Failure) {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw FileCalls.failure("can't write this file", path, code: "file.unwritable") }
    var left = seconds * 10
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard left > 0, !isInterrupted() else {
        close(opened)
        throw RunLock.taken(path)
      }
      left -= 1
      usleep(100_000)
    }
    // Only now: once every property is set, a throw would run the deinit over another's lock.
    descriptor = opened
    let text = Array(holder.utf8)
    ftruncate(descriptor, 0)
    // A lock is a lock even where its holder's name couldn't be written.
    _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func taken(_ path: String) -> Failure {
    let holder = (try? FileCalls.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return Failure(
      "run.locked", "another run holds this folder: \(holder.isEmpty ? "holder unknown" : holder)",
      at: .init(address: path), remedy: "Wait for it to end, or use --wait 10m.")
  }
}
