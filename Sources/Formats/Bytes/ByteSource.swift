/// Bytes that come one piece after another, such as from a file or from a program.
package protocol ByteSource: AnyObject {
  /// The next bytes; none at the end, and none ever after.
  func next() throws(InputFailure) -> [UInt8]
}

/// Bytes of which any part can be read, such as a file's.
package protocol SeekableBytes: AnyObject {
  /// How many bytes there are.
  var count: Int { get }
  /// Reads `count` bytes at an offset, fewer only where they end before.
  func bytes(at offset: Int, count: Int) throws(InputFailure) -> [UInt8]
}

/// Bytes can't be read, as the system says; not a fault of what they hold.
package struct InputFailure: Error, Hashable, Sendable {
  /// What the system says.
  package var message: String

  package init(_ message: String) { self.message = message }
}

/// Bytes in memory.
package final class MemoryBytes: ByteSource, SeekableBytes {
  private let bytes: [UInt8]
  private let piece: Int
  private var position = 0

  /// - Parameter piece: how many bytes come at a time.
  package init(_ bytes: [UInt8], piece: Int = 1 << 16) {
    self.bytes = bytes
    self.piece = piece
  }

  package var count: Int { bytes.count }

  package func next() -> [UInt8] {
    let end = min(position + piece, bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }

  package func bytes(at offset: Int, count: Int) -> [UInt8] {
    let start = min(max(offset, 0), bytes.count)
    return Array(bytes[start..<min(start + max(count, 0), bytes.count)])
  }
}

/// A part of bytes, from front to back.
package final class PartSource: ByteSource {
  private let bytes: any SeekableBytes
  private var offset: Int
  private let end: Int

  /// - Parameter count: how many bytes at most; nil for all to the end.
  package init(of bytes: any SeekableBytes, from offset: Int = 0, count: Int? = nil) {
    self.bytes = bytes
    self.offset = offset
    end = count.map { min(offset + $0, bytes.count) } ?? bytes.count
  }

  package func next() throws(InputFailure) -> [UInt8] {
    guard offset < end else { return [] }
    let piece = try bytes.bytes(at: offset, count: min(1 << 16, end - offset))
    offset += piece.count
    return piece
  }
}
