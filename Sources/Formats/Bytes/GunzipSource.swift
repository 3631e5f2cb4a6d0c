import Compression

/// Unpacks gzip members from a source, one after another.
///
/// A piece never holds bytes of two members. Where the bytes are damaged or grow beyond reason it ends, after what could
/// be read.
final class GunzipSource: ByteSource {
  /// Where a member begins, packed and unpacked.
  struct Member {
    var packed: Int
    var unpacked: Int
  }

  /// Why it ended before the packed bytes did; nil where it didn't.
  private(set) var damage: GzipError?
  /// The members whose bytes were given since `forget`, the oldest first.
  private(set) var members: [Member] = []
  private var packed: ByteStream
  private var inflater = Inflater(.gzip)
  private var unpackedCount = 0
  private var isInside = false

  init(_ packed: ByteStream) { self.packed = packed }

  func next() throws(InputFailure) -> [UInt8] {
    var unpacked: [UInt8] = []
    while unpacked.isEmpty, damage == nil {
      guard try packed.fill(isInside ? 1 : 2) else {
        // Bytes that are too few for a member are taken for padding, as gzip itself does with zeros.
        if isInside { damage = GzipError(.truncated, byteOffset: packed.offset) }
        break
      }
      if !isInside, !beginMember() { break }
      inflate(into: &unpacked)
    }
    unpackedCount += unpacked.count
    return unpacked
  }

  /// Forgets the members that began before an unpacked offset.
  func forget(before offset: Int) { members.removeAll { $0.unpacked < offset } }

  /// Begins a member; false at zeros that fill up a block and at anything else that isn't gzip.
  private func beginMember() -> Bool {
    guard packed.available.starts(with: [0x1F, 0x8B]) else {
      if packed.available.contains(where: { $0 != 0 }) { damage = GzipError(.corrupt, byteOffset: packed.offset) }
      return false
    }
    members.append(Member(packed: packed.offset, unpacked: unpackedCount))
    inflater = Inflater(.gzip)
    isInside = true
    return true
  }

  private func inflate(into unpacked: inout [UInt8]) {
    do {
      let room = min(max(4 * packed.available.count, 1 << 10), 1 << 16)
      let step = try inflater.inflate(packed.available, into: &unpacked, room: room)
      packed.consume(step.read)
      isInside = !step.isFinished
      if ArchiveLimits.isBomb(unpacked: unpackedCount + unpacked.count, packed: packed.offset) {
        damage = GzipError(.overLimit, byteOffset: packed.offset)
      }
    } catch {
      damage = GzipError(.corrupt, byteOffset: packed.offset + error.byteOffset)
    }
  }
}
