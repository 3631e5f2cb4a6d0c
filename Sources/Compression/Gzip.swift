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
      offset = try inflateMember(of: bytes, at: offset, into: &unpacked, limit: limit)
    } while offset < bytes.count && !bytes[offset...].allSatisfy { $0 == 0 }
    return unpacked
  }

  /// Packs the bytes as one member; the same bytes give the same result, as the header holds no time and no name.
  package static func deflate(_ bytes: [UInt8]) -> [UInt8] { deflateMember(bytes) }
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
