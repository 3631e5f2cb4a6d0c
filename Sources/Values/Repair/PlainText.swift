/// Whether reading a text would leave it as it is, told in one pass over its bytes: no white space to fold, nothing to
/// repair, to compose or to leave out.
///
/// Only what most Latin text is made of passes: ASCII, letters of Latin-1 and Latin Extended-A and the usual signs of
/// punctuation, each alone among ASCII, since characters of mojibake come in pairs. All else is looked at closely.
///
/// - Parameters:
///   - text: contiguous UTF-8.
///   - keepsLineBreaks: whether a single line feed stays.
func isReadAlready(_ text: String, keepsLineBreaks: Bool) -> Bool {
  isReadAlready(text.utf8Span.span, keepsLineBreaks: keepsLineBreaks)
}

private func isReadAlready(_ bytes: Span<UInt8>, keepsLineBreaks: Bool) -> Bool {
  var isBehindBlank = true
  var offset = 0
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte > 0x26 && byte < 0x7F || byte > 0x20 && byte < 0x26 {
      isBehindBlank = false
      offset += 1
    } else if byte == 0x20 || byte == 0x0A && keepsLineBreaks {
      if isBehindBlank { return false }
      isBehindBlank = true
      offset += 1
    } else if byte == 0x26 {
      if mayBeReference(bytes, at: offset) { return false }
      isBehindBlank = false
      offset += 1
    } else {
      let length = byte < 0x80 ? 0 : plainLength(bytes, at: offset)
      if length == 0 { return false }
      isBehindBlank = false
      offset += length
    }
  }
  return bytes.isEmpty || !isBehindBlank
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

/// The length of a character beyond ASCII that is surely no part of mojibake, composes with nothing and can be seen; 0
/// for any other.
private func plainLength(_ bytes: Span<UInt8>, at offset: Int) -> Int {
  let length: Int
  let second = bytes[offset + 1]
  switch bytes[offset] {
  // U+00A1 to U+02FF but for the soft hyphen.
  case 0xC2: length = second > 0xA0 && second != 0xAD ? 2 : 0
  case 0xC3...0xCB: length = 2
  // U+2010 to U+2027: dashes, quotation marks, bullets, dots.
  case 0xE2 where second == 0x80: length = (0x90...0xA7).contains(bytes[offset + 2]) ? 3 : 0
  // The euro sign and the trade mark sign.
  case 0xE2 where second == 0x82: length = bytes[offset + 2] == 0xAC ? 3 : 0
  case 0xE2 where second == 0x84: length = bytes[offset + 2] == 0xA2 ? 3 : 0
  default: length = 0
  }
  guard length > 0, offset + length < bytes.count else { return length }
  // What was lost in mojibake became a question mark; of Â and a no-break space a space may be left.
  let next = bytes[offset + length]
  if next >= 0x80 || next == 0x3F || next == 0x1A { return 0 }
  let isLatinLead = bytes[offset] == 0xC3 && (second == 0x82 || second == 0x83)
  return isLatinLead ? 0 : length
}
