import Formats
import Records
import Store

/// A local file's bytes, of which any part can be read.
final class FileBytes: SeekableBytes {
  private let path: String
  let count: Int

  init(_ path: String) {
    self.path = path
    count = Int(FileCalls.state(path, followingLinks: true)?.size ?? 0)
  }

  func bytes(at offset: Int, count: Int) throws(InputFailure) -> [UInt8] {
    do throws(Failure) { return try FileCalls.read(path, at: offset, count: count) } catch {
      throw InputFailure(error.diagnostic.summary)
    }
  }
}
