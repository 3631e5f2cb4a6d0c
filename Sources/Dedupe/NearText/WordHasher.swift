/// Finds the words of folded text (see `WordFolder`) and hashes each to 64 bits.
struct WordHasher: ~Copyable {
  private(set) var hashes = Buffer<UInt64>(capacity: 1 << 12)
  private(set) var count = 0

  private static let ones: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// A high bit for each byte that is zero, and no other bit.
  @inline(__always) static func zeros(_ bytes: UInt64) -> UInt64 {
    ~(((bytes & ones) &+ ones) | bytes | ones)
  }

  /// Takes the place of the words found before.
  mutating func hash(_ folder: borrowing WordFolder) {
    // The shortest words are one byte and the zero behind it.
    hashes.reserve(folder.count / 2 + 2)
    let text = unsafe UnsafeRawPointer(folder.folded.base)
    let end = folder.count
    let output = unsafe hashes.base
    var found = 0
    var place = 0
    while place < end {
      let bytes = UInt64(littleEndian: unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let gaps = Self.zeros(bytes)
      if gaps == 0 {
        let (hash, length) = unsafe Self.long(text + place, first: bytes)
        unsafe output[found] = hash
        found += 1
        place += length
        continue
      }
      let bits = gaps.trailingZeroBitCount & ~7
      if bits == 0 {
        // Between words: on to the next byte that belongs to one.
        let others = gaps ^ 0x8080_8080_8080_8080
        place += others == 0 ? 8 : others.trailingZeroBitCount >> 3
        continue
      }
      let word = bytes & ((1 << UInt64(bits)) &- 1)
      unsafe output[found] = Mixing.fold(word ^ Mixing.k0, Mixing.k1)
      found += 1
      // Mostly one byte lies between two words, and the next word begins behind it.
      place += bits >> 3 &+ 1
    }
    count = found
  }

  /// The hash and length of a word whose first eight bytes are `first`.
  private static func long(_ text: UnsafeRawPointer, first: UInt64) -> (UInt64, Int) {
    var hash = Mixing.fold(first ^ Mixing.k0, Mixing.k1)
    var place = 8
    while true {
      let bytes = UInt64(littleEndian: unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let gaps = zeros(bytes)
      if gaps == 0 {
        hash = Mixing.fold(bytes ^ hash, Mixing.k2)
        place += 8
        continue
      }
      let bits = UInt64(gaps.trailingZeroBitCount & ~7)
      if bits > 0 { hash = Mixing.fold((bytes & ((1 << bits) &- 1)) ^ hash, Mixing.k2) }
      return (hash, place + Int(bits >> 3))
    }
  }
}
