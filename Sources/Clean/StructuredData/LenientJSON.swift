import JSONText

/// Reads the JSON that pages carry, valid or broken in the ways that pages break it.
///
/// Several values may follow each other. Between tokens, comments, HTML comment and CDATA marks and semicolons count as
/// white space. Commas may be missing or trail. Strings may hold control characters, unknown escapes, and quotes that
/// aren't escaped where what follows tells that they end nothing. What is cut off counts as closed.
struct LenientJSON {
  /// How deep arrays and objects may nest; what is deeper becomes null.
  private static let depthLimit = 100

  /// How far a comment is followed, in bytes, to learn whether a quote before it ends a string.
  static let lookahead = 300

  let bytes: [UInt8]
  var index = 0
  var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The values in the text, in order; none where it holds no object or array.
  static func values(in bytes: [UInt8]) -> [JSON] {
    var reader = LenientJSON(bytes)
    return reader.values()
  }

  private mutating func values() -> [JSON] {
    var values: [JSON] = []
    skipBlank()
    while let byte = peek {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        values.append(value())
      } else {
        index += 1
      }
      skipBlank()
    }
    return values
  }

  private mutating func value() -> JSON {
    switch peek {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(string(in: .value))
    default: return bareWord()
    }
  }

  private mutating func nested(_ read: (inout LenientJSON) -> JSON) -> JSON {
    index += 1
    guard depth < Self.depthLimit else {
      skipNested()
      return .null
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  /// Goes behind the end of the array or object whose beginning was read, without a call for each that is in it.
  private mutating func skipNested() {
    var open = 1
    var isInString = false
    while open > 0, let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where isInString: index = min(index + 1, bytes.count)
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: open += 1
      case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString: open -= 1
      default: break
      }
    }
  }

  private mutating func array() -> JSON {
    var elements: [JSON] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "]"):
        index += 1
        return .array(elements)
      case UInt8(ascii: ","), UInt8(ascii: ":"): index += 1
      case UInt8(ascii: "}"): return .array(elements)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): elements.append(.string(string(in: .element)))
      default: elements.append(value())
      }
    }
    return .array(elements)
  }

  private mutating func object() -> JSON {
    var members: [JSON.Member] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "}"):
        index += 1
        return .object(JSON.lastOfEach(members))
      case UInt8(ascii: ","), UInt8(ascii: ":"): index += 1
      case UInt8(ascii: "]"):
        // A bracket that closes nothing here ends the object if an array is open around it.
        if depth > 1 { return .object(JSON.lastOfEach(members)) }
        index += 1
      default: members.append(member())
      }
    }
    return .object(JSON.lastOfEach(members))
  }

  private mutating func member() -> JSON.Member {
    let isQuoted = peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'")
    let name = isQuoted ? string(in: .name) : nameWord()
    guard next() == UInt8(ascii: ":") else { return JSON.Member(name, .null) }
    index += 1
    guard let byte = next(), byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") else {
      return JSON.Member(name, .null)
    }
    return JSON.Member(name, value())
  }

  /// A name without quotes.
  private mutating func nameWord() -> String {
    let start = index
    index += 1
    while let byte = peek, byte > 0x20, !UInt8.delimiters.contains(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// `true`, `false`, `null`, a number, or text that lacks its quotes.
  private mutating func bareWord() -> JSON {
    let start = index
    index += 1
    while let byte = peek, !UInt8.delimiters.contains(byte), byte != 0x0A, byte != 0x0D { index += 1 }
    var word = bytes[start..<index]
    while let last = word.last, last <= 0x20 { word.removeLast() }
    switch String(decoding: word, as: UTF8.self) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null", "undefined", "NaN": return .null
    case let text: return isNumber(word) ? .number(text) : .string(text)
    }
  }

  /// Whether the bytes are a number by RFC 8259.
  private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func digits() -> Int {
      let count = rest.prefix { $0 &- 48 < 10 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || (startsWithZero && whole > 1) { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}

extension UInt8 {
  fileprivate static let delimiters = Set(",:{}[]\"".utf8)
}

extension JSON {
  /// The members with only the last of each name, as JavaScript reads them.
  fileprivate static func lastOfEach(_ members: [Member]) -> [Member] {
    guard Set(members.map(\.name)).count < members.count else { return members }
    var places: [String: Int] = [:]
    var kept: [Member] = []
    for member in members {
      if let place = places[member.name] {
        kept[place] = member
      } else {
        places[member.name] = kept.count
        kept.append(member)
      }
    }
    return kept
  }
}
