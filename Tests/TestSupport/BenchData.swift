import Foundation

/// The folder of test data that is shared between projects and no part of this one.
package enum BenchData {
  /// `SLUICE_BENCH`, else `../shared/bench` beside the package; nil where neither is a folder.
  package static let folder: String? = {
    if let named = ProcessInfo.processInfo.environment["SLUICE_BENCH"] { return isFolder(named) ? named : nil }
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/bench").path
    return isFolder(beside) ? beside : nil
  }()

  /// The path of a file or folder in it; nil where it isn't there.
  package static func path(_ relativePath: String) -> String? {
    guard let path = folder.map({ "\($0)/\(relativePath)" }) else { return nil }
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Whether a file or folder is in it; for `.enabled(if:)`.
  package static func has(_ relativePath: String) -> Bool { path(relativePath) != nil }

  private static func isFolder(_ path: String) -> Bool {
    let type =
      try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type] as? FileAttributeType
    return type == .typeDirectory
  }
}
