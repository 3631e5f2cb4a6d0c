/// What HTTP calls `deflate`: a zlib stream by the standard (RFC 9110, section 8.4.1.2), a bare one from some servers.
package enum HTTPDeflate {
  /// Unpacks either form.
  ///
  /// - Parameter limit: how many unpacked bytes are allowed.
  /// - Throws: `GzipError` for bytes that end early, are neither form, or unpack to more than `limit`.
  package static func inflate(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    var unpacked: [UInt8] = []
    _ = try inflateMember(
      of: bytes, at: 0, into: &unpacked, limit: limit, wrapping: hasZlibHeader(bytes) ? .zlib : .none)
    return unpacked
  }

  /// RFC 1950, section 2.2: method 8, and a check sum of the two bytes that is a multiple of 31.
  private static func hasZlibHeader(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
  }
}
