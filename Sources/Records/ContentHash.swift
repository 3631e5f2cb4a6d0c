import Crypto

/// The SHA-256 of some bytes, written as 64 lower-case hexadecimal digits.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let hex: String

  /// The hash of `bytes`.
  package init(of bytes: [UInt8]) {
    var state = SHA256()
    state.update(data: bytes)
    hex = hexadecimal(state.finalize(), digits: 64)
  }

  /// The hash of the text's UTF-8 bytes.
  package init(of text: String) { self.init(of: Array(text.utf8)) }

  /// A hash read back from a store, taken as it is.
  package init(hex: String) { self.hex = hex }

  package var description: String { hex }

  /// The first `count` hexadecimal digits of the hash of `bytes`.
  static func digits(_ count: Int, of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes), digits: count)
  }
}

/// A SHA-256 fed field by field, where fields of different lengths can't run into each other.
package struct ContentHasher: Sendable {
  /// Bytes held back, because many small updates cost more than one.
  private static let bufferSize = 4096

  private var state = SHA256()
  private var buffer: [UInt8] = []

  package init() {}

  /// Adds bytes as they are, so that pieces of a file give the hash of the whole.
  package mutating func append(bytes: [UInt8]) {
    flush()
    state.update(data: bytes)
  }

  /// Adds one field: its length (8 bytes, little endian), then its UTF-8 bytes. An absent field differs from an empty one.
  package mutating func append(field text: String?) {
    append(number: text.map { UInt64($0.utf8.count) } ?? .max)
    guard let text else { return }
    buffer += text.utf8
    if buffer.count > Self.bufferSize { flush() }
  }

  /// Adds a number as 8 bytes, little endian.
  package mutating func append(number: UInt64) { ContentHasher.append(number, to: &buffer) }

  /// Adds what `append(field:)` puts before a text of that many bytes.
  static func append(count: Int, to bytes: inout [UInt8]) { append(UInt64(count), to: &bytes) }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// The hash of all that was added.
  package consuming func finish() -> ContentHash { ContentHash(hex: finish(digits: 64)) }

  /// The first `digits` hexadecimal digits of the hash of all that was added.
  package consuming func finish(digits: Int) -> String {
    flush()
    return hexadecimal(state.finalize(), digits: digits)
  }

  private mutating func flush() {
    state.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

/// Two lower-case digits a byte, the first `digits` of them, at most 64.
private func hexadecimal(_ bytes: some Sequence<UInt8>, digits: Int) -> String {
  var text = InlineArray<64, UInt8>(repeating: 0)
  var count = 0
  for byte in bytes where count < digits {
    text[count] = hexadecimalDigit(byte >> 4)
    text[count + 1] = hexadecimalDigit(byte & 15)
    count += 2
  }
  do {
    return String(copying: try UTF8Span(validating: text.span.extracting(first: digits)))
  } catch {
    // Digits are ASCII.
    return ""
  }
}
