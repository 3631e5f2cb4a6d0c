/// Compares sets of shingles exactly: one is put in a hash table, then any number are held against it.
///
/// Shingles are the low 32 bits of their hashes, so that in a text of n shingles a foreign one is taken for one of its
/// own with probability n / 2^32.
struct ShingleComparer: ~Copyable {
  private var table = StampedSet(capacity: 1 << 10)
  private var others = StampedSet(capacity: 1 << 10)
  private var size = 0

  /// Makes this the set that others are held against.
  mutating func take(_ shingles: UnsafePointer<UInt32>, count: Int) {
    table.clear(forAtMost: count)
    size = 0
    for place in 0..<count where table.insert(unsafe shingles[place]) { size += 1 }
  }

  /// Holds a set against the one taken, which is the first of the two.
  mutating func compare(_ shingles: UnsafePointer<UInt32>, count: Int) -> SharedShingles {
    others.clear(forAtMost: count)
    var shared = 0
    var own = 0
    for place in 0..<count {
      let shingle = unsafe shingles[place]
      guard others.insert(shingle) else { continue }
      own += 1
      if table.contains(shingle) { shared += 1 }
    }
    return SharedShingles(shared: shared, inFirst: size, inSecond: own)
  }
}

/// A set of 32-bit numbers that is emptied without touching its memory.
struct StampedSet: ~Copyable {
  private var slots: Buffer<UInt64>
  private var shift: UInt64
  private var mask: Int
  private var stamp: UInt64 = 0

  init(capacity: Int) {
    slots = Buffer(repeating: 0, count: capacity)
    mask = capacity - 1
    shift = UInt64(64 - capacity.trailingZeroBitCount)
  }

  /// Empties the set and makes room.
  mutating func clear(forAtMost count: Int) {
    var capacity = mask + 1
    while capacity < 2 * count { capacity *= 2 }
    if capacity != mask + 1 || stamp >= 0xFFFF_FFFF { self = StampedSet(capacity: capacity) }
    stamp += 1
  }

  /// False where the number was there.
  @inline(__always) func insert(_ number: UInt32) -> Bool {
    let entry = stamp << 32 | UInt64(number)
    var slot = place(number)
    while true {
      let found = slots[slot]
      if found == entry { return false }
      if found >> 32 != stamp {
        slots[slot] = entry
        return true
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always) func contains(_ number: UInt32) -> Bool {
    let entry = stamp << 32 | UInt64(number)
    var slot = place(number)
    while true {
      let found = slots[slot]
      if found == entry { return true }
      if found >> 32 != stamp { return false }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always) private func place(_ number: UInt32) -> Int {
    Int((UInt64(number) &* Mixing.roll) >> shift)
  }
}
