import Foundation
import Glibc
package import Records

/// The file system's calls that Foundation hides or does by halves: exact file states, synced files, atomic links.
package enum FileCalls {
  /// What the file system says of one file; equal states spare reading it.
  package struct State: Hashable, Sendable {
    /// Of what is no file of its own, such as a page of the web.
    package static let none = State(kind: .file, size: 0, modified: 0, changed: 0, inode: 0)

    package enum Kind: Sendable { case file, folder, link, other }
    package var kind: Kind
    /// Bytes.
    package var size: Int64
    /// Nanoseconds since 1970.
    package var modified: Int64
    package var changed: Int64
    package var inode: Int64
  }

  /// Whether something is there, links followed.
  package static func exists(_ path: String) -> Bool { state(path, followingLinks: true) != nil }

  /// The state of what is at `path`; nil if there is nothing or it can't be looked at.
  package static func state(_ path: String, followingLinks: Bool) -> State? {
    var info = Glibc.stat()
    // The calls fill a struct that lives on this stack frame.
    let result = unsafe followingLinks ? stat(path, &info) : lstat(path, &info)
    guard result == 0 else { return nil }
    let kind: State.Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return State(
      kind: kind, size: Int64(info.st_size), modified: nanoseconds(info.st_mtim),
      changed: nanoseconds(info.st_ctim), inode: Int64(truncatingIfNeeded: info.st_ino))
  }

  /// Whether a folder on the way to `path` can't be entered, so that nothing can be said of what is there.
  static func isHidden(_ path: String) -> Bool {
    var info = Glibc.stat()
    return unsafe stat(path, &info) != 0 && errno == EACCES
  }

  /// The names in a folder, sorted by their bytes, each once; throws `file.unreadable`.
  ///
  /// A name that isn't UTF-8 holds U+FFFD for what can't be read, and opens nothing.
  package static func names(in folder: String) throws(Failure) -> [String] {
    // The stream is closed on every way out, and each entry's name copied before the next is read.
    guard let stream = unsafe opendir(folder) else { throw failure("can't list this folder", folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    // Names that aren't UTF-8 may read the same.
    return names.enumerated().filter { $0.offset == 0 || names[$0.offset - 1] != $0.element }.map(\.element)
  }

  /// A whole file's bytes; throws `file.unreadable`.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("can't read this file", path) }
    defer { Glibc.close(descriptor) }
    let size = Int(state(path, followingLinks: true)?.size ?? 0)
    var bytes: [UInt8] = []
    var problem: Int32 = 0
    // Reading straight into the array's storage spares a copy of every page.
    while problem == 0 {
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: max(size - bytes.count, 0) + 4096) { buffer, count in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { problem = errno }
        count = max(got, 0)
      }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    errno = problem
    guard problem == 0 else { throw failure("can't read this file", path) }
    return bytes
  }

  /// Makes sure that what was written to a file or folder survives a loss of power; throws `file.unwritable`.
  package static func sync(_ path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("can't open for syncing", path, code: "file.unwritable") }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("can't sync", path, code: "file.unwritable") }
  }

  /// Moves a file, folder or link over whatever has that name, in one step.
  package static func rename(_ old: String, to new: String) throws(Failure) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw failure("can't move \(old) here", new, code: "file.unwritable")
    }
  }

  /// Makes a symbolic link at `path` that points to `target`.
  package static func link(_ path: String, to target: String) throws(Failure) {
    unsafe unlink(path)
    guard unsafe symlink(target, path) == 0 else {
      throw failure("can't make this link", path, code: "file.unwritable")
    }
  }

  /// Where a symbolic link points; nil if there is none.
  package static func target(of path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  }

  /// Makes a folder with its parents, if it isn't there; throws `file.unwritable`.
  package static func makeFolder(_ path: String, mode: Int = 0o755) throws(Failure) {
    if state(path, followingLinks: true)?.kind == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard
      unsafe mkdir(path, mode_t(mode)) == 0
        || (errno == EEXIST && state(path, followingLinks: true)?.kind == .folder)
    else {
      throw failure("can't make this folder", path, code: "file.unwritable")
    }
  }

  /// Sets a file's or folder's rights.
  package static func setMode(_ path: String, _ mode: Int) {
    unsafe chmod(path, mode_t(mode))
  }

  /// Writes a whole file, which is there with all its bytes or not at all; throws `file.disk-full` or
  /// `file.unwritable`.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let unfinished = "\(path).new"
    var file = try FileWriter(unfinished)
    try file.append(bytes)
    try file.finish()
    try rename(unfinished, to: path)
  }

  /// Deletes a file or a folder with all it holds, if it is there; throws `file.unwritable`.
  package static func remove(_ path: String) throws(Failure) {
    guard state(path, followingLinks: false) != nil else { return }
    do { try FileManager.default.removeItem(atPath: path) } catch {
      throw failure("can't delete this", path, code: "file.unwritable")
    }
  }

  /// The absolute path with links and dots resolved; nil if something on the way isn't there.
  package static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// What `errno` says, as a failure at `path`.
  static func failure(_ what: String, _ path: String, code: String = "file.unreadable") -> Failure {
    let number = errno
    let reason = unsafe String(cString: strerror(number))
    if number == ENOSPC || number == EDQUOT || number == EFBIG {
      return Failure(
        "file.disk-full", "\(what): \(reason)", at: .init(address: path),
        remedy: "Free some space and run again: what is published stays as it is.")
    }
    return Failure(
      code, "\(what): \(reason)", at: .init(address: path),
      remedy: code == "file.unreadable" ? "Make it readable for this user." : "Give this user the right to write it.")
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
