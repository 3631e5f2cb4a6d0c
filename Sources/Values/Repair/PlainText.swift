/// Whether reading a text would leave it as it is, told in one pass over its bytes: no white space to fold, nothing to
/// repair, to compose or to leave out.
///
/// What most text is made of passes: ASCII, letters of Latin, Greek, Cyrillic and East Asian scripts, the usual signs of
/// punctuation. Since characters of mojibake come in pairs, text in which they stand alone among ASCII needs no closer look.
///
/// - Parameters:
///   - text: contiguous UTF-8.
///   - keepsLineBreaks: whether a single line feed stays.
func isReadAlready(_ text: String, keepsLineBreaks: Bool) -> Bool {
  switch readState(text.utf8Span.span, keepsLineBreaks: keepsLineBreaks) {
  case .read: true
  case .mayBeMuddled: !isSuspicious(text)
  case .other: false
  }
}

private enum ReadState {
  case read
  /// Nothing but mojibake might be in it.
  case mayBeMuddled
  case other
}

private func readState(_ bytes: Span<UInt8>, keepsLineBreaks: Bool) -> ReadState {
  var isBehindBlank = true
  var mayBeMuddled = false
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte > 0x26 && byte < 0x7F || byte > 0x20 && byte < 0x26 {
      isBehindBlank = false
      offset += 1
    } else if byte == 0x20 || byte == 0x0A && keepsLineBreaks {
      if isBehindBlank { return .other }
      isBehindBlank = true
      offset += 1
    } else if byte == 0x26 {
      if mayBeReference(bytes, at: offset) { return .other }
      isBehindBlank = false
      offset += 1
    } else {
      let length = byte < 0x80 ? 0 : plainLength(bytes, at: offset)
      if length == 0 { return .other }
      mayBeMuddled = mayBeMuddled || !standsAlone(bytes, offset, length)
      isBehindBlank = false
      offset += length
    }
  }
  return !bytes.isEmpty && isBehindBlank ? .other : mayBeMuddled ? .mayBeMuddled : .read
}

/// Whether a `;` stands so close behind an ampersand that both may be a character reference.
private func mayBeReference(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  var place = offset + 1
  while place < bytes.count, place < offset + 12 {
    if bytes[place] == UInt8(ascii: ";") { return true }
    place += 1
  }
  return false
}

/// The length of a character beyond ASCII that composes with nothing and can be seen, whose script is one of those most
/// text is written in; 0 for any other.
private func plainLength(_ bytes: Span<UInt8>, at offset: Int) -> Int {
  let second = bytes[offset + 1]
  switch bytes[offset] {
  // U+00A1 to U+02FF but for the soft hyphen.
  case 0xC2: return second > 0xA0 && second != 0xAD ? 2 : 0
  case 0xC3...0xCB: return 2
  // Greek but for its dot, which is another's twin; Cyrillic but for its marks.
  case 0xCE: return second != 0x87 ? 2 : 0
  case 0xCF...0xD1, 0xD3: return 2
  case 0xD2: return second >= 0x8A ? 2 : 0
  // U+2010 to U+2027: dashes, quotation marks, bullets, dots.
  case 0xE2 where second == 0x80: return (0x90...0xA7).contains(bytes[offset + 2]) ? 3 : 0
  // The euro sign and the trade mark sign.
  case 0xE2 where second == 0x82: return bytes[offset + 2] == 0xAC ? 3 : 0
  case 0xE2 where second == 0x84: return bytes[offset + 2] == 0xA2 ? 3 : 0
  // Signs and Japanese syllables but for the blank and the marks of voice, which compose.
  case 0xE3 where second == 0x80: return bytes[offset + 2] >= 0x81 && bytes[offset + 2] < 0xAA ? 3 : 0
  case 0xE3 where second == 0x82: return bytes[offset + 2] != 0x99 && bytes[offset + 2] != 0x9A ? 3 : 0
  case 0xE3 where second == 0x81 || second == 0x83: return 3
  // Han.
  case 0xE4 where second >= 0xB8, 0xE5...0xE9: return 3
  // Full-width signs and letters.
  case 0xEF where second == 0xBC: return 3
  default: return 0
  }
}

/// Whether a character beyond ASCII is surely no part of mojibake, as none stands beside it.
///
/// What was lost in mojibake became a question mark; of Â and a no-break space a space may be left.
private func standsAlone(_ bytes: Span<UInt8>, _ offset: Int, _ length: Int) -> Bool {
  if bytes[offset] == 0xC3, bytes[offset + 1] == 0x82 || bytes[offset + 1] == 0x83 { return false }
  guard offset + length < bytes.count else { return true }
  let next = bytes[offset + length]
  return next < 0x80 && next != 0x3F && next != 0x1A
}
