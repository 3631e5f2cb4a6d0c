/// A written value on its way to being read: its folded bytes, and those it comes from for what only case tells.
///
/// A class, since every reader of a part of it holds it, and each is made for a single number.
final class WrittenText: Sendable {
  /// UTF-8 as it stands.
  let source: [UInt8]
  /// The folded form, which the readers compare.
  let folded: FoldedText
  /// The folded bytes.
  let bytes: [UInt8]

  convenience init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  init(utf8: [UInt8]) {
    source = utf8
    folded = FoldedText(utf8: utf8)
    bytes = folded.bytes
  }

  /// How many folded bytes there are.
  var count: Int { bytes.count }

  /// The byte at an offset; 0 outside.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// Whether a digit stands at an offset.
  func isDigit(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte >= 48 && byte <= 57
  }

  /// Whether a letter of an alphabet starts at an offset or goes on there.
  func isLetter(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte < 0x80 ? byte >= 97 && byte <= 122 : isLetterBeyondASCII(offset)
  }

  /// Alphabets, Arabic and the scripts of India; neither signs nor the scripts that put no spaces between words.
  private func isLetterBeyondASCII(_ offset: Int) -> Bool {
    var lead = offset
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    switch bytes[lead] {
    case 0xC2: return [0xAA, 0xB5, 0xBA].contains(byte(lead + 1))
    case 0xD9: return !(0xAA...0xAC).contains(byte(lead + 1))
    case 0xC3...0xDF, 0xE0, 0xE1: return true
    default: return false
    }
  }

  /// The first offset from `start` on that holds no space.
  func skippingSpaces(from start: Int) -> Int {
    var offset = start
    while byte(offset) == 32 { offset += 1 }
    return offset
  }

  /// The end of the spaces before `end`: the first offset behind what isn't a space.
  func droppingSpaces(before end: Int) -> Int {
    var offset = end
    while offset > 0, bytes[offset - 1] == 32 { offset -= 1 }
    return offset
  }

  /// Whether the folded bytes from an offset on are those of a text.
  func has(_ text: String, at start: Int) -> Bool {
    guard start >= 0 else { return false }
    var offset = start
    for byte in text.utf8 {
      if offset >= bytes.count || bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  /// The end of the run of letters from `start` on.
  func wordEnd(from start: Int) -> Int {
    var offset = start
    while isLetter(offset) { offset += 1 }
    return offset
  }

  /// The part as it was written.
  func written(_ range: Range<Int>) -> String {
    String(decoding: part(range), as: UTF8.self)
  }

  /// Whether a part holds capital letters of ASCII and no small ones.
  func isUpperCase(_ range: Range<Int>) -> Bool {
    let part = part(range)
    return part.contains { $0 >= 65 && $0 <= 90 } && !part.contains { $0 >= 97 && $0 <= 122 }
  }

  /// Whether a part holds no capital letter of ASCII.
  func isLowerCase(_ range: Range<Int>) -> Bool {
    !part(range).contains { $0 >= 65 && $0 <= 90 }
  }

  /// The bytes that a part comes from. Folding repairs what is no UTF-8 and may so point beyond the source's end.
  private func part(_ range: Range<Int>) -> ArraySlice<UInt8> {
    source[folded.source(of: range).clamped(to: 0..<source.count)]
  }
}
