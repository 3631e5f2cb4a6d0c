import Settings
import WebAddress

extension FileSource {
  /// A file's canonical address: the base address with the path below the pattern's folder, or `SOURCE:PATH`.
  ///
  /// `.gz` is no part of an address: it says how the bytes are packed.
  func address(path: String, below parts: [String]) -> String {
    guard let baseAddress else { return "\(name.value):\(withoutGzip(path))" }
    let relative = parts.map(percentEncoded).joined(separator: "/")
    // A name such as "a:b" would be read as a scheme; "./" keeps it a path.
    guard let address = Address(parsing: "./" + withoutGzip(relative), base: baseAddress) else {
      return "\(name.value):\(withoutGzip(path))"
    }
    return address.canonical.href
  }

  private func withoutGzip(_ name: String) -> String { name.hasSuffix(".gz") ? String(name.dropLast(3)) : name }

  /// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
  private func percentEncoded(_ part: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in part.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
      default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
