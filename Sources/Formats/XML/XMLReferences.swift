import Markup

/// Decodes references: XML's five, numbers, HTML's names, which feeds use undeclared, and what the DTD declares.
struct XMLReferences {
  /// The most bytes that a declared entity may stand for.
  private static let entityLimit = 1024
  /// The most entities that are kept.
  private static let entityCount = 256
  private var entities: [String: [UInt8]] = [:]
  /// How many references stand for nothing, and how many `&` begin none.
  private(set) var faults = 0

  /// Keeps the entities of an internal subset that stand for text without references, but for one to a character.
  mutating func declare(in subset: ArraySlice<UInt8>) {
    for declaration in subset.split(separator: UInt8(ascii: "<")) where declaration.starts(with: "!ENTITY".utf8) {
      let rest = declaration.dropFirst(7).drop(while: isXMLSpace)
      let name = rest.prefix { !isXMLSpace($0) }
      let value = rest[name.endIndex...].drop(while: isXMLSpace)
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = value.dropFirst().firstIndex(of: quote)
      else { continue }
      let text = value[(value.startIndex + 1)..<end]
      guard entities.count < Self.entityCount, text.count <= Self.entityLimit, isPlain(text) else { continue }
      entities[String(decoding: name, as: UTF8.self)] = decoded(text)
    }
  }

  /// The bytes with each reference replaced by what it stands for; those that stand for nothing stay as written.
  mutating func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard var next = bytes.firstIndex(of: UInt8(ascii: "&")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    var copied = bytes.startIndex
    while next < bytes.endIndex {
      if let (text, end) = reference(in: bytes, at: next) {
        decoded += bytes[copied..<next]
        decoded += text
        copied = end
      } else {
        faults += 1
      }
      next = bytes[max(next + 1, copied)...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.endIndex
    }
    return decoded + bytes[copied...]
  }

  private func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains(UInt8(ascii: "&"))
      || text.starts(with: "&#".utf8) && text.lastIndex(of: UInt8(ascii: "&")) == text.startIndex
  }

  /// What the reference at `start`, an `&`, stands for, and where it ends; names are at most 32 bytes long.
  private func reference(in bytes: ArraySlice<UInt8>, at start: Int) -> (text: [UInt8], end: Int)? {
    let rest = bytes[(start + 1)...].prefix(33)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    guard let text = text(of: name) else { return nil }
    return (text, end + 1)
  }

  private func text(of name: String) -> [UInt8]? {
    guard name.utf8.first == UInt8(ascii: "#") else {
      return entities[name] ?? (name == "apos" ? [UInt8(ascii: "'")] : namedCharacters(name).map { Array($0.utf8) })
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    guard let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10) else {
      return nil
    }
    return Array(String(numberedCharacter(number)).utf8)
  }
}
