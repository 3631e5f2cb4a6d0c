/// A table from hashes of text to values: open addressing, no order, the hash stands for the text.
struct HashTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value]
  private var count = 0
  private let empty: Value

  init(empty: Value) {
    self.empty = empty
    keys = Array(repeating: 0, count: 64)
    values = Array(repeating: empty, count: 64)
  }

  subscript(hash: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Changes the value of a hash, which begins as the empty one.
  mutating func update(_ hash: UInt64, _ change: (inout Value) -> Void) {
    if count * 2 >= keys.count { grow() }
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == 0 {
      keys[slot] = hash
      count += 1
    }
    change(&values[slot])
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: empty, count: oldKeys.count * 2)
    count = 0
    for (key, value) in zip(oldKeys, oldValues) where key != 0 { update(key) { $0 = value } }
  }
}

/// FNV-1a over bytes, and over hashes of words.
enum TextHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
  @inline(__always) static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }
  static func adding(word: UInt64, to hash: UInt64) -> UInt64 {
    ((hash << 23 | hash >> 41) ^ word) &* prime
  }
  static func of(_ text: String) -> UInt64 { text.utf8.reduce(start) { adding($1, to: $0) } }
}
