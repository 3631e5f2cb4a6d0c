import Crypto

/// The first 128 bits of a SHA-256, for comparing keys in little memory.
package struct ShortHash: Hashable, Sendable, Comparable {
  package let high: UInt64
  package let low: UInt64

  /// The hash of fields that can't run into each other; an absent field differs from an empty one.
  package init(fields: [String?]) {
    var state = SHA256()
    for field in fields {
      let bytes = field.map { Array($0.utf8) } ?? []
      let count = field == nil ? UInt64.max : UInt64(bytes.count)
      state.update(data: (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) })
      state.update(data: bytes)
    }
    var words: [UInt64] = [0, 0]
    for (index, byte) in state.finalize().prefix(16).enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    high = words[0]
    low = words[1]
  }

  package static func < (a: ShortHash, b: ShortHash) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
