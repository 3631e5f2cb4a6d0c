/// Words with a number each, from 0 in the order in which they came: one array for all their bytes, open addressing.
struct WordTable {
  private var bytes: [UInt8] = []
  /// Where each word begins; one more at the end.
  private var starts: [Int] = [0]
  /// One more than the word's number; 0 for none. A power of two.
  private var slots: [Int32]

  init() { slots = Array(repeating: 0, count: 1 << 12) }

  var count: Int { starts.count - 1 }

  /// The bytes of a word.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of a word; it gets the next one if it is new.
  mutating func number(of word: [UInt8]) -> Int {
    var slot = hash(word) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isWord(number, word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes += word
    starts.append(bytes.count)
    slots[slot] = Int32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isWord(_ number: Int, _ word: [UInt8]) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    for index in word.indices where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = hash(Array(self[number])) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// FNV-1a, folded so that the low bits depend on all.
  private func hash(_ word: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
