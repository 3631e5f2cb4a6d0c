/// The gzip format (RFC 1952), held in memory.
package enum Gzip {
  /// Whether the bytes begin as a gzip member of the deflate method does.
  package static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// Unpacks all members, one after another, up to the end or to zeros that fill up a block.
  ///
  /// - Parameter limit: how many unpacked bytes are allowed, so that a small file can't fill the memory.
  /// - Throws: `GzipError` for bytes that end early, aren't gzip, or unpack to more than `limit`.
  package static func inflate(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    var unpacked: [UInt8] = []
    var offset = 0
    repeat {
      offset = try inflateStream(of: bytes, at: offset, .gzip, into: &unpacked, limit: limit)
    } while offset < bytes.count && !bytes[offset...].allSatisfy { $0 == 0 }
    return unpacked
  }

  /// Packs the bytes as one member; the same bytes give the same result, as the header holds no time and no name.
  package static func deflate(_ bytes: [UInt8]) -> [UInt8] { deflateMember(bytes) }
}

/// What HTTP calls `deflate`: a zlib stream, or the bare deflated bytes that some servers send instead.
package enum Deflate {
  /// Unpacks a stream; what stands after it isn't read.
  ///
  /// - Parameter limit: how many unpacked bytes are allowed.
  /// - Throws: `GzipError` for bytes that end early, aren't deflated, or unpack to more than `limit`.
  package static func inflate(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    // RFC 1950: the method 8 in the first byte, and the first two bytes a multiple of 31.
    let isZlib = bytes.count >= 2 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    var unpacked: [UInt8] = []
    _ = try inflateStream(of: bytes, at: 0, isZlib ? .zlib : .raw, into: &unpacked, limit: limit)
    return unpacked
  }
}

/// Unpacks the stream that begins at `start` and appends what it holds.
///
/// - Returns: the offset after the stream.
/// - Throws: `GzipError`, with `unpacked` grown by what could be read.
private func inflateStream(
  of bytes: [UInt8], at start: Int, _ format: Inflater.Format, into unpacked: inout [UInt8], limit: Int
) throws(GzipError) -> Int {
  var inflater = Inflater(format)
  var offset = start
  while true {
    let before = unpacked.count
    let step: Inflater.Step
    do {
      step = try inflater.inflate(bytes[offset...], into: &unpacked, room: 1 << 16)
    } catch {
      throw GzipError(error.kind, byteOffset: offset + error.byteOffset)
    }
    offset += step.read
    guard unpacked.count <= limit else {
      unpacked.removeLast(unpacked.count - limit)
      throw GzipError(.overLimit, byteOffset: offset)
    }
    if step.isFinished { return offset }
    if step.read == 0, unpacked.count == before { throw GzipError(.truncated, byteOffset: offset) }
  }
}

/// Why gzip bytes can't be unpacked.
package struct GzipError: Error, Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The bytes end before the member does.
    case truncated
    /// The bytes aren't gzip, or a checksum doesn't agree.
    case corrupt
    /// They unpack to more than was allowed.
    case overLimit
  }

  package var kind: Kind
  /// How many packed bytes had been read.
  package var byteOffset: Int

  package init(_ kind: Kind, byteOffset: Int) {
    self.kind = kind
    self.byteOffset = byteOffset
  }
}
