/// An open-addressing hash table from hashes to rows whose keys stand elsewhere; 6 to 12 bytes a row.
struct RowTable: ~Copyable {
  /// A row plus one; 0 for none.
  private(set) var slots: Column<Int32>
  private(set) var count: Int

  init() {
    slots = Column()
    count = 0
    slots.append(zeros: 1 << 10)
  }

  /// The table whose slots are mapped from a file.
  init(slots: consuming Column<Int32>, count: Int) {
    self.slots = slots
    self.count = count
  }

  /// The row with that hash that `isIt` holds for.
  @inline(__always) func find(_ hash: UInt64, where isIt: (Int32) -> Bool) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let row = slots[slot] - 1
      if row < 0 { return nil }
      if isIt(row) { return row }
      slot = (slot + 1) & mask
    }
  }

  /// Adds a row that is not there; `hashOf` gives the hash of each row when the table must grow.
  mutating func insert(_ hash: UInt64, row: Int32, hashOf: (Int32) -> UInt64) {
    if 10 * (count + 1) > 7 * slots.count {
      var larger = Column<Int32>()
      larger.append(zeros: 2 * slots.count)
      for slot in 0..<slots.count where slots[slot] > 0 {
        Self.put(slots[slot], hash: hashOf(slots[slot] - 1), into: larger)
      }
      slots = larger
    }
    Self.put(row + 1, hash: hash, into: slots)
    count += 1
  }

  @inline(__always) private static func put(_ entry: Int32, hash: UInt64, into slots: borrowing Column<Int32>) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }
}
