import Glibc
import Records

/// A file that only grows and is read at any place; closed with its owner.
struct StateFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens the file and cuts it to `length` bytes, or makes it; throws `dedupe.near-disk`.
  init(_ path: String, length: Int) throws(Failure) {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) == length else {
      throw Self.failure(path)
    }
    Self.leaveReadingTime(descriptor)
  }

  /// A file whose name is gone at once, and which goes with this process; throws `dedupe.near-disk`.
  init(temporaryIn folder: String) throws(Failure) {
    path = folder
    var name = Array("\(folder)/sluice-shingles-XXXXXX".utf8CString)
    // The name is written into the array, which lives as long as the call.
    descriptor = unsafe name.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return -1 }
      let made = unsafe mkstemp(start)
      if made >= 0 { unsafe unlink(start) }
      return made
    }
    guard descriptor >= 0 else { throw Self.failure(folder) }
    Self.leaveReadingTime(descriptor)
  }

  /// Keeps the system from noting the time of every reading, a third of what reading few texts costs; where the file is
  /// another user's it goes on doing so.
  private static func leaveReadingTime(_ descriptor: Int32) { _ = fcntl(descriptor, F_SETFL, noReadingTime) }

  /// Linux's `O_NOATIME`, which its headers show to programs in C that ask for GNU's additions alone.
  private static var noReadingTime: Int32 { 0o1_000_000 }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes all of the bytes at the end; throws `dedupe.near-disk`.
  @unsafe func append(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    var start = 0
    while start < bytes.count {
      guard let base = bytes.baseAddress else { return }
      let written = unsafe write(descriptor, base + start, bytes.count - start)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.failure(path) }
      start += written
    }
  }

  /// Fills the buffer from the place on; throws `dedupe.near-disk` where the file is shorter.
  @unsafe func read(at place: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Failure) {
    var filled = 0
    while filled < buffer.count {
      guard let base = buffer.baseAddress else { return }
      let got = unsafe pread(descriptor, base + filled, buffer.count - filled, place + filled)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { throw Self.failure(path) }
      filled += got
    }
  }

  /// Waits until the disk has it; throws `dedupe.near-disk`.
  func sync() throws(Failure) { guard fsync(descriptor) == 0 else { throw Self.failure(path) } }

  /// `dedupe.near-disk` for the last call that failed.
  static func failure(_ path: String) -> Failure {
    Failure(
      "dedupe.near-disk", "can't keep shingles of texts in \(path): \(unsafe String(cString: strerror(errno)))",
      remedy: "Make room there, or let TMPDIR name another folder.")
  }
}
