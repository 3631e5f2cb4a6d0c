/// A key of a row in 64 bits: a hash in the upper 39, the row in the lower 25.
struct KeyedRows {
  static let rowBits: UInt64 = 25
  static let rowMask: UInt64 = 1 << rowBits - 1
  /// More rows than that can't be numbered.
  static let rowLimit = 1 << 25

  private(set) var entries: [UInt64] = []
  private var spare: [UInt64] = []

  var count: Int { entries.count }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func append(key: UInt64, row: Int) {
    entries.append(key & ~KeyedRows.rowMask | UInt64(truncatingIfNeeded: row))
  }

  /// Sorts by key and then by row; rows must have been appended in ascending order for each key.
  mutating func sort() {
    if entries.count < 4096 { return entries.sort() }
    spare = entries
    for shift in stride(from: KeyedRows.rowBits, to: 64, by: 13) { pass(shift: shift, bits: 13) }
  }

  /// One stable counting pass of a radix sort.
  private mutating func pass(shift: UInt64, bits: UInt64) {
    let mask: UInt64 = 1 << bits - 1
    var places = [Int](repeating: 0, count: Int(mask) + 2)
    for entry in entries { places[Int((entry >> shift) & mask) + 1] += 1 }
    for digit in 1..<places.count { places[digit] += places[digit - 1] }
    for entry in entries {
      let digit = Int((entry >> shift) & mask)
      spare[places[digit]] = entry
      places[digit] += 1
    }
    swap(&entries, &spare)
  }

  /// Calls `body` with the places of every run of equal keys; call it after `sort`.
  func eachRun(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~KeyedRows.rowMask
      var end = start + 1
      while end < entries.count && entries[end] & ~KeyedRows.rowMask == key { end += 1 }
      body(start..<end)
      start = end
    }
  }

  func row(_ place: Int) -> Int { Int(entries[place] & KeyedRows.rowMask) }

  func key(_ place: Int) -> UInt64 { entries[place] & ~KeyedRows.rowMask }
}
