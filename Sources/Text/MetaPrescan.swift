/// How many bytes the HTML standard looks at before it reads a page.
let prescanLength = 1024

/// The encoding that markup declares in its first `length` bytes.
///
/// The HTML standard's "prescan a byte stream to determine its encoding" (section 13.2.3.2), with the XML
/// declaration as what holds where no `meta` says otherwise.
func declaredEncoding(inMarkup bytes: [UInt8], within length: Int = prescanLength) -> Encoding? {
  if bytes.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) { return .utf16le }
  if bytes.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) { return .utf16be }
  var prescan = MetaPrescan(bytes.prefix(length))
  return prescan.run() ?? xmlDeclaredEncoding(bytes.prefix(prescanLength))
}

/// The encoding `label` names, as far as markup that could be read so far can be written in it.
private func encoding(declared label: ArraySlice<UInt8>) -> Encoding? {
  let text = String(decoding: label, as: UTF8.self)
  if text.lowercased() == "x-user-defined" { return .windows1252 }
  switch Encoding(label: text) {
  case .utf16le, .utf16be: return .utf8
  case let encoding: return encoding
  }
}

/// The `encoding` of an XML declaration; the HTML standard's "get an XML encoding".
private func xmlDeclaredEncoding(_ bytes: ArraySlice<UInt8>) -> Encoding? {
  guard bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
    return nil
  }
  let declaration = bytes[..<end]
  guard let name = declaration.offset(of: "encoding") else { return nil }
  var rest = declaration[(name + 8)...].drop { $0 <= 0x20 }
  guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
  rest = rest.drop { $0 <= 0x20 }
  guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
    let close = rest.firstIndex(of: quote), rest[..<close].allSatisfy({ $0 > 0x20 })
  else { return nil }
  return encoding(declared: rest[..<close])
}

/// The state of a prescan: what is left of the bytes.
private struct MetaPrescan {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func run() -> Encoding? {
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        skipComment()
      } else if isMeta {
        rest = rest.dropFirst(5)
        if let encoding = readMeta() { return encoding }
      } else if isTag {
        skipTag()
      } else if let mark = rest.dropFirst().first, "!/?".utf8.contains(mark) {
        rest = rest[(rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1)...].dropFirst()
      } else {
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  /// A comment ends with the first `-->`, whose two hyphens may be those of its start.
  private mutating func skipComment() {
    rest = rest.dropFirst(2)
    rest = rest.offset(of: "-->").map { rest[($0 + 3)...] } ?? rest[rest.endIndex...]
  }

  private var isMeta: Bool {
    guard rest.count > 5, lowercase(rest.prefix(5)) == Array("<meta".utf8) else { return false }
    let next = rest[rest.startIndex + 5]
    return isWhiteSpace(next) || next == UInt8(ascii: "/")
  }

  private var isTag: Bool {
    let name = rest.dropFirst()
    return isLetter(name.first) || (name.first == UInt8(ascii: "/") && isLetter(name.dropFirst().first))
  }

  /// Passes over a tag's name and attributes, so that a `>` in a quoted value doesn't end it.
  private mutating func skipTag() {
    rest = rest.drop { !isWhiteSpace($0) && $0 != UInt8(ascii: ">") }
    while readAttribute() != nil {}
  }

  /// What one `meta` declares, from its `charset` or from `content` beside `http-equiv="content-type"`.
  private mutating func readMeta() -> Encoding? {
    var seen: Set<String> = []
    var isContentType = false
    var needsContentType: Bool?
    var found: Encoding?
    while let (name, value) = readAttribute() {
      let name = String(decoding: name, as: UTF8.self)
      // Of two attributes of one name the first counts.
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": isContentType = value == Array("content-type".utf8)
      case "charset": (found, needsContentType) = (encoding(declared: value[...]), false)
      case "content" where needsContentType == nil:
        guard let label = charsetParameter(of: value) else { continue }
        (found, needsContentType) = (encoding(declared: label), true)
      default: continue
      }
    }
    guard let needsContentType, !needsContentType || isContentType else { return nil }
    return found
  }

  /// The next attribute in lower case, nil at the tag's end or the end of the bytes.
  ///
  /// The HTML standard's "get an attribute".
  private mutating func readAttribute() -> (name: [UInt8], value: [UInt8])? {
    rest = rest.drop { isWhiteSpace($0) || $0 == UInt8(ascii: "/") }
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: ">") {
      rest = rest.dropFirst()
      return nil
    }
    // A `=` that comes first belongs to the name.
    let end =
      rest.dropFirst().firstIndex { isWhiteSpace($0) || "/>=".utf8.contains($0) } ?? rest.endIndex
    let name = lowercase(rest[..<end])
    rest = rest[end...].drop(while: isWhiteSpace)
    guard !rest.isEmpty else { return nil }
    guard rest.first == UInt8(ascii: "=") else { return (name, []) }
    rest = rest.dropFirst().drop(while: isWhiteSpace)
    return readValue().map { (name, $0) }
  }

  private mutating func readValue() -> [UInt8]? {
    guard let quote = rest.first else { return nil }
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { rest = rest.dropFirst() }
    let end = rest.firstIndex { isQuoted ? $0 == quote : isWhiteSpace($0) || $0 == UInt8(ascii: ">") }
    guard let end else {
      rest = rest[rest.endIndex...]
      return nil
    }
    let value = lowercase(rest[..<end])
    rest = isQuoted ? rest[(end + 1)...] : rest[end...]
    return value
  }
}

/// The charset of a `content` value; the HTML standard's "extracting a character encoding from a meta element".
private func charsetParameter(of value: [UInt8]) -> ArraySlice<UInt8>? {
  var rest = value[...]
  repeat {
    guard let start = rest.offset(of: "charset") else { return nil }
    rest = rest[(start + 7)...].drop(while: isWhiteSpace)
  } while rest.first != UInt8(ascii: "=")
  rest = rest.dropFirst().drop(while: isWhiteSpace)
  guard let quote = rest.first else { return nil }
  guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
    return rest.prefix { !isWhiteSpace($0) && $0 != UInt8(ascii: ";") }
  }
  rest = rest.dropFirst()
  return rest.firstIndex(of: quote).map { rest[..<$0] }
}

private func isLetter(_ byte: UInt8?) -> Bool { byte.map { (97...122).contains($0 | 0x20) } ?? false }

private func lowercase(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  bytes.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
}

extension ArraySlice<UInt8> {
  /// Where the ASCII text first stands.
  fileprivate func offset(of text: StaticString) -> Int? {
    let wanted = Array(text.description.utf8)
    guard count >= wanted.count else { return nil }
    return (startIndex...endIndex - wanted.count).first { self[$0...].starts(with: wanted) }
  }
}
