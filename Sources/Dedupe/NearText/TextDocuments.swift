/// The documents of an index, in columns; about 45 bytes a document and its id.
struct TextDocuments: ~Copyable {
  /// What `units` holds for a document that is no more.
  static let removed: Int32 = -2
  /// What `units` holds for a text that is too short to match.
  static let tooShort: Int32 = -1

  var idBytes: Column<UInt8>
  /// Where each id ends.
  var idEnds: Column<UInt32>
  /// The hash of the text's bytes.
  var raw: Column<Hash128>
  var units: Column<Int32>
  /// The next document of the same unit, in a ring.
  var ring: Column<Int32>
  /// The document that has this one next in its ring.
  var ringBefore: Column<Int32>
  var table: RowTable

  init() {
    idBytes = Column()
    idEnds = Column()
    raw = Column()
    units = Column()
    ring = Column()
    ringBefore = Column()
    table = RowTable()
  }

  var count: Int { units.count }

  private func idRange(_ row: Int32) -> Range<Int> { Self.idRange(row, idEnds) }

  private static func idRange(_ row: Int32, _ idEnds: borrowing Column<UInt32>) -> Range<Int> {
    (row == 0 ? 0 : Int(idEnds[Int(row) - 1]))..<Int(idEnds[Int(row)])
  }

  /// A document's id.
  func id(_ row: Int32) -> String { String(decoding: idRange(row).map { idBytes[$0] }, as: UTF8.self) }

  /// Whether the id of `a` comes first, as bytes.
  func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (first, second) = (idRange(a), idRange(b))
    for offset in 0..<min(first.count, second.count) {
      let (x, y) = (idBytes[first.lowerBound + offset], idBytes[second.lowerBound + offset])
      if x != y { return x < y }
    }
    return first.count < second.count
  }

  /// The documents in the order of their ids, as bytes.
  func sorted(_ rows: [Int32]) -> [Int32] {
    // Most ids differ within eight bytes, which saves looking at the others.
    var keyed = rows.map { (prefix: prefix(of: $0), row: $0) }
    keyed.sort { $0.prefix == $1.prefix ? precedes($0.row, $1.row) : $0.prefix < $1.prefix }
    return keyed.map(\.row)
  }

  /// The first eight bytes of the id as a number, filled up with zeros.
  private func prefix(of row: Int32) -> UInt64 {
    let range = idRange(row)
    var prefix: UInt64 = 0
    for place in range.lowerBound..<(range.lowerBound + 8) {
      prefix = prefix << 8 | (place < range.upperBound ? UInt64(idBytes[place]) : 0)
    }
    return prefix
  }

  /// The row of the id, of a document that is there or was.
  func find(_ id: borrowing Span<UInt8>) -> Int32? {
    table.find(Self.hash(id)) { row in
      let range = idRange(row)
      guard range.count == id.count else { return false }
      for offset in 0..<id.count where idBytes[range.lowerBound + offset] != id[offset] { return false }
      return true
    }
  }

  /// Adds a document that is not there, as one that is no more.
  mutating func append(_ id: borrowing Span<UInt8>) -> Int32 {
    let row = Int32(count)
    table.insert(Self.hash(id), row: row) { other in
      let range = Self.idRange(other, idEnds)
      return unsafe Mixing.hash(UnsafeBufferPointer(start: idBytes.address(range.lowerBound), count: range.count)).low
    }
    idBytes.append(contentsOf: id)
    idEnds.append(UInt32(idBytes.count))
    raw.append(Hash128(high: 0, low: 0))
    units.append(Self.removed)
    ring.append(row)
    ringBefore.append(row)
    return row
  }

  private static func hash(_ id: borrowing Span<UInt8>) -> UInt64 {
    // The pointer is used within the call.
    unsafe id.withUnsafeBufferPointer { unsafe Mixing.hash($0).low }
  }

  /// Puts a document that is alone into the ring of another.
  func link(_ row: Int32, to other: Int32) {
    let next = ring[Int(other)]
    ring[Int(row)] = next
    ringBefore[Int(next)] = row
    ring[Int(other)] = row
    ringBefore[Int(row)] = other
  }

  /// Takes a document out of its ring; gives another of the ring, -1 where it was alone.
  func unlink(_ row: Int32) -> Int32 {
    let next = ring[Int(row)]
    if next == row { return -1 }
    let before = ringBefore[Int(row)]
    ring[Int(before)] = next
    ringBefore[Int(next)] = before
    ring[Int(row)] = row
    ringBefore[Int(row)] = row
    return next
  }

  /// The documents of the ring that `row` is in.
  func ringMembers(_ row: Int32) -> [Int32] {
    var members = [row]
    var next = ring[Int(row)]
    while next != row {
      members.append(next)
      next = ring[Int(next)]
    }
    return members
  }
}
