/// How a line of text ends, which tells sentences from captions, titles and other short notes.
enum LineEnd: Sendable {
  case question
  /// A full stop, an exclamation mark or dots.
  case sentence
  /// A colon, semicolon or comma: something follows.
  case open
  /// Anything else, as captions, credits and titles end.
  case none

  /// Reads the end of a line of UTF-8, looking through closing quotes and brackets.
  init(_ line: ArraySlice<UInt8>) {
    var rest = line
    var isBracketed = false
    while let last = LineEnd.lastScalar(of: rest) {
      switch last.value {
      case 0x20, 0xA0, 0x202F, 0x22, 0x27, 0x2019, 0x201D, 0x201C, 0xBB, 0xAB, 0x203A, 0x300D, 0x300F: break
      case 0x29, 0x5D, 0xFF09: isBracketed = true
      default:
        self = isBracketed && LineEnd(scalar: last) == .open ? .none : LineEnd(scalar: last)
        return
      }
      rest = rest.dropLast(UTF8.width(last))
    }
    self = .none
  }

  private init(scalar: Unicode.Scalar) {
    switch scalar {
    case "?", "？", "؟": self = .question
    case ".", "!", "…", "。", "！", "．", "¡", "¿": self = .sentence
    case ":", ";", ",", "：", "；", "、", "，": self = .open
    default: self = .none
    }
  }

  private static func lastScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let last = bytes.last else { return nil }
    if last < 0x80 { return Unicode.Scalar(last) }
    guard let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return nil }
    return String(decoding: bytes[start...], as: UTF8.self).unicodeScalars.first
  }
}
