/// Names by number and numbers by name, ASCII letters in any case: open addressing over one array of bytes.
struct NameTable: Sendable {
  /// Longer names are never held, so that one tag of a megabyte can't fill memory.
  static let longest = 100

  private var slots: [UInt16] = [UInt16](repeating: 0, count: 1024)
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  /// For each low half of a first byte a bit for each length that names have, the last for all from 31 on: most
  /// attributes are told by this alone to be of no interest.
  private var lengths = [UInt32](repeating: 0, count: 32)

  /// Numbers the names from 0 in the order given.
  init(_ names: [String]) {
    for name in names { _ = insert(Array(name.utf8), 0, name.utf8.count) }
  }

  /// How many names there are.
  var count: Int { starts.count - 1 }

  /// The name, in lower case.
  subscript(number: Int) -> String {
    String(decoding: bytes[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
  }

  /// The number of the name written at `start..<end`, or nil.
  func find(_ source: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end, end - start <= NameTable.longest else { return nil }
    guard lengths[Int(source[start] & 31)] & NameTable.lengthBit(end - start) != 0 else { return nil }
    let slot = slots[self.slot(for: source, start, end)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// The number of the name written at `start..<end`, which is added if new; nil if it is too long or the table is full.
  mutating func insert(_ source: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard end - start <= NameTable.longest else { return nil }
    let place = slot(for: source, start, end)
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    guard count < 30_000 else { return nil }
    for i in start..<end { bytes.append(ASCII.lower(source[i])) }
    if start < end { lengths[Int(source[start] & 31)] |= NameTable.lengthBit(end - start) }
    starts.append(Int32(bytes.count))
    slots[place] = UInt16(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private static func lengthBit(_ length: Int) -> UInt32 { 1 << UInt32(min(length, 31)) }

  /// Where the name stands, or the free slot where it belongs.
  private func slot(for source: [UInt8], _ start: Int, _ end: Int) -> Int {
    let mask = slots.count - 1
    var place = hash(source, start, end) & mask
    while slots[place] != 0 {
      if equals(Int(slots[place]) - 1, source, start, end) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  /// FNV-1a over the lower-case bytes.
  private func hash(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for i in start..<end { hash = (hash ^ UInt32(ASCII.lower(source[i]))) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }

  private func equals(_ number: Int, _ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let first = Int(starts[number])
    guard Int(starts[number + 1]) - first == end - start else { return false }
    for i in 0..<(end - start) where bytes[first + i] != ASCII.lower(source[start + i]) { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt16](repeating: 0, count: slots.count * 4)
    for number in 0..<count {
      slots[slot(for: bytes, Int(starts[number]), Int(starts[number + 1]))] = UInt16(number + 1)
    }
  }
}
