import Glibc
package import Records

/// A file being written from its start, through a buffer; nothing is promised until `finish` has synced it.
package struct FileWriter: ~Copyable {
  /// Bytes held back before they go to the file.
  private static let bufferSize = 1 << 18

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isOpen = true

  /// Makes the file, or empties one that is there; throws `file.unwritable`.
  package init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileCalls.failure("can't write this file", path, code: "file.unwritable") }
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { if isOpen { close(descriptor) } }

  /// Adds bytes at the end; throws `file.disk-full` or `file.unwritable`.
  package mutating func append(_ bytes: [UInt8]) throws(Failure) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is held back, syncs and closes.
  package mutating func finish() throws(Failure) {
    try flush()
    guard fsync(descriptor) == 0 else {
      throw FileCalls.failure("can't write this file", path, code: "file.unwritable")
    }
    isOpen = false
    guard close(descriptor) == 0 else {
      throw FileCalls.failure("can't write this file", path, code: "file.unwritable")
    }
  }

  private mutating func flush() throws(Failure) {
    var start = 0
    while start < buffer.count {
      // The pointer is used within this one call.
      let written = unsafe buffer.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
        return unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      guard written > 0 else {
        throw FileCalls.failure("can't write this file", path, code: "file.unwritable")
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
