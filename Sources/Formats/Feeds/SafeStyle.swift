/// Keeps of a `style` attribute the declarations that only colour, size and place what is shown.
enum SafeStyle {
  /// The declarations that are kept, each as `name: value;`; nil where there is none, or where anything in the
  /// attribute isn't a plain declaration.
  static func written(_ style: String, inDrawing: Bool) -> String? {
    let bytes = Array(withoutAddresses(Array(style.utf8)))
    guard isPlain(bytes) else { return nil }
    var kept: [String] = []
    for declaration in bytes.split(separator: UInt8(ascii: ";")) where !declaration.allSatisfy(isXMLSpace) {
      let parts = declaration.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let name = trimmedXMLSpace(String(decoding: parts[0], as: UTF8.self))
      let value = String(decoding: parts[1].drop(while: isXMLSpace), as: UTF8.self)
      guard !name.isEmpty, name.utf8.allSatisfy({ isWord($0) || $0 == UInt8(ascii: "-") }) else { return nil }
      if !value.isEmpty, isKept(name.lowercased(), value, inDrawing: inDrawing) { kept.append("\(name): \(value);") }
    }
    return kept.isEmpty ? nil : kept.joined(separator: " ")
  }

  private static func isKept(_ name: String, _ value: String, inDrawing: Bool) -> Bool {
    if properties.contains(name) { return true }
    if inDrawing, drawingProperties.contains(name) { return true }
    let family = name.prefix { $0 != "-" }
    guard ["background", "border", "margin", "padding"].contains(family) else { return false }
    return value.utf8.split(whereSeparator: isXMLSpace).allSatisfy {
      isMeasure($0) || keywords.contains(String(Substring($0)))
    }
  }

  /// Each `url(...)` without white space inside, and the white space after it, replaced by a space.
  private static func withoutAddresses(_ bytes: [UInt8]) -> [UInt8] {
    var left: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      if rest.starts(with: "url".utf8) {
        let open = rest.dropFirst(3).drop(while: isXMLSpace)
        let content = open.dropFirst().drop(while: isXMLSpace)
        let close = content.drop { !isXMLSpace($0) && $0 != UInt8(ascii: ")") }.drop(while: isXMLSpace)
        if open.first == UInt8(ascii: "("), close.first == UInt8(ascii: ")"), close.startIndex > content.startIndex {
          left.append(UInt8(ascii: " "))
          rest = close.dropFirst().drop(while: isXMLSpace)
          continue
        }
      }
      left.append(rest.removeFirst())
    }
    return left
  }

  /// Whether there is nothing but words, numbers, quoted words and lists of numbers in parentheses.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        let quoted = bytes[(place + 1)...].prefix { isWord($0) || isXMLSpace($0) }
        guard !quoted.isEmpty, quoted.endIndex < bytes.count, bytes[quoted.endIndex] == byte else { return false }
        place = quoted.endIndex + 1
      } else if byte == UInt8(ascii: "(") {
        let numbers = bytes[(place + 1)...].prefix { $0 &- 48 < 10 || $0 == UInt8(ascii: ",") || isXMLSpace($0) }
        guard !numbers.isEmpty, numbers.endIndex < bytes.count, bytes[numbers.endIndex] == UInt8(ascii: ")") else {
          return false
        }
        place = numbers.endIndex + 1
      } else {
        guard isPlain(byte) || isHyphen(in: bytes, at: place) else { return false }
        place += 1
      }
    }
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isWord(byte) && byte != UInt8(ascii: "_") && byte < 0x80 || isXMLSpace(byte) || ":,;#%.!".utf8.contains(byte)
  }

  /// Whether a hyphen between two characters of words stands there.
  private static func isHyphen(in bytes: [UInt8], at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "-") && place > 0 && place + 1 < bytes.count && isWord(bytes[place - 1])
      && isWord(bytes[place + 1])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Whether it is a colour by number, or a length of at most two digits before and after the point.
  private static func isMeasure(_ word: Substring.UTF8View) -> Bool {
    let text = Substring(word)
    if text.hasPrefix("#") { return text.count > 1 && text.dropFirst().allSatisfy { $0.isHexDigit && !$0.isUppercase } }
    if text.hasPrefix("rgb(") { return text.dropFirst(4).allSatisfy { $0.isNumber || "%,)".contains($0) } }
    var rest = text.drop(while: \.isNumber)
    guard text.count - rest.count <= 4 else { return false }
    if rest.first == "." { rest = rest.dropFirst().drop(while: \.isNumber) }
    return ["", "cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ",", ")"].contains(rest)
  }

  private static let properties = words(
    """
    azimuth background-color border-bottom-color border-collapse border-color border-left-color border-right-color
    border-top-color clear color cursor direction display elevation float font font-family font-size font-style
    font-variant font-weight height letter-spacing line-height overflow pause pause-after pause-before pitch pitch-range
    richness speak speak-header speak-numeral speak-punctuation speech-rate stress text-align text-decoration
    text-indent unicode-bidi vertical-align voice-family volume white-space width
    """)

  private static let drawingProperties = words(
    "fill fill-opacity fill-rule stroke stroke-linecap stroke-linejoin stroke-opacity stroke-width")

  private static let keywords = words(
    """
    !important aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green italic
    left lime maroon medium navy none normal nowrap olive pointer purple red right silver solid teal top transparent
    underline white yellow
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
