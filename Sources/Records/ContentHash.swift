import Crypto

/// The SHA-256 of some bytes, written as 64 lower-case hexadecimal digits.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let hex: String

  /// The hash of `bytes`.
  package init(of bytes: some Sequence<UInt8>) {
    var hasher = ContentHasher()
    hasher.append(Array(bytes))
    self = hasher.finish()
  }

  /// The hash of the text's UTF-8 bytes.
  package init(of text: String) { self.init(of: text.utf8) }

  /// A hash read back from a store, taken as it is.
  package init(hex: String) { self.hex = hex }

  package var description: String { hex }
}

/// A SHA-256 fed piece by piece, where parts of different lengths can't run into each other.
package struct ContentHasher: Sendable {
  private var state = SHA256()

  package init() {}

  /// Adds bytes as they are.
  package mutating func append(_ bytes: [UInt8]) { state.update(data: bytes) }

  /// Adds one field: its length (8 bytes, little endian), then its UTF-8 bytes. An absent field differs from an empty one.
  package mutating func append(field text: String?) {
    guard let text else {
      append([UInt8](repeating: 0xFF, count: 8))
      return
    }
    var count = UInt64(text.utf8.count)
    var head: [UInt8] = []
    for _ in 0..<8 {
      head.append(UInt8(truncatingIfNeeded: count))
      count >>= 8
    }
    append(head)
    append(Array(text.utf8))
  }

  /// The hash of all that was added.
  package func finish() -> ContentHash { ContentHash(hex: hexadecimal(Array(state.finalize()))) }
}

/// Two lower-case digits a byte.
private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
