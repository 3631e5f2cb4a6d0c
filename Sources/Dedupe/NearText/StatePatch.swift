import Foundation
import Records

/// Writes the file that tells what changed since the other files were written.
struct PatchWriter: ~Copyable {
  private let file: StateFile

  /// Throws `dedupe.near-disk`.
  init(_ path: String) throws(Failure) { file = try StateFile(path, length: 0) }

  func append<Element: BitwiseCopyable>(_ elements: [Element]) throws(Failure) {
    var failure: Failure?
    unsafe elements.withUnsafeBytes { bytes in
      do throws(Failure) { try unsafe file.append(bytes) } catch let error { failure = error }
    }
    if let failure { throw failure }
  }

  /// The bytes are read during the call.
  @unsafe func append(_ bytes: UnsafeRawBufferPointer) throws(Failure) { try unsafe file.append(bytes) }

  func sync() throws(Failure) { try file.sync() }
}

/// Reads what `PatchWriter` wrote, in the same order.
struct PatchReader {
  let path: String
  private let bytes: Data
  private var place = 0

  /// Throws `dedupe.near-state`.
  init(_ path: String) throws(Failure) {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw NearTextState.damaged(path)
    }
    self.path = path
    self.bytes = bytes
  }

  mutating func read<Element: BitwiseCopyable>(_ count: Int) throws(Failure) -> [Element] {
    let size = MemoryLayout<Element>.stride
    guard count >= 0, count <= (bytes.count - place) / size else { throw NearTextState.damaged(path) }
    let start = place
    place += count * size
    return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
      _ = unsafe bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), from: start..<place)
      filled = count
    }
  }

  /// Whether all was read.
  var isAtEnd: Bool { place == bytes.count }
}
