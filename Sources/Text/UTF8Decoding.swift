/// The offset of the first byte that isn't part of valid UTF-8; nil for valid bytes.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  // Unsafe: the pointer lives as long as the call, and every load below is within its count.
  unsafe bytes.withUnsafeBufferPointer { buffer in
    let end = unsafe validUTF8(buffer, from: 0)
    return end == bytes.count ? nil : end
  }
}

/// Valid UTF-8: every longest beginning of a character that isn't one becomes U+FFFD, as the Unicode standard
/// (chapter 3, "U+FFFD substitution of maximal subparts") and the WHATWG Encoding standard have it.
func repairedUTF8(_ bytes: [UInt8]) -> (utf8: [UInt8], replacements: Int) {
  guard var invalid = firstInvalidUTF8(in: bytes) else { return (bytes, 0) }
  var repaired: [UInt8] = []
  repaired.reserveCapacity(bytes.count + 64)
  var start = 0
  var replacements = 0
  // Unsafe: as above.
  unsafe bytes.withUnsafeBufferPointer { buffer in
    while invalid < bytes.count {
      repaired += bytes[start..<invalid]
      repaired.appendReplacement()
      replacements += 1
      unsafe start = invalid + subpart(buffer, at: invalid).length
      unsafe invalid = validUTF8(buffer, from: start)
    }
  }
  repaired += bytes[start...]
  return (repaired, replacements)
}

/// How far from `start` the bytes are valid.
private func validUTF8(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var offset = start
  while offset < bytes.count {
    if offset + 8 <= bytes.count,
      unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      offset += 8
    } else if unsafe bytes[offset] < 0x80 {
      offset += 1
    } else {
      let character = unsafe subpart(bytes, at: offset)
      guard character.isWhole else { return offset }
      offset += character.length
    }
  }
  return offset
}

/// The longest beginning of a character at `offset`, which holds no ASCII byte, and whether it is a whole one.
///
/// The ranges of the second byte are those of the Unicode standard's table 3-7.
private func subpart(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (length: Int, isWhole: Bool) {
  let lead = unsafe bytes[offset]
  let wanted: Int
  var low: UInt8 = 0x80
  var high: UInt8 = 0xBF
  switch lead {
  case 0xC2...0xDF: wanted = 2
  case 0xE0: (wanted, low) = (3, 0xA0)
  case 0xED: (wanted, high) = (3, 0x9F)
  case 0xE1...0xEF: wanted = 3
  case 0xF0: (wanted, low) = (4, 0x90)
  case 0xF4: (wanted, high) = (4, 0x8F)
  case 0xF1...0xF3: wanted = 4
  default: return (1, false)
  }
  var length = 1
  while length < wanted, offset + length < bytes.count {
    let byte = unsafe bytes[offset + length]
    guard byte >= low, byte <= high else { break }
    (low, high) = (0x80, 0xBF)
    length += 1
  }
  return (length, length == wanted)
}
