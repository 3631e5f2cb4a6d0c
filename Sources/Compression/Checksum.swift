import CZlib

/// The CRC-32 of gzip and zip over bytes that come one piece after another.
package struct Checksum: Sendable {
  /// The checksum so far.
  package private(set) var value: UInt32 = 0

  package init() {}

  /// Takes in the next bytes.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let piece = rest.prefix(1 << 30)
      value = UInt32(
        truncatingIfNeeded: unsafe piece.withUnsafeBufferPointer {
          // Unsafe: zlib reads through the pointer within the call only.
          unsafe czlib_crc32(UInt(value), $0.baseAddress, UInt32($0.count))
        })
      rest = rest[piece.endIndex...]
    }
  }
}
