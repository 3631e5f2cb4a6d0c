extension JSONNode {
  /// How deep arrays and objects may nest.
  package static let depthLimit = 200

  /// Reads one JSON value by RFC 8259; `relaxed` also allows `//` and `/* */` comments and trailing commas.
  ///
  /// A byte order mark is skipped. Duplicate member names are errors. Throws the first fault with its place.
  package init(parsing utf8: [UInt8], relaxed: Bool = false) throws(JSONSyntaxError) {
    var reader = JSONReader(bytes: utf8, relaxed: relaxed)
    self = try reader.document()
  }
}

/// The members of an object among which a name is found as fast as in a set.
private let fewMembers = 16

/// A recursive-descent reader over UTF-8 bytes.
private struct JSONReader {
  let bytes: [UInt8]
  let relaxed: Bool
  var index = 0
  var depth = 0
  // Where the current line starts, and how many characters of it stand before the last position asked for, so that
  // positions cost one pass even where everything stands on one line.
  var line = 1
  var lineStart = 0
  var counted = (end: 0, characters: 0)

  init(bytes: [UInt8], relaxed: Bool) {
    self.bytes = bytes
    self.relaxed = relaxed
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      lineStart = 3
    }
  }

  mutating func document() throws(JSONSyntaxError) -> JSONNode {
    try skipBlank()
    guard index < bytes.count else { throw error("the file is empty") }
    let node = try value()
    try skipBlank()
    guard index == bytes.count else { throw error("there is more after the end of the value") }
    return node
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONNode {
    let start = position
    guard let byte = peek else { throw error("a value is missing at the end of the file") }
    switch byte {
    case UInt8(ascii: "{"): return JSONNode(.object(try members()), at: start)
    case UInt8(ascii: "["): return JSONNode(.array(try elements()), at: start)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNode(.number(try number()), at: start)
    default: return JSONNode(try literal(), at: start)
    }
  }

  private mutating func members() throws(JSONSyntaxError) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    // Filled where looking through the members would take longer.
    var names: Set<String> = []
    try list(until: UInt8(ascii: "}"), called: "object") { (reader: inout JSONReader) throws(JSONSyntaxError) in
      let start = reader.position
      guard reader.peek == UInt8(ascii: "\"") else {
        throw reader.error("a member's name in double quotes was expected")
      }
      let name = try reader.string()
      if members.count == fewMembers { names = Set(members.map(\.name)) }
      guard members.count < fewMembers ? !members.contains(where: { $0.name == name }) : names.insert(name).inserted
      else {
        throw JSONSyntaxError(message: "\"\(name)\" stands twice in this object", position: start)
      }
      try reader.skipBlank()
      guard reader.peek == UInt8(ascii: ":") else { throw reader.error("\":\" was expected after \"\(name)\"") }
      reader.index += 1
      try reader.skipBlank()
      members.append(JSONNode.Member(name: name, position: start, value: try reader.value()))
    }
    return members
  }

  private mutating func elements() throws(JSONSyntaxError) -> [JSONNode] {
    var elements: [JSONNode] = []
    try list(until: UInt8(ascii: "]"), called: "list") { (reader: inout JSONReader) throws(JSONSyntaxError) in
      elements.append(try reader.value())
    }
    return elements
  }

  /// Reads what stands between brackets, separated by commas.
  private mutating func list(
    until close: UInt8, called name: String, element: (inout JSONReader) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) {
    let open = position
    depth += 1
    guard depth <= JSONNode.depthLimit else { throw error("nested deeper than \(JSONNode.depthLimit) levels") }
    index += 1
    var afterComma = false
    while true {
      try skipBlank()
      guard let byte = peek else {
        throw JSONSyntaxError(message: "this \(name) is never closed", position: open)
      }
      if byte == close {
        guard !afterComma || relaxed else { throw error("a comma before the end of the \(name)") }
        break
      }
      try element(&self)
      try skipBlank()
      afterComma = peek == UInt8(ascii: ",")
      if afterComma {
        index += 1
      } else if let byte = peek, byte != close {
        throw error("a comma or the end of the \(name) was expected")
      }
    }
    index += 1
    depth -= 1
  }

  private mutating func literal() throws(JSONSyntaxError) -> JSONNode.Content {
    let start = index
    while let byte = peek, isWord(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default:
      index = start
      throw error(
        word.isEmpty ? "a value was expected" : "\"\(word)\" is no JSON value; texts stand in double quotes")
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let whole = digits()
    let leadingZero = whole.count > 1 && bytes[whole.lowerBound] == UInt8(ascii: "0")
    var valid = !whole.isEmpty && !leadingZero
    if peek == UInt8(ascii: ".") {
      index += 1
      valid = !digits().isEmpty && valid
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      valid = !digits().isEmpty && valid
    }
    if let byte = peek, isWord(byte) { valid = false }
    guard valid else {
      index = start
      throw error("this is no JSON number")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() -> Range<Int> {
    let start = index
    while let byte = peek, (48...57).contains(byte) { index += 1 }
    return start..<index
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    let open = position
    index += 1
    let start = index
    skipPlain()
    if peek == UInt8(ascii: "\"") {
      index += 1
      return try text(bytes[start..<index - 1], at: open)
    }
    var text = Array(bytes[start..<index])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return try self.text(text[...], at: open)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20:
        if byte == 10 { throw JSONSyntaxError(message: "this text is never closed", position: open) }
        throw error("a control character in a text must be written as an escape")
      default:
        let start = index
        skipPlain()
        text += bytes[start..<index]
      }
    }
    throw JSONSyntaxError(message: "this text is never closed", position: open)
  }

  /// Passes what a text says without escapes.
  private mutating func skipPlain() {
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    { index += 1 }
  }

  private func text(_ bytes: ArraySlice<UInt8>, at open: TextPosition) throws(JSONSyntaxError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      throw JSONSyntaxError(message: "this text is not valid UTF-8", position: open)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = position
    index += 1
    let kind = peek
    index += 1
    switch kind {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind ?? 0)
    case UInt8(ascii: "u"): text += Array(String(try codePoint(at: start)).utf8)
    default: throw JSONSyntaxError(message: "this escape is unknown", position: start)
    }
  }

  /// The code point of `\uXXXX`, of two of them where the first is a high surrogate.
  private mutating func codePoint(at start: TextPosition) throws(JSONSyntaxError) -> Unicode.Scalar {
    guard let first = unit() else { throw JSONSyntaxError(message: "\\u takes four hex digits", position: start) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, peek == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") {
      index += 2
      if let second = unit(), (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw JSONSyntaxError(message: "half of a surrogate pair", position: start)
  }

  private mutating func unit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = bytes[index..<index + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func skipBlank() throws(JSONSyntaxError) {
    while let byte = peek {
      switch byte {
      case 10:
        index += 1
        line += 1
        lineStart = index
      case 32, 9, 13: index += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONSyntaxError) {
    let start = position
    guard relaxed else { throw error("comments are not allowed here") }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next == UInt8(ascii: "/") {
      while let byte = peek, byte != 10 { index += 1 }
      return
    }
    guard next == UInt8(ascii: "*") else { throw error("a value was expected") }
    index += 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        index += 2
        return
      }
      if bytes[index] == 10 {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    throw JSONSyntaxError(message: "this comment is never closed", position: start)
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isWord(_ byte: UInt8) -> Bool {
    byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// The 1-based line and column, in characters (Unicode scalars), of the next byte.
  private var position: TextPosition {
    mutating get {
      let end = min(index, bytes.count)
      if counted.end < lineStart || counted.end > end { counted = (min(lineStart, end), 0) }
      for place in counted.end..<end where bytes[place] & 0xC0 != 0x80 { counted.characters += 1 }
      counted.end = end
      return TextPosition(line: line, column: counted.characters + 1)
    }
  }

  private mutating func error(_ message: String) -> JSONSyntaxError {
    JSONSyntaxError(message: message, position: position)
  }
}
