import Text

/// Where a file stands in a zip, as the directory at the zip's end says.
struct ZipEntry {
  let name: String
  let flags: Int
  let method: Int
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Where the file's own head begins.
  let offset: Int
  /// Whether it is a link or a device of the system that packed it.
  let isSpecial: Bool

  var isEncrypted: Bool { flags & 1 != 0 }
  var isFolder: Bool { name.hasSuffix("/") }
}

/// Reads a zip's directory (PKWARE's APPNOTE 6.3, with its 64-bit extension), one entry after another.
struct ZipDirectory {
  /// Bytes of the record that ends a zip, without its comment.
  private static let endSize = 22

  private var stream: ByteStream
  private var left: Int
  /// What stands before the zip's first byte in the file, as in an archive that unpacks itself.
  private let shift: Int
  /// Where the directory begins.
  let start: Int

  /// Finds the directory.
  ///
  /// - Throws: `ArchiveFailure.truncated` where no end is.
  init(_ bytes: any SeekableBytes) throws(ArchiveFailure) {
    let tailStart = max(0, bytes.count - Self.endSize - 0xFFFF - 20)
    let tail = try reading { () throws(InputFailure) in try bytes.bytes(at: tailStart, count: bytes.count - tailStart) }
    guard let end = Self.endOffset(in: tail) else { throw .truncated }
    var count = integer(tail, end + 10, 2)
    var size = integer(tail, end + 12, 4)
    var offset = integer(tail, end + 16, 4)
    var directoryEnd = tailStart + end
    if end >= 20, integer(tail, end - 20, 4) == 0x0706_4B50 {
      let place = integer(tail, end - 12, 8)
      let record = try reading { () throws(InputFailure) in try bytes.bytes(at: max(0, place), count: 56) }
      guard record.count == 56, integer(record, 0, 4) == 0x0606_4B50 else { throw .damaged(offset: directoryEnd) }
      (count, size, offset) = (integer(record, 32, 8), integer(record, 40, 8), integer(record, 48, 8))
      directoryEnd = place
    }
    guard count >= 0, size >= 0, offset >= 0, size <= directoryEnd, directoryEnd - size >= offset else {
      throw .damaged(offset: directoryEnd)
    }
    start = directoryEnd - size
    shift = start - offset
    left = count
    stream = ByteStream(PartSource(of: bytes, from: start, count: size))
  }

  /// How many entries are left.
  var count: Int { left }

  /// The next entry; nil after the last.
  mutating func next() throws(ArchiveFailure) -> ZipEntry? {
    guard left > 0 else { return nil }
    left -= 1
    let place = start + stream.offset
    guard let head = try take(46), integer(head, 0, 4) == 0x0201_4B50,
      let name = try take(integer(head, 28, 2)), let extra = try take(integer(head, 30, 2)),
      try take(integer(head, 32, 2)) != nil
    else { throw .damaged(offset: place) }
    return try entry(head, name: name, extra: ZipExtra(extra), place)
  }

  private func entry(
    _ head: [UInt8], name: [UInt8], extra: ZipExtra, _ place: Int
  ) throws(ArchiveFailure) -> ZipEntry {
    var wide = extra.wide[...]
    func value(_ narrow: Int) -> Int? {
      guard narrow == 0xFFFF_FFFF else { return narrow }
      return wide.popFirst()
    }
    // In this order, those that are there.
    guard let size = value(integer(head, 24, 4)), let packedSize = value(integer(head, 20, 4)),
      let offset = value(integer(head, 42, 4)), size >= 0, packedSize >= 0, offset >= 0, offset + shift <= start
    else { throw .damaged(offset: place) }
    let flags = integer(head, 8, 2)
    // Only where a Unix packed it are the upper bytes a mode; S_IFMT and S_IFREG.
    let type = head[5] == 3 ? integer(head, 40, 2) & 0xF000 : 0
    return ZipEntry(
      name: text(extra.name ?? name, isUTF8: flags & 0x800 != 0 || extra.name != nil), flags: flags,
      method: integer(head, 10, 2), checksum: UInt32(integer(head, 16, 4)), packedSize: packedSize, size: size,
      offset: offset + shift, isSpecial: ![0, 0x8000, 0x4000].contains(type))
  }

  private func text(_ name: [UInt8], isUTF8: Bool) -> String {
    String(decoding: isUTF8 ? name : decode(name, charsetHint: nil, markup: false).utf8, as: UTF8.self)
  }

  private mutating func take(_ count: Int) throws(ArchiveFailure) -> [UInt8]? {
    let (kept, taken) = try reading { () throws(InputFailure) in try stream.take(count, keeping: count) }
    return taken == count ? kept : nil
  }

  /// Where the last record begins whose comment reaches to the end of the bytes, or nearly so.
  private static func endOffset(in tail: [UInt8]) -> Int? {
    var place = tail.count - endSize
    while place >= 0 {
      if tail[place...].starts(with: [0x50, 0x4B, 5, 6]), place + endSize + integer(tail, place + 20, 2) <= tail.count {
        return place
      }
      place -= 1
    }
    return nil
  }
}

/// The extra fields of a file that matter here.
private struct ZipExtra {
  /// Sizes and the offset where 32 bits don't hold them.
  var wide: [Int] = []
  /// The name in UTF-8, where the name itself isn't.
  var name: [UInt8]?

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.count >= 4 {
      let field = Array(rest.dropFirst(4).prefix(integer(Array(rest.prefix(4)), 2, 2)))
      switch integer(Array(rest.prefix(4)), 0, 2) {
      case 1: wide = stride(from: 0, to: field.count - 7, by: 8).map { integer(field, $0, 8) }
      case 0x7075 where field.count > 5: name = Array(field[5...])
      default: break
      }
      rest = rest.dropFirst(4 + field.count)
    }
  }
}

/// A number of `count` bytes, the lowest first; -1 where a number of 8 bytes is too large, or the bytes end before.
func integer(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
  guard offset + count <= bytes.count else { return -1 }
  return bytes[offset..<offset + count].reversed().reduce(0) { $0 < 0 || $0 >> 55 != 0 ? -1 : $0 << 8 | Int($1) }
}
