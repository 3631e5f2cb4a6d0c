/// Bytes that markup gives a meaning to.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let equals = UInt8(ascii: "=")
  static let exclamation = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let hyphen = UInt8(ascii: "-")
  static let hash = UInt8(ascii: "#")

  /// White space as HTML's tokenizer knows it.
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || byte == lineFeed || byte == tab || byte == carriageReturn || byte == formFeed
  }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// The byte, upper-case ASCII letters made lower-case.
  @inline(__always) static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// Whether the bytes from `start` on spell `word` (lower-case ASCII), in any case.
  static func spells(_ word: StaticString, in bytes: [UInt8], at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= bytes.count else { return false }
    return word.withUTF8Buffer { wanted in
      for i in 0..<count where unsafe lower(bytes[start + i]) != wanted[i] { return false }
      return true
    }
  }
}
