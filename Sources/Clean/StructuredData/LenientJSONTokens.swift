// What stands between the tokens of JSON, and its strings.

extension LenientJSON {
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The next byte that isn't blank.
  mutating func next() -> UInt8? {
    skipBlank()
    return peek
  }

  mutating func skipBlank() { index = endOfBlank(from: index) }

  /// Where white space, comments and wrappers end.
  private func endOfBlank(from start: Int, comment longest: Int = .max) -> Int {
    var i = start
    while i < bytes.count {
      switch bytes[i] {
      case 0...0x20, UInt8(ascii: ";"): i += 1
      case 0xEF where spells("\u{FEFF}", at: i): i += 3
      case 0xC2 where spells("\u{A0}", at: i): i += 2
      case UInt8(ascii: "<") where spells("<!--", at: i): i += 4
      case UInt8(ascii: "<") where spells("<![CDATA[", at: i): i += 9
      case UInt8(ascii: "-") where spells("-->", at: i): i += 3
      case UInt8(ascii: "]") where spells("]]>", at: i): i += 3
      case UInt8(ascii: "/") where spells("//", at: i): i = endOfLineComment(from: i, longest)
      case UInt8(ascii: "/") where spells("/*", at: i): i = endOfComment(from: i, longest)
      default: return i
      }
    }
    return i
  }

  /// A line comment ends with its line, but one in front of a wrapper only hides the wrapper.
  private func endOfLineComment(from start: Int, _ longest: Int) -> Int {
    let i = start + 2
    for mark in ["<![CDATA[", "]]>", "<!--", "-->"] {
      let blank = bytes[i...].prefix { $0 == 0x20 || $0 == 0x09 }.count
      if spells(mark, at: i + blank) { return i + blank }
    }
    let line = bytes[i...].prefix(longest)
    return line.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? line.endIndex
  }

  private func endOfComment(from start: Int, _ longest: Int) -> Int {
    var i = start + 2
    while i + 1 < bytes.count, i - start < longest,
      !(bytes[i] == UInt8(ascii: "*") && bytes[i + 1] == UInt8(ascii: "/"))
    { i += 1 }
    return min(i + 2, bytes.count)
  }

  private func spells(_ word: String, at place: Int) -> Bool {
    bytes[min(place, bytes.count)...].starts(with: word.utf8)
  }
}

extension LenientJSON {
  private static let valueStarts = Set("\"'{[-0123456789tfn],".utf8)

  /// Where a string stands, which decides what may follow its end.
  enum Place { case name, value, element }

  /// Reads a string from its opening quote on.
  mutating func string(in place: Place) -> String {
    let quote = bytes[index]
    index += 1
    var text: [UInt8] = []
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote, ends(at: index, quote, place) { break }
      if byte == UInt8(ascii: "\\") {
        text += bytes[start..<index]
        readEscape(into: &text)
        start = index
      } else {
        index += 1
      }
    }
    text += bytes[start..<min(index, bytes.count)]
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the quote ends its string, by what follows it.
  private func ends(at place: Int, _ quote: UInt8, _ kind: Place) -> Bool {
    let after = endOfBlank(from: place + 1, comment: Self.lookahead)
    guard after < bytes.count else { return true }
    switch (bytes[after], kind) {
    case (UInt8(ascii: ":"), .name): return true
    case (_, .name): return false
    case (UInt8(ascii: "}"), .value), (UInt8(ascii: "]"), .element): return true
    case (UInt8(ascii: "]"), .value), (UInt8(ascii: "}"), .element): return depth > 1
    case (UInt8(ascii: ","), .value):
      let next = endOfBlank(from: after + 1, comment: Self.lookahead)
      return next >= bytes.count || bytes[next] == UInt8(ascii: "}") || bytes[next] == UInt8(ascii: ",")
        || isName(at: next)
    case (UInt8(ascii: ","), .element):
      let next = endOfBlank(from: after + 1, comment: Self.lookahead)
      return next >= bytes.count || Self.valueStarts.contains(bytes[next])
    case (_, .value): return isName(at: after)
    case (quote, .element): return true
    default: return false
    }
  }

  /// Whether a member's name and its colon stand there.
  private func isName(at start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") else {
      return false
    }
    var i = start + 1
    while i < bytes.count, bytes[i] != bytes[start] {
      i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    let colon = endOfBlank(from: i + 1, comment: Self.lookahead)
    return colon < bytes.count && bytes[colon] == UInt8(ascii: ":")
  }

  /// Reads an escape; of an unknown one the backslash is dropped.
  private mutating func readEscape(into text: inout [UInt8]) {
    index += 1
    guard let kind = peek else { return }
    index += 1
    switch kind {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text += Array(String(codePoint()).utf8)
    default: text.append(kind)
    }
  }

  /// The code point of `XXXX`, of two of them where the first is a high surrogate; U+FFFD for what is none.
  private mutating func codePoint() -> Unicode.Scalar {
    guard let first = unit(at: index) else { return "\u{FFFD}" }
    index += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, spells("\\u", at: index), let second = unit(at: index + 2), (0xDC00...0xDFFF).contains(second) {
      index += 6
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    return "\u{FFFD}"
  }

  private func unit(at place: Int) -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Unicode.Scalar(byte).properties.isASCIIHexDigit ? byte : nil else { return nil }
      value = value << 4 | UInt32(digit < 58 ? digit - 48 : (digit | 0x20) - 87)
    }
    return value
  }
}
