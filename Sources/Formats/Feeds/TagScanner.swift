import Markup

/// Parts markup into tags and text without judging it; comments, declarations, and scripts and styles with what they
/// hold are left out.
struct TagScanner {
  enum Part {
    /// Text with its references as written.
    case text(String)
    case start(Tag)
    case end(String)
  }

  struct Tag {
    /// In lower case.
    var name: String
    /// Names in lower case, values with their references as written; an attribute without a value has its name.
    var attributes: [(name: String, value: String)] = []
    /// Whether it ends in `/>`.
    var isEmpty = false
  }

  /// Elements whose content is left out with them.
  private static let dropped: Set<String> = ["script", "style", "applet"]

  private let bytes: [UInt8]
  private var position = 0
  /// Whether a comment can still end, so that looking for its end stays linear.
  private var hasCommentEnd = true

  init(_ markup: [UInt8]) { bytes = markup }

  /// The next part; nil at the end.
  mutating func next() -> Part? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return readText() }
      guard position + 1 < bytes.count else { return readLess() }
      switch bytes[position + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "/"): if let part = readEnd() { return part }
      case let byte where isLetter(byte): if let part = readStart() { return part }
      default: return readLess()
      }
    }
    return nil
  }

  private mutating func readLess() -> Part {
    position += 1
    return .text("&lt;")
  }

  private mutating func readText() -> Part {
    let text = bytes[position...].prefix { $0 != UInt8(ascii: "<") }
    position = text.endIndex
    return .text(normalizedReferences(text))
  }

  private mutating func skipDeclaration() {
    let isComment = hasCommentEnd && bytes[position...].starts(with: "<!--".utf8)
    if isComment, let end = offset(of: Array("-->".utf8), from: position + 2) {
      position = end + 3
    } else {
      if isComment { hasCommentEnd = false }
      position = (bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    }
  }

  private mutating func readEnd() -> Part? {
    position += 2
    let name = readName()
    position = (bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
    return name.isEmpty ? nil : .end(name)
  }

  /// A start tag; nil for an element that is left out, of which the end tag was passed too.
  private mutating func readStart() -> Part? {
    position += 1
    var tag = Tag(name: readName())
    while position < bytes.count, bytes[position] != UInt8(ascii: ">"), bytes[position] != UInt8(ascii: "<") {
      let byte = bytes[position]
      if isXMLSpace(byte) || byte == UInt8(ascii: "/") {
        tag.isEmpty = byte == UInt8(ascii: "/")
        position += 1
      } else {
        tag.isEmpty = false
        tag.attributes.append(readAttribute())
      }
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ">") { position += 1 }
    guard Self.dropped.contains(tag.name) else { return .start(tag) }
    if !tag.isEmpty { skipContent(of: tag.name) }
    return nil
  }

  private mutating func skipContent(of name: String) {
    let end = Array("</\(name)".utf8)
    var place = position
    while let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[next...].prefix(end.count).map(lowered) == end {
        position = (bytes[next...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
        return
      }
      place = next + 1
    }
    position = bytes.count
  }

  private mutating func readAttribute() -> (name: String, value: String) {
    let start = position
    while position < bytes.count, !isXMLSpace(bytes[position]), !"=>/<".utf8.contains(bytes[position]) { position += 1 }
    if position == start { position += 1 }
    let name = String(decoding: bytes[start..<position].map(lowered), as: UTF8.self)
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, name) }
    position += 1
    skipSpace()
    return (name, readValue())
  }

  private mutating func readValue() -> String {
    guard position < bytes.count else { return "" }
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let value = bytes[position...].prefix { isQuoted ? $0 != quote : !isXMLSpace($0) && $0 != UInt8(ascii: ">") }
    position = min(value.endIndex + (isQuoted ? 1 : 0), bytes.count)
    return normalizedReferences(value)
  }

  private mutating func readName() -> String {
    let name = bytes[position...].prefix { !isXMLSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    position = name.endIndex
    return String(decoding: name.map(lowered), as: UTF8.self)
  }

  private mutating func skipSpace() {
    while position < bytes.count, isXMLSpace(bytes[position]) { position += 1 }
  }

  private func offset(of mark: [UInt8], from start: Int) -> Int? {
    var place = start
    while place <= bytes.count - mark.count, let next = bytes[place...].firstIndex(of: mark[0]) {
      if bytes[next...].starts(with: mark) { return next }
      place = next + 1
    }
    return nil
  }

  /// The bytes with numbers in one spelling, those of windows-1252 as Unicode's, and each `&` that begins no
  /// reference written as one.
  private func normalizedReferences(_ bytes: ArraySlice<UInt8>) -> String {
    var written: [UInt8] = []
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      written += rest[..<start]
      let tail = rest[(start + 1)...]
      let name = tail.prefix { isLetter($0) || $0 &- 48 < 10 || $0 == UInt8(ascii: "#") }
      let isEnded = name.endIndex < tail.endIndex && tail[name.endIndex] == UInt8(ascii: ";")
      written += reference(String(decoding: name, as: UTF8.self), isEnded: isEnded && name.count <= 32).utf8
      rest = tail[name.endIndex...].dropFirst(isEnded ? 1 : 0)
    }
    return String(decoding: written + rest, as: UTF8.self)
  }

  private func reference(_ name: String, isEnded: Bool) -> String {
    guard isEnded else { return "&amp;\(name)" }
    guard name.hasPrefix("#") else {
      return namedCharacters(name) != nil || name == "apos" ? "&\(name);" : "&amp;\(name);"
    }
    let number = name.lowercased()
    let code = number.hasPrefix("#x") ? UInt32(number.dropFirst(2), radix: 16) : UInt32(number.dropFirst())
    switch code {
    case nil: return "&amp;\(name);"
    case 34: return "\""
    case 39: return "'"
    case .some(let code) where (0x80...0x9F).contains(code):
      return "&#x\(String(numberedCharacter(code).value, radix: 16));"
    default: return "&\(number);"
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
}

private func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
