import Crypto

/// A keyed hash (HMAC-SHA-256, RFC 2104): equal texts give equal hashes, and nobody without the key can tell which text.
package struct KeyedHash: Sendable {
  private let key: SymmetricKey

  /// - Parameter key: any bytes; 32 random ones are as good as it gets.
  package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// The first hexadecimal digits of the text's hash, at most 64.
  package func digits(_ count: Int, of text: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    let digits = Array(code).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    return String(digits.prefix(count))
  }
}
