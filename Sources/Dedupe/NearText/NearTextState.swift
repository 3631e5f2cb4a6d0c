import Foundation
import Glibc
import Records

/// The files in which an index outlives its process, all in one folder, which can be removed at any time: the next run
/// makes them anew.
///
/// The shingles' file only grows, and the manifest says how much of it counts. The other files are written once and for
/// all, and a patch, which is written anew at each save, tells what changed since; names end in the number of the save.
/// A process that is killed leaves the last manifest and all it names.
struct NearTextState {
  let folder: String

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func path(_ name: String, _ generation: Int) -> String { "\(folder)/\(name).\(generation)" }

  private var manifestPath: String { path("manifest") }

  /// What a save left for the rule; nil where there is nothing, or what another version or rule left.
  func manifest(for rule: NearTextRule) throws(Failure) -> StateManifest? {
    guard FileManager.default.fileExists(atPath: manifestPath) else { return nil }
    guard let text = try? String(contentsOfFile: manifestPath, encoding: .utf8), let manifest = StateManifest(text)
    else { throw Self.damaged(manifestPath) }
    return manifest.suits(rule) ? manifest : nil
  }

  /// Makes the folder where there is none; throws `dedupe.near-disk`.
  func prepare() throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw StateFile.failure(folder) }
  }

  /// Makes the manifest the one that counts, then removes files of other saves.
  func commit(_ manifest: StateManifest) throws(Failure) {
    let fresh = path("manifest.new")
    let file = try PatchWriter(fresh)
    try file.append(Array(manifest.text.utf8))
    try file.sync()
    guard unsafe rename(fresh, manifestPath) == 0 else { throw StateFile.failure(manifestPath) }
    syncFolder()
    removeOthers(manifest)
  }

  /// Makes the renaming last, before files that the earlier manifest names are removed; a file system that can't is none
  /// whose renames get lost.
  private func syncFolder() {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func removeOthers(_ manifest: StateManifest) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard let dot = name.lastIndex(of: "."), let generation = Int(name[name.index(after: dot)...]) else { continue }
      let counts = name[..<dot] == "patch" ? manifest.generation : manifest.base
      if generation != counts { unsafe unlink(path(name)) }
    }
  }

  static func damaged(_ file: String) -> Failure {
    Failure(
      "dedupe.near-state", "the state of near duplicates can't be read: \(file)",
      remedy: "Remove its folder: the next run makes it anew.")
  }
}
