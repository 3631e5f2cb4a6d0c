import Compression

/// Reads the records of a WARC or ARC file from front to back: as it is, packed record by record, or packed as a whole.
///
/// It holds one record at a time. At a fault it ends, after all records before; `faults` says why.
package struct WarcReader {
  /// The most bytes of a record's head.
  private static let headLimit = 1 << 20

  /// What was wrong so far; nothing for a good file, and at most one fault of each kind.
  package private(set) var faults: [WarcFault] = []
  private var stream: ByteStream
  private let unpacker: GunzipSource?
  private let blockLimit: Int
  private var isEnded = false
  private var isArc: Bool?
  private var recordOffset = 0
  private var recordStart = 0

  /// - Parameter blockLimit: how many bytes of a record's block are kept at most.
  /// - Throws: `InputFailure` where the source can't be read.
  package init(_ source: any ByteSource, blockLimit: Int = 64 << 20) throws(InputFailure) {
    var stream = ByteStream(source)
    let isPacked = try stream.fill(2) && stream.available.starts(with: [0x1F, 0x8B])
    unpacker = isPacked ? GunzipSource(stream) : nil
    self.stream = unpacker.map { ByteStream($0) } ?? stream
    self.blockLimit = blockLimit
  }

  /// The next record; nil at the end and at a fault.
  ///
  /// - Throws: `InputFailure` where the source can't be read.
  package mutating func next() throws(InputFailure) -> WarcRecord? {
    guard !isEnded else { return nil }
    guard let line = try firstLine() else {
      if let member = unpacker?.members.last, member.unpacked >= stream.offset { recordOffset = member.packed }
      endIfDamaged()
      isEnded = true
      return nil
    }
    if isArc == nil { isArc = line.starts(with: "filedesc://".utf8) }
    let record = isArc == true ? try arcRecord(line) : try warcRecord(line)
    if record == nil { isEnded = true }
    return record
  }

  /// The first line of a record, after empty lines; nil at the end.
  private mutating func firstLine() throws(InputFailure) -> [UInt8]? {
    repeat {
      guard try stream.fill(1) else { return nil }
      noteOffset()
      guard let line = try stream.line(limit: Self.headLimit) else { return nil }
      if !line.allSatisfy(isXMLSpace) { return line }
    } while true
  }

  /// Remembers where the record begins, and whether that is where a member begins.
  private mutating func noteOffset() {
    recordStart = stream.offset
    guard let unpacker else {
      recordOffset = stream.offset
      return
    }
    unpacker.forget(before: recordStart)
    if let member = unpacker.members.first, member.unpacked == recordStart { recordOffset = member.packed }
  }

  private mutating func warcRecord(_ version: [UInt8]) throws(InputFailure) -> WarcRecord? {
    guard version.starts(with: "WARC/".utf8) else { return end(.malformed) }
    noteUnaligned()
    var fields = FieldList()
    var size = 0
    while true {
      guard let line = try stream.line(limit: Self.headLimit) else { return endEarly() }
      if line.isEmpty { break }
      size += line.count
      guard size <= Self.headLimit else { return end(.malformed) }
      fields.add(line: line)
    }
    guard let length = fields["Content-Length"].flatMap(Int.init), length >= 0 else { return end(.malformed) }
    guard let block = try block(length) else { return endEarly() }
    return WarcRecord(
      kind: fields["WARC-Type"].flatMap { WarcRecord.Kind(rawValue: $0.lowercased()) } ?? .other, fields: fields,
      target: fields["WARC-Target-URI"].map(address), date: fields["WARC-Date"], contentType: fields["Content-Type"],
      length: length, block: block, offset: recordOffset)
  }

  /// Reads the record after a line of ARC: address, IP address, date, media type and length, parted by spaces.
  private mutating func arcRecord(_ line: [UInt8]) throws(InputFailure) -> WarcRecord? {
    noteUnaligned()
    let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count >= 5, words[words.count - 3].utf8.allSatisfy({ $0 &- 48 < 10 }) else { return end(.malformed) }
    let isFileHead = words[0].hasPrefix("filedesc://")
    let length = arcLength(words[words.count - 1])
    guard let block = try block(length) else { return endEarly() }
    if isFileHead, length == 0 { for _ in 0..<2 { _ = try stream.line(limit: Self.headLimit) } }
    return WarcRecord(
      kind: isFileHead ? .warcinfo : .response,
      fields: FieldList([FieldList.Field("WARC-IP-Address", words[words.count - 4])]),
      target: isFileHead ? nil : address(words[..<(words.count - 4)].joined(separator: "%20")),
      date: words[words.count - 3], contentType: words[words.count - 2], length: length, block: block,
      offset: recordOffset)
  }

  private mutating func arcLength(_ written: String) -> Int {
    if let length = Int(written), length >= 0 { return length }
    note(.badLength)
    return 0
  }

  /// Takes a record's block; nil where the file ends inside of it.
  private mutating func block(_ length: Int) throws(InputFailure) -> [UInt8]? {
    let (kept, taken) = try stream.take(length, keeping: blockLimit)
    return taken == length ? kept : nil
  }

  private func address(_ written: String) -> String {
    let bare = written.hasPrefix("<") && written.hasSuffix(">") ? String(written.dropFirst().dropLast()) : written
    return bare.replacing(" ", with: "%20")
  }

  private mutating func noteUnaligned() {
    guard let unpacker, unpacker.members.first?.unpacked != recordStart else { return }
    note(.unaligned)
  }

  /// Ends where the bytes do, inside of a record.
  private mutating func endEarly() -> WarcRecord? {
    endIfDamaged()
    return faults.contains { $0.kind == .damaged || $0.kind == .truncated } ? nil : end(.truncated)
  }

  private mutating func endIfDamaged() {
    guard let damage = unpacker?.damage else { return }
    note(damage.kind == .truncated ? .truncated : .damaged)
  }

  private mutating func end(_ kind: WarcFault.Kind) -> WarcRecord? {
    note(kind)
    return nil
  }

  private mutating func note(_ kind: WarcFault.Kind) {
    if !faults.contains(where: { $0.kind == kind }) { faults.append(WarcFault(kind: kind, offset: recordOffset)) }
  }
}
