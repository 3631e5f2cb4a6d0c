/// Gathers groups from the lines of a `robots.txt`.
///
/// As Google's parser does, it takes frequent misspellings and a space for the colon, and only `Allow` and
/// `Disallow` end a list of `User-agent` lines.
struct RobotsParser {
  private(set) var groups: [RobotsGroup] = []
  private(set) var sitemaps: [String] = []
  /// Whether the next `User-agent` line begins a new group.
  private var hasRules = true

  mutating func read(_ line: ArraySlice<UInt8>) {
    guard let (key, value) = robotsKeyAndValue(of: line) else { return }
    if isAny(key, of: ["user-agent", "useragent", "user agent"]) {
      addAgent(value)
    } else if isAny(key, of: ["allow"]) {
      addRule(isAllowed: true, value)
    } else if isAny(key, of: ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]) {
      addRule(isAllowed: false, value)
    } else if isAny(key, of: ["sitemap", "site-map"]) {
      sitemaps.append(String(decoding: value, as: UTF8.self))
    } else if isAny(key, of: ["crawl-delay"]) {
      addDelay(value)
    }
  }

  private mutating func addAgent(_ value: ArraySlice<UInt8>) {
    if hasRules { groups.append(RobotsGroup()) }
    hasRules = false
    let last = groups.count - 1
    if value.first == UInt8(ascii: "*"), value.count == 1 || isSpace(value[value.startIndex + 1]) {
      groups[last].isForAll = true
    } else {
      groups[last].agents.append(value.prefix(while: isTokenByte).map { $0 == UInt8(ascii: "_") ? $0 : $0 | 0x20 })
    }
  }

  private mutating func addRule(isAllowed: Bool, _ value: ArraySlice<UInt8>) {
    guard !groups.isEmpty else { return }
    hasRules = true
    groups[groups.count - 1].rules.append(RobotsRule(isAllowed: isAllowed, pattern: RobotsPattern(value)))
  }

  private mutating func addDelay(_ value: ArraySlice<UInt8>) {
    guard !groups.isEmpty, let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0,
      seconds.isFinite
    else { return }
    groups[groups.count - 1].crawlDelay = seconds
  }

  /// Whether the key begins with one of the names, in any case.
  private func isAny(_ key: ArraySlice<UInt8>, of names: [String]) -> Bool {
    names.contains { name in
      key.count >= name.utf8.count && zip(key, name.utf8).allSatisfy { asciiLowercased($0) == $1 }
    }
  }
}

/// The lines of a `robots.txt`, ended by LF, CR or both, without a byte order mark.
struct RobotsLines: Sequence, IteratorProtocol {
  /// Longer lines are cut here: eight times the longest address that browsers took, as Google's parser has it.
  private static let lineLimit = 2083 * 8 - 1
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
    for mark in [0xEF, 0xBB, 0xBF] as [UInt8] where rest.first == mark { rest.removeFirst() }
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    rest = rest[line.endIndex...].dropFirst()
    return line.prefix(Self.lineLimit)
  }
}

/// Key and value of a line, parted by a colon or, where none is there, by white space between two words.
private func robotsKeyAndValue(of line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
  let text = trimmed(line.prefix { $0 != UInt8(ascii: "#") })
  if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
    let key = trimmed(text[..<colon])
    return key.isEmpty ? nil : (key, trimmed(text[(colon + 1)...]))
  }
  guard let space = text.firstIndex(where: isSpace) else { return nil }
  let value = trimmed(text[space...])
  return value.contains(where: isSpace) ? nil : (text[..<space], value)
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let head = bytes.drop(while: isSpace)
  guard let last = head.lastIndex(where: { !isSpace($0) }) else { return head.prefix(0) }
  return head[...last]
}
