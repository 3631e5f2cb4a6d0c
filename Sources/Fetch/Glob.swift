/// A file pattern: `*` and `?` within a name, `[abc]` and `[!a-z]`, `{html,txt}`, and `**` for any number of folders.
///
/// Names that begin with a dot are matched only by a pattern part that begins with a dot.
package struct Glob: Hashable, Sendable {
  /// The pattern as the config writes it, without `./`, which would give one file two paths.
  package let pattern: String
  /// The leading folders without any wildcard, where a walk begins; empty for the config's own folder, `/` or `/…` for
  /// an absolute pattern.
  package let folder: String
  /// The parts behind `folder`, one for each level; with alternatives resolved there may be several lists.
  private let alternatives: [[[UInt8]]]

  /// What is wrong with a pattern.
  package struct Fault: Error, Hashable, Sendable {
    package var message: String
    package var remedy: String
  }

  /// Throws what is wrong: an unclosed bracket, a way out of the project by `..`, an empty part.
  package init(_ written: String) throws(Fault) {
    let pattern = written.split(separator: "/", omittingEmptySubsequences: false).filter { $0 != "." }
      .joined(separator: "/")
    self.pattern = pattern
    let expanded = try Glob.expand(pattern)
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.contains("..") {
      throw Fault(
        message: "\"..\" leaves the project's folder", remedy: "Write an absolute path, or move pipeline.json up.")
    }
    if parts.last?.isEmpty ?? true {
      throw Fault(message: "the pattern names a folder, not files", remedy: "Add \"**\" or \"*.html\" behind it.")
    }
    let fixed = parts.dropLast().prefix { !Glob.hasWildcard($0) }
    folder = pattern.hasPrefix("/") && fixed.count == 1 ? "/" : fixed.joined(separator: "/")
    alternatives = expanded.map { text in
      text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(fixed.count).map { Array($0.utf8) }
    }
    if fixed.dropFirst().contains("") || alternatives.contains(where: { $0.contains([]) }) {
      throw Fault(message: "a folder in the pattern has no name", remedy: "Write one slash between two names.")
    }
  }

  /// Whether the file at `path`, as stores keep it, matches.
  package func matches(path: String) -> Bool {
    let prefix = folder.isEmpty || folder == "/" ? folder : folder + "/"
    guard path.hasPrefix(prefix), path.hasPrefix("/") == pattern.hasPrefix("/") else { return false }
    return matches(path.dropFirst(prefix.count).split(separator: "/").map(String.init))
  }

  /// Whether the file at `parts`, the path below `folder`, matches.
  package func matches(_ parts: [String]) -> Bool {
    let names = parts.map { Array($0.utf8) }
    return alternatives.contains { Glob.match($0[...], names[...]) }
  }

  /// Whether a folder at `parts` below `folder` can hold a matching file.
  package func mayMatch(below parts: [String]) -> Bool {
    let names = parts.map { Array($0.utf8) }
    return alternatives.contains { Glob.matchPrefix($0[...], names[...]) }
  }

  private static func hasWildcard(_ part: String) -> Bool { part.contains { "*?[{".contains($0) } }

  /// The patterns that `{a,b}` stands for.
  private static func expand(_ pattern: String) throws(Fault) -> [String] {
    guard let open = try firstBrace(in: pattern) else { return [pattern] }
    guard let close = pattern[open...].firstIndex(of: "}") else {
      throw Fault(message: "\"{\" without its \"}\"", remedy: "Close it, or write \"[{]\" for the character.")
    }
    let choices = pattern[pattern.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
    var all: [String] = []
    let tail = pattern[pattern.index(after: close)...]
    for choice in choices { all += try expand("\(pattern[..<open])\(choice)\(tail)") }
    return all
  }

  /// Where the first `{` outside of a set stands; nil where there is none.
  private static func firstBrace(in pattern: String) throws(Fault) -> String.Index? {
    var index = pattern.startIndex
    while index < pattern.endIndex {
      switch pattern[index] {
      case "{": return index
      case "}": throw Fault(message: "\"}\" without its \"{\"", remedy: "Write \"[}]\" for the character.")
      case "[": index = try endOfSet(in: pattern, at: index)
      default: break
      }
      index = pattern.index(after: index)
    }
    return nil
  }

  /// Where the set that begins at `open` ends; a `]` that stands first is one of its members.
  private static func endOfSet(in pattern: String, at open: String.Index) throws(Fault) -> String.Index {
    var members = pattern[open...].dropFirst()
    if members.first == "!" { members = members.dropFirst() }
    guard let close = members.dropFirst().firstIndex(of: "]"), !members[..<close].contains("/") else {
      throw Fault(message: "\"[\" without its \"]\"", remedy: "Close it, or write \"[[]\" for the character.")
    }
    return close
  }

  private static func match(_ pattern: ArraySlice<[UInt8]>, _ names: ArraySlice<[UInt8]>) -> Bool {
    guard let part = pattern.first else { return names.isEmpty }
    if part == Array("**".utf8) {
      if match(pattern.dropFirst(), names) { return !(pattern.count == 1 && names.isEmpty) }
      guard let name = names.first, name.first != UInt8(ascii: ".") else { return false }
      return pattern.count == 1 && names.count == 1 || match(pattern, names.dropFirst())
    }
    guard let name = names.first, matchName(part[...], name[...], atStart: true) else { return false }
    return match(pattern.dropFirst(), names.dropFirst())
  }

  private static func matchPrefix(_ pattern: ArraySlice<[UInt8]>, _ names: ArraySlice<[UInt8]>) -> Bool {
    guard let name = names.first else { return !pattern.isEmpty }
    guard let part = pattern.first else { return false }
    if part == Array("**".utf8) {
      if matchPrefix(pattern.dropFirst(), names) { return true }
      return name.first != UInt8(ascii: ".") && matchPrefix(pattern, names.dropFirst())
    }
    return pattern.count > 1 && matchName(part[...], name[...], atStart: true)
      && matchPrefix(pattern.dropFirst(), names.dropFirst())
  }

  private static func matchName(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if atStart, name.first == UInt8(ascii: "."), first != UInt8(ascii: ".") { return false }
    switch first {
    case UInt8(ascii: "*"):
      // A star takes as little as it can, then one byte more.
      var rest = name
      while true {
        if matchName(pattern.dropFirst(), rest, atStart: false) { return true }
        guard !rest.isEmpty else { return false }
        rest = rest.dropFirst()
      }
    case UInt8(ascii: "?"):
      guard let byte = name.first else { return false }
      // One character, however many bytes it has.
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return matchName(pattern.dropFirst(), name.dropFirst(length), atStart: false)
    case UInt8(ascii: "["):
      guard let byte = name.first, let (set, rest) = set(pattern) else { return false }
      return set(byte) && matchName(rest, name.dropFirst(), atStart: false)
    default:
      return name.first == first && matchName(pattern.dropFirst(), name.dropFirst(), atStart: false)
    }
  }

  /// The set that a pattern beginning with `[` names, and the pattern behind it; nil if it is never closed.
  private static func set(_ pattern: ArraySlice<UInt8>) -> ((UInt8) -> Bool, ArraySlice<UInt8>)? {
    var rest = pattern.dropFirst()
    let negated = rest.first == UInt8(ascii: "!")
    if negated { rest = rest.dropFirst() }
    guard let close = rest.dropFirst().firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let members = Array(rest[rest.startIndex..<close])
    let contains: (UInt8) -> Bool = { byte in
      var index = 0
      while index < members.count {
        if index + 2 < members.count, members[index + 1] == UInt8(ascii: "-") {
          if members[index] <= byte, byte <= members[index + 2] { return true }
          index += 3
        } else {
          if members[index] == byte { return true }
          index += 1
        }
      }
      return false
    }
    return ({ contains($0) != negated }, pattern[(close + 1)...])
  }
}
