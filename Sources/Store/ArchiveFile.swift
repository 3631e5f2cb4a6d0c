import Glibc
package import Records

/// A file to which records are added at the end, each in the file before the next step, so that a killed process
/// loses none of them.
package struct ArchiveFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// How many bytes the file has.
  package private(set) var size: Int

  /// Opens or makes the file; throws `file.unwritable`.
  package init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileCalls.failure("can't write this file", path, code: "file.unwritable") }
    size = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit { close(descriptor) }

  /// Adds a record; returns the offset at which it begins. Throws `file.disk-full` or `file.unwritable`.
  package mutating func append(_ bytes: [UInt8]) throws(Failure) -> Int {
    let start = size
    var done = 0
    while done < bytes.count {
      // The pointer is used within this one call.
      let written = unsafe bytes.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
        return unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      guard written > 0 else {
        // What was half written would hide what comes after it.
        ftruncate(descriptor, off_t(start))
        throw FileCalls.failure("can't write this file", path, code: "file.unwritable")
      }
      done += written
    }
    size += bytes.count
    return start
  }

  /// Takes away what stands behind `size`, such as a record that a killed process left half written.
  package mutating func cut(to size: Int) throws(Failure) {
    guard ftruncate(descriptor, off_t(size)) == 0 else {
      throw FileCalls.failure("can't write this file", path, code: "file.unwritable")
    }
    self.size = size
  }

  /// Brings what was added to the disk.
  package func sync() throws(Failure) {
    guard fsync(descriptor) == 0 else {
      throw FileCalls.failure("can't write this file", path, code: "file.unwritable")
    }
  }
}

extension FileCalls {
  /// `count` bytes of a file from `offset` on, fewer where it ends before; throws `file.unreadable`.
  package static func read(_ path: String, at offset: Int, count: Int) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("can't open this file", path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      // The pointer is used within this one call.
      let found = unsafe bytes.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
        return unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      }
      guard found >= 0 else { throw failure("can't read this file", path) }
      if found == 0 { break }
      done += found
    }
    bytes.removeLast(count - done)
    return bytes
  }
}
