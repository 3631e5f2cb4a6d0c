/// Sorts rows by their band keys: least significant digit first, in three passes of 11, 11 and 10 bits; 16 bytes a row.
struct BandSorter: ~Copyable {
  /// `key << 32 | row` in order of the keys, rows of one key ascending.
  private(set) var entries = Buffer<UInt64>(capacity: 1)
  private(set) var count = 0
  private var spare = Buffer<UInt64>(capacity: 1)
  private let histogram = Buffer<Int>(capacity: 3 << 11)

  private static let digits = 1 << 11

  /// Takes `count` rows from `first` on, with the keys that `key` gives.
  mutating func sort(first: Int, count: Int, key: (Int) -> UInt32) {
    self.count = count
    entries.reserve(count)
    spare.reserve(count)
    for place in 0..<(3 * Self.digits) { histogram[place] = 0 }
    for place in 0..<count {
      let found = key(first + place)
      entries[place] = UInt64(found) << 32 | UInt64(first + place)
      histogram[Int(found & 0x7FF)] += 1
      histogram[Self.digits + Int(found >> 11 & 0x7FF)] += 1
      histogram[2 * Self.digits + Int(found >> 22)] += 1
    }
    for pass in 0..<3 { scatter(pass) }
  }

  private mutating func scatter(_ pass: Int) {
    let shift = UInt64(32 + 11 * pass)
    let offsets = unsafe histogram.base + pass * Self.digits
    var sum = 0
    for digit in 0..<Self.digits {
      let here = unsafe offsets[digit]
      unsafe offsets[digit] = sum
      sum += here
    }
    let from = unsafe entries.base
    let to = unsafe spare.base
    for place in 0..<count {
      let entry = unsafe from[place]
      let digit = Int(entry >> shift & 0x7FF)
      unsafe to[offsets[digit]] = entry
      unsafe offsets[digit] += 1
    }
    swap(&entries, &spare)
  }
}
