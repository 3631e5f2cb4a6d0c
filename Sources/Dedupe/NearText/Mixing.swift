/// Fixed hash functions for the near-text engine: the same on every machine and in every run.
///
/// The mixing step is that of wyhash and rapidhash (public domain): the two halves of a 128-bit product, combined. The
/// constants are odd, random, with as many ones as zeros.
enum Mixing {
  static let k0: UInt64 = 0xA076_1D64_78BD_642F
  static let k1: UInt64 = 0xE703_7ED1_A0B4_28DB
  static let k2: UInt64 = 0x8EBC_6AF0_9C88_C6E3
  static let k3: UInt64 = 0x5899_65CC_7537_4CC3
  /// The multiplier of the rolling hash over words.
  static let roll: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Both halves of the product of `a` and `b`, combined.
  @inline(__always) static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// 128 bits over bytes.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Hash128 {
    guard let base = bytes.baseAddress else { return Hash128(high: 0, low: 0) }
    let raw = unsafe UnsafeRawPointer(base)
    var high = k0 ^ UInt64(bytes.count)
    var low = k1
    var place = 0
    while place + 16 <= bytes.count {
      let first = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let second = unsafe raw.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      high = fold(first ^ high, second ^ k2)
      low = fold(second ^ low, first ^ k3)
      place += 16
    }
    var first: UInt64 = 0
    var second: UInt64 = 0
    for offset in place..<bytes.count {
      let shift = UInt64(offset - place) * 8
      if shift < 64 {
        unsafe first |= UInt64(bytes[offset]) << shift
      } else {
        unsafe second |= UInt64(bytes[offset]) << (shift - 64)
      }
    }
    high = fold(first ^ high, second ^ k2)
    low = fold(second ^ low, first ^ k3)
    return Hash128(high: fold(high ^ k1, k3), low: fold(low ^ k0, k2))
  }
}

/// A 128-bit hash, compared as a number.
struct Hash128: Hashable, Comparable, BitwiseCopyable {
  var high: UInt64
  var low: UInt64

  static func < (a: Hash128, b: Hash128) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
