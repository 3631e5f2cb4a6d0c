import Glibc
package import Records

/// A file being read from its start, piece by piece.
package struct FileReader: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Opens the file; throws `file.unreadable`.
  package init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileCalls.failure("can't read this file", path) }
  }

  deinit { close(descriptor) }

  /// The next bytes, at most `count`; none at the end. Throws `file.unreadable`.
  package mutating func next(_ count: Int) throws(Failure) -> [UInt8] {
    var problem: Int32 = 0
    // The pointer is used within this one call.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      let size = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      if size < 0 { problem = errno }
      got = max(size, 0)
    }
    guard problem == 0 else {
      errno = problem
      throw FileCalls.failure("can't read this file", path)
    }
    return bytes
  }
}
