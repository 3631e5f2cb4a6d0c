/// FNV-1a over bytes, 32 bits: the same on every machine.
struct ByteHash {
  private(set) var value: UInt32 = 2_166_136_261

  @inline(__always) mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }

  /// The hash of some bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = ByteHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
