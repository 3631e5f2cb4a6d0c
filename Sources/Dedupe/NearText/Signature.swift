/// The sketch of a set of shingles: one byte for each of 128 bins, equal in two sets with about their Jaccard similarity.
///
/// A shingle's hash chooses its bin, and each bin keeps its smallest (one-permutation hashing; Li, Owen, Zhang 2012). In a
/// short text each shingle chooses in several rounds, and a bin keeps the smallest of the first round that reached it
/// (Dahlgaard, Knudsen, Thorup 2017, fast similarity sketching). The few bins that stay empty take another's, by a fixed
/// sequence of trials (Shrivastava 2017, optimal densification). Of each smallest hash the lowest byte is kept, which
/// agrees by chance once in 256 times.
enum Signature {
  static let bins = 128

  /// The bin of a shingle's hash.
  @inline(__always) static func bin(of hash: UInt64) -> Int { Int(hash >> 57) }

  /// How many rounds a text of so many shingles takes: as many as make 384 choices, three for each bin, which leave one
  /// bin in twenty empty; at most 100.
  static func rounds(shingles: Int) -> Int { min(100, (384 + shingles - 1) / shingles) }

  /// What bins compare: the round, then the hash without the bits that chose the bin.
  @inline(__always) static func rank(_ hash: UInt64, _ round: Int) -> UInt64 {
    hash & ((1 << 57) - 1) | UInt64(round) << 57
  }

  /// Writes the 128 bytes for the smallest rank of each bin, `UInt64.max` where there is none.
  static func write(_ smallest: UnsafePointer<UInt64>, to bytes: UnsafeMutablePointer<UInt8>) {
    for bin in 0..<bins {
      var found = unsafe smallest[bin]
      if found == .max { unsafe found = borrowed(bin, smallest) }
      unsafe bytes[bin] = UInt8(truncatingIfNeeded: found)
    }
  }

  private static func borrowed(_ bin: Int, _ smallest: UnsafePointer<UInt64>) -> UInt64 {
    var trial: UInt64 = 0
    // A set has a shingle, so some bin is filled; each trial finds one of them with its share of the bins.
    while trial < 1 << 16 {
      trial += 1
      let other = Mixing.fold(UInt64(bin) &* Mixing.k2 ^ trial &* Mixing.k3, Mixing.k1)
      let found = unsafe smallest[Self.bin(of: other)]
      if found != .max { return found }
    }
    return 0
  }

  /// In how many bins two signatures agree.
  @inline(__always) static func agreeing(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>) -> Int {
    let first = unsafe UnsafeRawPointer(a)
    let second = unsafe UnsafeRawPointer(b)
    var counts: UInt64 = 0
    for offset in stride(from: 0, to: bins, by: 8) {
      let x = unsafe first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let y = unsafe second.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      counts &+= WordHasher.zeros(x ^ y) >> 7
    }
    // At most 16 in each byte: their sum, which the product has in its highest byte, stays below 256.
    return Int((counts &* 0x0101_0101_0101_0101) >> 56)
  }

  /// 32 bits that are equal when `rows` bins from `first` on are.
  @inline(__always) static func bandKey(_ signature: UnsafePointer<UInt8>, first: Int, rows: Int) -> UInt32 {
    let raw = unsafe UnsafeRawPointer(signature)
    // Eight bytes that end within the signature, then those before and behind the band cut off.
    let start = min(first, bins - 8)
    var bytes = UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    bytes >>= UInt64(8 * (first - start))
    if rows < 8 { bytes &= (1 << UInt64(8 * rows)) &- 1 }
    return UInt32(truncatingIfNeeded: Mixing.fold(bytes ^ Mixing.k1, Mixing.k2))
  }
}
