/// Reads the files inside of a zip or a tar, packed or not, one after another and in place; nothing is written anywhere.
package struct ArchiveReader {
  private var kind: Kind

  private enum Kind {
    case zip(ZipReader)
    case tar(TarReader)
  }

  /// What an archive is by its first bytes.
  package enum Format: String, Sendable, CaseIterable {
    case zip, tar
    /// Anything packed by gzip, tar or not.
    case gzip
  }

  /// What the bytes begin; nil for anything else. 512 bytes are enough.
  package static func format(of start: [UInt8]) -> Format? {
    if start.starts(with: [0x1F, 0x8B]) { return .gzip }
    // A zip's first file, or the end of one without files.
    if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6]) { return .zip }
    return TarHeader(start.prefix(TarHeader.size)) == nil ? nil : .tar
  }

  /// - Throws: `ArchiveFailure` for what is no archive, such as a gzip file that holds no tar, or can't be read.
  package init(_ bytes: any SeekableBytes, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveFailure) {
    let start = try reading { () throws(InputFailure) in try bytes.bytes(at: 0, count: TarHeader.size) }
    switch ArchiveReader.format(of: start) {
    case .zip: kind = .zip(try ZipReader(bytes, limits: limits))
    case .tar, .gzip: kind = .tar(try TarReader(PartSource(of: bytes), limits: limits))
    case nil: throw .notAnArchive
    }
  }

  /// The next file; nil at the end. Folders are passed over.
  ///
  /// - Throws: `ArchiveFailure`, after which there is nothing more.
  package mutating func next() throws(ArchiveFailure) -> ArchiveMember? {
    switch kind {
    case .zip(var reader):
      defer { kind = .zip(reader) }
      return try reader.next()
    case .tar(var reader):
      defer { kind = .tar(reader) }
      return try reader.next()
    }
  }
}

/// Does some reading, with its failure as an archive's.
func reading<Value>(_ body: () throws(InputFailure) -> Value) throws(ArchiveFailure) -> Value {
  do {
    return try body()
  } catch {
    throw .unreadable(error)
  }
}
