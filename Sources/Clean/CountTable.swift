/// Counts how often keys occur: open addressing over two arrays, made for the few thousand elements of a page.
struct CountTable {
  private var keys: [UInt32]
  private var counts: [Int32]
  private let mask: Int

  /// - Parameter capacity: how many keys there may be at most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt32](repeating: 0, count: size)
    counts = [Int32](repeating: 0, count: size)
    mask = size - 1
  }

  /// Where the key is or belongs.
  @inline(__always) private func slot(_ key: UInt32) -> Int {
    var slot = Int(key ^ (key >> 15)) & mask
    while counts[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Adds to the key's count.
  mutating func add(_ key: UInt32, _ amount: Int32 = 1) {
    let place = slot(key)
    keys[place] = key
    counts[place] += amount
  }

  /// How often the key came.
  func count(_ key: UInt32) -> Int32 { counts[slot(key)] }
}
