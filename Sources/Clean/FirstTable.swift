/// Where each hash was first met, in open addressing.
struct FirstTable {
  private var hashes: [UInt32]
  /// -1 where the place is free.
  private var numbers: [Int32]
  private let mask: Int

  /// - Parameter capacity: how many hashes there are at most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    hashes = [UInt32](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number that came with the hash at first, which is this one if it is new.
  mutating func first(_ hash: UInt32, number: Int32) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash &* 2_654_435_761 >> 7) & mask
    while numbers[slot] >= 0 {
      if hashes[slot] == hash { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    (hashes[slot], numbers[slot]) = (hash, number)
    return number
  }
}
