/// What stands next in an XML text.
enum XMLEvent: Equatable {
  /// A start tag; of an empty-element tag the end tag follows as an event of its own.
  case start(name: String, attributes: [XMLAttribute])
  case end(name: String)
  /// Text with its references decoded, or a CDATA section.
  case text([UInt8])
}

/// An attribute as written, with the references in its value decoded.
struct XMLAttribute: Equatable {
  var name: String
  var value: String
}

/// Reads XML from front to back, in UTF-8, whether or not it is well formed.
///
/// What makes no sense is text or is left out, and counted. It never looks outside of the bytes: external entities and
/// DTDs are left out, and entities declared inside stand only for plain text, so nothing grows.
struct XMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// The end tag of an empty-element tag that was just given.
  private var pendingEnd: String?
  private var references: XMLReferences
  /// How many places weren't well formed, as far as read.
  var faults: Int { ownFaults + references.faults }
  private var ownFaults = 0
  private var isPastDoctype = false

  init(_ utf8: [UInt8]) {
    bytes = utf8
    references = XMLReferences()
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next event; nil at the end.
  mutating func next() -> XMLEvent? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name: name)
    }
    while position < bytes.count {
      if let event = bytes[position] == UInt8(ascii: "<") ? readMarkup() : readText() { return event }
    }
    return nil
  }

  private mutating func readText() -> XMLEvent? {
    let end = index(of: UInt8(ascii: "<"), from: position)
    defer { position = end }
    return .text(references.decoded(bytes[position..<end]))
  }

  /// Reads what begins with `<`; nil for what is left out.
  private mutating func readMarkup() -> XMLEvent? {
    if begins("<!--") { return skip(past: "-->", from: position + 4) }
    if begins("<![CDATA[") { return readCharacterData() }
    if begins("<?") { return skip(past: "?>", from: position + 2) }
    if begins("<!") { return readDeclaration() }
    if begins("</") { return readEndTag() }
    guard position + 1 < bytes.count, isNameStart(bytes[position + 1]) else {
      ownFaults += 1
      position += 1
      return .text([UInt8(ascii: "<")])
    }
    return readStartTag()
  }

  private mutating func skip(past end: StaticString, from start: Int) -> XMLEvent? {
    position = place(of: end, from: start).map { $0 + end.utf8CodeUnitCount } ?? bytes.count
    return nil
  }

  private mutating func readCharacterData() -> XMLEvent? {
    let start = position + 9
    let end = place(of: "]]>", from: start) ?? bytes.count
    position = min(end + 3, bytes.count)
    return .text(Array(bytes[min(start, end)..<end]))
  }

  /// A DOCTYPE ends after its internal subset; of that the entities are kept.
  private mutating func readDeclaration() -> XMLEvent? {
    let close = index(of: UInt8(ascii: ">"), from: position)
    let open = bytes[position..<close].firstIndex(of: UInt8(ascii: "["))
    guard begins("<!DOCTYPE"), !isPastDoctype, let open, let end = place(of: "]", from: open) else {
      position = min(close + 1, bytes.count)
      return nil
    }
    isPastDoctype = true
    references.declare(in: bytes[open..<end])
    position = min(index(of: UInt8(ascii: ">"), from: end) + 1, bytes.count)
    return nil
  }

  private mutating func readEndTag() -> XMLEvent? {
    let start = position + 2
    let close = index(of: UInt8(ascii: ">"), from: start)
    position = min(close + 1, bytes.count)
    let name = bytes[start..<close].prefix(while: isNameByte)
    return name.isEmpty ? nil : .end(name: String(decoding: name, as: UTF8.self))
  }

  private mutating func readStartTag() -> XMLEvent {
    position += 1
    let name = readName()
    var attributes: [XMLAttribute] = []
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] != UInt8(ascii: "<") else {
        ownFaults += 1
        break
      }
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        position += 1
        break
      }
      if isNameStart(byte) {
        attributes.append(readAttribute())
      } else {
        position += 1
        if byte == UInt8(ascii: "/"), position < bytes.count, bytes[position] == UInt8(ascii: ">") { pendingEnd = name }
      }
    }
    return .start(name: name, attributes: attributes)
  }

  private mutating func readAttribute() -> XMLAttribute {
    let name = readName()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      ownFaults += 1
      return XMLAttribute(name: name, value: name)
    }
    position += 1
    skipSpace()
    return XMLAttribute(name: name, value: String(decoding: references.decoded(readValue()), as: UTF8.self))
  }

  /// A value in quotes, or without them up to white space or the tag's end.
  private mutating func readValue() -> ArraySlice<UInt8> {
    guard position < bytes.count else { return [] }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      ownFaults += 1
      let value = bytes[position...].prefix { !isXMLSpace($0) && $0 != UInt8(ascii: ">") }
      position = value.endIndex
      return value
    }
    let end = index(of: quote, from: position + 1)
    defer { position = min(end + 1, bytes.count) }
    return bytes[min(position + 1, end)..<end]
  }

  private mutating func readName() -> String {
    let name = bytes[position...].prefix(while: isNameByte)
    position = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func skipSpace() {
    while position < bytes.count, isXMLSpace(bytes[position]) { position += 1 }
  }

  private func begins(_ mark: StaticString) -> Bool { holds(mark, at: position) }

  private func holds(_ mark: StaticString, at place: Int) -> Bool {
    guard place + mark.utf8CodeUnitCount <= bytes.count else { return false }
    return mark.withUTF8Buffer { wanted in unsafe bytes[place..<place + wanted.count].elementsEqual(wanted) }
  }

  private func index(of byte: UInt8, from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != byte { place += 1 }
    return min(place, bytes.count)
  }

  private func place(of mark: StaticString, from start: Int) -> Int? {
    let first = mark.withUTF8Buffer { unsafe $0[0] }
    var place = index(of: first, from: start)
    while place < bytes.count {
      if holds(mark, at: place) { return place }
      place = index(of: first, from: place + 1)
    }
    return nil
  }
}

/// White space of XML.
func isXMLSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

private func isNameStart(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
}

private func isNameByte(_ byte: UInt8) -> Bool {
  isNameStart(byte) || byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}
