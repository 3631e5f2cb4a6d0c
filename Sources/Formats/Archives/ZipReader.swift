import Compression

/// Reads the files of a zip in the order of its directory.
struct ZipReader {
  private let bytes: any SeekableBytes
  private let limits: ArchiveLimits
  private var directory: ZipDirectory
  /// How many bytes of files were unpacked.
  private var unpackedCount = 0

  /// - Throws: `ArchiveFailure` where no directory can be read.
  init(_ bytes: any SeekableBytes, limits: ArchiveLimits) throws(ArchiveFailure) {
    self.bytes = bytes
    self.limits = limits
    directory = try ZipDirectory(bytes)
    guard directory.count <= limits.members else { throw .tooLarge }
  }

  /// The next file; nil after the last.
  mutating func next() throws(ArchiveFailure) -> ArchiveMember? {
    while let entry = try directory.next() {
      if entry.isFolder { continue }
      // Files that share their bytes make a small zip large.
      guard !ArchiveLimits.isBomb(unpacked: unpackedCount, packed: bytes.count) else { throw .tooLarge }
      return ArchiveMember(entry.name, try content(of: entry))
    }
    return nil
  }

  private mutating func content(of entry: ZipEntry) throws(ArchiveFailure) -> ArchiveMember.Content {
    if entry.isSpecial { return .refused(.notAFile) }
    if entry.isEncrypted { return .refused(.encrypted) }
    if entry.method != 0 && entry.method != 8 { return .refused(.unknownMethod(entry.method)) }
    if entry.size > limits.memberBytes { return .refused(.tooLarge) }
    guard let start = try contentStart(of: entry) else { return .refused(.damaged) }
    let source = PartSource(of: bytes, from: start, count: min(entry.packedSize, directory.start - start))
    guard let unpacked = try unpacked(source, entry) else { return .refused(.damaged) }
    unpackedCount += unpacked.count
    return .bytes(unpacked)
  }

  /// Where a file's bytes begin, after its own head; nil where there is no such head.
  private func contentStart(of entry: ZipEntry) throws(ArchiveFailure) -> Int? {
    let head = try reading { () throws(InputFailure) in try bytes.bytes(at: entry.offset, count: 30) }
    guard head.count == 30, integer(head, 0, 4) == 0x0403_4B50 else { return nil }
    let start = entry.offset + 30 + integer(head, 26, 2) + integer(head, 28, 2)
    return start <= directory.start ? start : nil
  }

  /// The file's bytes; nil where they aren't as long as the directory says or have another checksum.
  private func unpacked(_ source: PartSource, _ entry: ZipEntry) throws(ArchiveFailure) -> [UInt8]? {
    var unpacked: [UInt8] = []
    var inflater = Inflater(.raw)
    var isFinished = false
    while !isFinished {
      let piece = try reading { () throws(InputFailure) in try source.next() }
      if piece.isEmpty { break }
      if entry.method == 0 {
        unpacked += piece
      } else {
        guard let ended = inflate(piece, &inflater, into: &unpacked, limit: entry.size) else { return nil }
        isFinished = ended
      }
      if unpacked.count > entry.size { return nil }
    }
    var checksum = Checksum()
    checksum.add(unpacked[...])
    return unpacked.count == entry.size && checksum.value == entry.checksum ? unpacked : nil
  }

  /// Unpacks a piece; whether the stream has ended, and nil where it is corrupt or longer than said.
  private func inflate(
    _ piece: [UInt8], _ inflater: inout Inflater, into unpacked: inout [UInt8], limit: Int
  ) -> Bool? {
    var rest = piece[...]
    while true {
      let before = unpacked.count
      guard let step = try? inflater.inflate(rest, into: &unpacked, room: 1 << 16), unpacked.count <= limit else {
        return nil
      }
      rest = rest.dropFirst(step.read)
      if step.isFinished { return true }
      if unpacked.count - before < 1 << 16 { return rest.isEmpty ? false : nil }
    }
  }
}
