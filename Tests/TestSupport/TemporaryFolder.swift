import Foundation

/// A folder of its own below the system's temporary directory; it goes, with all it holds, when its owner goes.
package final class TemporaryFolder: Sendable {
  /// The absolute path, with links resolved and without a slash at the end.
  package let path: String

  /// Throws what the file system says.
  package init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = "\(base)/sluice-test-\(UUID().uuidString.lowercased())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    openFolders()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Where `relativePath` is in it.
  package func path(_ relativePath: String) -> String { "\(path)/\(relativePath)" }

  /// Writes a file, with the folders above it; gives its absolute path.
  @discardableResult
  package func write(_ text: String, to relativePath: String) throws -> String {
    try write(Array(text.utf8), to: relativePath)
  }

  /// Writes a file, with the folders above it; gives its absolute path.
  @discardableResult
  package func write(_ bytes: [UInt8], to relativePath: String) throws -> String {
    let file = path(relativePath)
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// A file's text; throws what the file system says.
  package func read(_ relativePath: String) throws -> String {
    String(decoding: try readBytes(relativePath), as: UTF8.self)
  }

  /// A file's bytes; throws what the file system says.
  package func readBytes(_ relativePath: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(relativePath))))
  }

  /// Makes an empty folder with its parents.
  package func makeFolder(_ relativePath: String) throws {
    try FileManager.default.createDirectory(atPath: path(relativePath), withIntermediateDirectories: true)
  }

  /// Makes a symbolic link that points to `target`, as written.
  package func link(_ relativePath: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(relativePath), withDestinationPath: target)
  }

  /// Deletes a file, a link or a folder.
  package func remove(_ relativePath: String) throws { try FileManager.default.removeItem(atPath: path(relativePath)) }

  /// When a file was last modified, in whole seconds since 1970.
  package func modificationTime(_ relativePath: String) throws -> Int64 {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(relativePath))
    guard let date = attributes[.modificationDate] as? Date else { throw CocoaError(.fileReadUnknown) }
    return Int64(date.timeIntervalSince1970.rounded(.down))
  }

  /// Says that a file was last modified at `seconds` since 1970.
  package func setModificationTime(_ relativePath: String, to seconds: Int64) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(seconds))], ofItemAtPath: path(relativePath))
  }

  /// A file's or folder's rights, such as `0o644`.
  package func mode(_ relativePath: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(relativePath))
    guard let mode = attributes[.posixPermissions] as? NSNumber else { throw CocoaError(.fileReadUnknown) }
    return mode.intValue
  }

  /// Sets a file's or folder's rights.
  package func setMode(_ relativePath: String, to mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(relativePath))
  }

  /// The names in a folder, sorted.
  package func names(_ relativePath: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(relativePath)).sorted()
  }

  /// Gives back the right to write the folder and those below it: without it they would keep what they hold.
  private func openFolders() {
    var folders = [path]
    while let folder = folders.popLast() {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        let item = "\(folder)/\(name)"
        let type = try? FileManager.default.attributesOfItem(atPath: item)[.type] as? FileAttributeType
        if type == .typeDirectory { folders.append(item) }
      }
    }
  }
}
