/// Whether a label of a single-byte encoding stands on what is certainly UTF-8.
///
/// Any bytes can be read in such an encoding, but what a person writes in one is next to never valid UTF-8: that takes a
/// capital letter or accent followed by just the right number of signs. One character of three bytes or two of two are
/// taken for proof.
func isCertainlyUTF8(_ bytes: [UInt8], labelled encoding: Encoding) -> Bool {
  guard encoding.isSingleByte, let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return false }
  guard firstInvalidUTF8(in: bytes) == nil else { return false }
  if bytes[first] >= 0xE0 { return true }
  return bytes[(first + 2)...].contains { $0 >= 0x80 }
}

/// Whether a label of UTF-8 stood on what certainly isn't: many bytes didn't fit, and no character beyond ASCII did.
///
/// - Parameter text: the bytes read as UTF-8.
func isCertainlyNotUTF8(_ text: DecodedText) -> Bool {
  guard text.replacements >= leastMisfits else { return false }
  // Each misfit left one lead byte, that of U+FFFD; a character that did fit left one more.
  return text.utf8.count { $0 >= 0xC0 } == text.replacements
}

/// Fewer misfits may be what an editor or a cut left behind.
private let leastMisfits = 4

extension Encoding {
  /// Whether one byte is one character.
  var isSingleByte: Bool {
    switch self {
    case .utf8, .utf16le, .utf16be, .gbk, .gb18030, .big5, .eucjp, .iso2022jp, .shiftjis, .euckr: false
    default: true
    }
  }
}
