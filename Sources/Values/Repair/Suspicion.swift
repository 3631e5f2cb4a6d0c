/// Whether text may hold mojibake or stray control characters: whether somewhere characters stand as the bytes of a
/// UTF-8 character would in one of the encodings, or U+0080 to U+009F.
///
/// - Parameter text: contiguous UTF-8.
func isSuspicious(_ text: String) -> Bool {
  var utf8 = text.utf8Span
  if utf8.checkForASCII() { return false }
  return isSuspicious(utf8.span, ByteReadings.all)
}

private func isSuspicious(_ bytes: Span<UInt8>, _ readings: borrowing ByteReadings) -> Bool {
  var state = Suspicion()
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte < 0x80 {
      if !state.isIdle && state.meetsASCII(byte) { return true }
      offset += 1
      state.isBehindASCIILetter = byte | 0x20 >= UInt8(ascii: "a")
    } else {
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if state.meets(scalar(bytes, at: offset, length), readings) { return true }
      offset += length
    }
  }
  return false
}

/// The encodings in which the characters just met are the first bytes of a UTF-8 character.
private struct Suspicion {
  /// Those in which one more byte would complete it.
  var lastMissing: UInt16 = 0
  /// Those in which two more would; of four bytes the last is never waited for.
  var twoMissing: UInt16 = 0
  /// Those in which one more byte would complete one of three or four.
  var lastOfLong: UInt16 = 0
  /// Whether the last character was Â or Ã.
  var isLatinLead = false

  /// Whether the last character was an ASCII letter.
  var isBehindASCIILetter = false
  /// Whether the last but one was.
  var leadIsBehindASCIILetter = false

  var isIdle: Bool { lastMissing | twoMissing == 0 }

  /// Whether a character beyond ASCII completes one.
  mutating func meets(_ scalar: UInt32, _ readings: borrowing ByteReadings) -> Bool {
    // What was lost may have been any byte.
    var fitting: UInt16 = scalar == 0xFFFD ? .max : readings.continuations(scalar)
    // ё, є, і, ї and ґ follow other letters in all Russian and Ukrainian text, though not in words of ASCII.
    if isUsualLetter(scalar) && !leadIsBehindASCIILetter { fitting &= ~ByteReadings.russian }
    leadIsBehindASCIILetter = isBehindASCIILetter
    if scalar < 0xA0 || lastMissing & fitting != 0 { return true }
    let leads = readings.leads(scalar)
    let pairLeads = readings.pairLeads(scalar)
    lastOfLong = twoMissing & fitting
    lastMissing = pairLeads | lastOfLong
    twoMissing = leads & ~pairLeads
    // Russian's own letters are all of ibm866's long characters, but for those in the midst of words in ASCII.
    if !isBehindASCIILetter { twoMissing &= ~ByteReadings.ibm866 }
    isBehindASCIILetter = false
    isLatinLead = scalar == 0xC2 || scalar == 0xC3
    return false
  }

  private func isUsualLetter(_ scalar: UInt32) -> Bool {
    scalar == 0x451 || scalar == 0x454 || scalar == 0x456 || scalar == 0x457 || scalar == 0x491
  }

  /// Whether an ASCII character completes one: a `?` for any byte, or behind Â and Ã a space that was a no-break
  /// space.
  mutating func meetsASCII(_ byte: UInt8) -> Bool {
    let isLost = byte == 0x3F || byte == 0x1A
    if isLost && (lastOfLong != 0 || isLatinLead) || byte == 0x20 && isLatinLead { return true }
    lastOfLong = isLost ? twoMissing : 0
    lastMissing = lastOfLong
    twoMissing = 0
    isLatinLead = false
    return false
  }
}

/// The scalar of that many bytes at an offset.
private func scalar(_ bytes: Span<UInt8>, at offset: Int, _ length: Int) -> UInt32 {
  var scalar = UInt32(bytes[offset]) & (0xFF >> UInt32(length + 1))
  for step in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + step] & 0x3F) }
  return scalar
}
