/// Looks through bytes eight at a time.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first place of `byte` in `start..<end`, or `end`.
  static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let pattern = ones &* UInt64(byte)
    return find(in: bytes, from: start, to: end, among: { zeros(in: $0 ^ pattern) }, isWanted: { $0 == byte })
  }

  /// The first place in `start..<end` of an ampersand or a control character, tab and line feed among them; or `end`.
  static func firstMarked(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    find(
      in: bytes, from: start, to: end,
      among: { zeros(in: $0 ^ (ones &* UInt64(ASCII.ampersand))) | zeros(in: $0 & (ones &* 0xE0)) },
      isWanted: { $0 < 0x20 || $0 == ASCII.ampersand })
  }

  /// The high bit of each byte that is zero; of those above one, perhaps of others too.
  @inline(__always) private static func zeros(in word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  @inline(__always) private static func find(
    in bytes: [UInt8], from start: Int, to end: Int, among marks: (UInt64) -> UInt64, isWanted: (UInt8) -> Bool
  ) -> Int {
    // Unsafe: the pointer lives as long as the call, and every load is below `stop`, which is within its count.
    unsafe bytes.withUnsafeBytes { raw in
      let stop = min(end, raw.count)
      var place = start
      while place + 8 <= stop {
        let found = marks(UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
        if found != 0 { return place + found.trailingZeroBitCount >> 3 }
        place += 8
      }
      while place < stop, unsafe !isWanted(raw[place]) { place += 1 }
      return min(place, end)
    }
  }
}
