import Compression
import Text

/// Reads a tar (ustar, pax and GNU's names) from front to back, packed by gzip or not.
struct TarReader {
  /// The most bytes of a name, or of a pax header.
  private static let headLimit = 1 << 20

  private var stream: ByteStream
  private let unpacker: GunzipSource?
  private let limits: ArchiveLimits
  private var count = 0
  private var isEnded = false

  /// - Throws: `ArchiveFailure.notAnArchive` where no tar begins.
  init(_ source: any ByteSource, limits: ArchiveLimits) throws(ArchiveFailure) {
    var stream = ByteStream(source)
    let isPacked =
      try reading { () throws(InputFailure) in try stream.fill(2) } && stream.available.starts(with: [0x1F, 0x8B])
    unpacker = isPacked ? GunzipSource(stream) : nil
    self.stream = unpacker.map { ByteStream($0) } ?? stream
    self.limits = limits
    guard try fill(TarHeader.size), TarHeader(self.stream.available.prefix(TarHeader.size)) != nil else {
      throw .notAnArchive
    }
  }

  /// The next file, link or device; nil at the end.
  mutating func next() throws(ArchiveFailure) -> ArchiveMember? {
    var extended = PaxFields()
    while !isEnded, let header = try header() {
      switch header.type {
      case UInt8(ascii: "x"): extended = PaxFields(try content(header.size, limit: Self.headLimit))
      case UInt8(ascii: "L"):
        extended.path = try content(header.size, limit: Self.headLimit).prefix { $0 != 0 }.map { $0 }
      case UInt8(ascii: "g"), UInt8(ascii: "K"), UInt8(ascii: "5"): try skip(extended.size ?? header.size)
      default: return try member(header, extended)
      }
    }
    isEnded = true
    return nil
  }

  private mutating func member(_ header: TarHeader, _ extended: PaxFields) throws(ArchiveFailure) -> ArchiveMember {
    count += 1
    guard count <= limits.members else { throw .tooLarge }
    let size = extended.size ?? header.size
    let name = decode(extended.path ?? header.name, charsetHint: nil, markup: false).utf8
    let written = String(decoding: name, as: UTF8.self)
    guard header.isFile, !extended.isSparse, size <= limits.memberBytes else {
      // Links and devices have no content, whatever size they say.
      if header.isFile || header.type == UInt8(ascii: "S") { try skip(size) }
      return ArchiveMember(written, .refused(header.isFile && !extended.isSparse ? .tooLarge : .notAFile))
    }
    return ArchiveMember(written, .bytes(try content(size, limit: size)))
  }

  /// The next header; nil at the zeros that end a tar, and at its end.
  private mutating func header() throws(ArchiveFailure) -> TarHeader? {
    let offset = stream.offset
    guard try fill(TarHeader.size) else {
      if !stream.available.isEmpty { throw .truncated }
      return nil
    }
    let block = stream.available.prefix(TarHeader.size)
    if block.allSatisfy({ $0 == 0 }) { return nil }
    guard let header = TarHeader(block) else { throw .damaged(offset: offset) }
    stream.consume(TarHeader.size)
    return header
  }

  private mutating func content(_ size: Int, limit: Int) throws(ArchiveFailure) -> [UInt8] {
    guard size <= limit else { throw .damaged(offset: stream.offset) }
    return try take(size, keeping: limit)
  }

  private mutating func skip(_ size: Int) throws(ArchiveFailure) { _ = try take(size, keeping: 0) }

  /// Takes a file's bytes and the zeros that fill up its last block.
  private mutating func take(_ size: Int, keeping limit: Int) throws(ArchiveFailure) -> [UInt8] {
    let (kept, taken) = try reading { () throws(InputFailure) in try stream.take(size, keeping: limit) }
    guard taken == size else { throw failure }
    let filler = (TarHeader.size - size % TarHeader.size) % TarHeader.size
    _ = try reading { () throws(InputFailure) in try stream.take(filler, keeping: 0) }
    return kept
  }

  private mutating func fill(_ count: Int) throws(ArchiveFailure) -> Bool {
    let isThere = try reading { () throws(InputFailure) in try stream.fill(count) }
    if !isThere, unpacker?.damage != nil { throw failure }
    return isThere
  }

  /// Why the bytes end before the tar does.
  private var failure: ArchiveFailure {
    switch unpacker?.damage?.kind {
    case .corrupt: .damaged(offset: unpacker?.damage?.byteOffset ?? 0)
    case .overLimit: .tooLarge
    case .truncated, nil: .truncated
    }
  }
}

/// The head of a tar's file (POSIX.1-1988 ustar, GNU tar, and the older form without a magic number).
struct TarHeader {
  /// Bytes of a header, and of every block.
  static let size = 512

  let name: [UInt8]
  let size: Int
  let type: UInt8

  /// Whether it is an ordinary file, for which two letters and none are used.
  var isFile: Bool { type == UInt8(ascii: "0") || type == 0 || type == UInt8(ascii: "7") }

  /// Nil where the block is no header: its checksum doesn't agree.
  init?(_ block: some Collection<UInt8>) {
    let bytes = Array(block)
    guard bytes.count == TarHeader.size, let checksum = number(bytes[148..<156]), bytes[0] != 0 else { return nil }
    // The checksum is over the header with spaces in its own place.
    let sum = bytes.reduce(0) { $0 + Int($1) } - bytes[148..<156].reduce(0) { $0 + Int($1) } + 8 * 32
    guard sum == checksum, let size = number(bytes[124..<136]) else { return nil }
    self.size = size
    type = bytes[156]
    let ownName = bytes[0..<100].prefix { $0 != 0 }
    let prefix = bytes[257..<263].elementsEqual("ustar\0".utf8) ? bytes[345..<500].prefix { $0 != 0 } : []
    name = prefix.isEmpty ? Array(ownName) : prefix + [UInt8(ascii: "/")] + ownName
  }
}

/// A number in octal digits, or in binary with the first bit set, as GNU tar has it; nil for anything else.
private func number(_ field: ArraySlice<UInt8>) -> Int? {
  if let first = field.first, first & 0x80 != 0 {
    let bytes = [first & 0x7F] + field.dropFirst()
    guard bytes.dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
    return bytes.suffix(7).reduce(0) { $0 << 8 | Int($1) }
  }
  let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
  return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
}

/// What an extended header (POSIX.1-2001) says of the file after it.
private struct PaxFields {
  var path: [UInt8]?
  var size: Int?
  /// Whether the file's content has holes that aren't in the archive.
  var isSparse = false

  init() {}

  /// Reads records of the form `LENGTH KEY=VALUE`, each ended by a line feed.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let space = rest.firstIndex(of: 0x20), let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
      length > space - rest.startIndex + 1, length <= rest.count
    {
      let record = rest[(space + 1)..<(rest.startIndex + length)].dropLast()
      rest = rest.dropFirst(length)
      guard let equals = record.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = record[(equals + 1)...]
      switch String(decoding: record[..<equals], as: UTF8.self) {
      case "path": path = Array(value)
      case "size": size = Int(String(decoding: value, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
      case let key where key.hasPrefix("GNU.sparse."): isSparse = true
      default: break
      }
    }
  }
}
