/// Gathers text piece by piece, with every run of white space folded to one space and none at its ends.
///
/// White space is Unicode's White_Space property. The zero-width U+200B and U+FEFF vanish. One folder serves a whole
/// block of text whose pieces come from many nodes, so that no `String` is made for each.
package struct WhiteSpaceFolder: Sendable {
  private var folded: [UInt8] = []
  private var pending = Pending.none
  private let keepsLineBreaks: Bool

  /// What a run of white space met so far will become.
  private enum Pending {
    case none, space, lineBreak
  }

  /// - Parameter keepsLineBreaks: whether a run that holds a line break becomes one line feed instead of a space.
  package init(keepsLineBreaks: Bool = false) { self.keepsLineBreaks = keepsLineBreaks }

  /// Whether nothing but white space came so far.
  package var isEmpty: Bool { folded.isEmpty }

  /// Adds a piece of UTF-8, which ends where a character does.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    var offset = start
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      if isPlain(byte) {
        offset += 1
        continue
      }
      if byte == 0x20, offset > start, offset + 1 < bytes.endIndex, isPlain(bytes[offset + 1]) {
        // A single space inside plain text stays as it is, so that many words are copied at once.
        offset += 2
        continue
      }
      let (length, meaning) = classify(bytes, at: offset)
      if meaning != .other {
        add(bytes[start..<offset])
        start = offset + length
        meet(meaning)
      }
      offset += length
    }
    add(bytes[start..<offset])
  }

  /// Adds a piece of UTF-8, which ends where a character does.
  package mutating func append(_ bytes: [UInt8]) { append(bytes[...]) }

  /// Adds white space, as between two blocks; it doesn't matter how often.
  package mutating func appendSpace() { meet(.space) }

  /// The folded text.
  package func finish() -> [UInt8] { folded }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    if !folded.isEmpty && pending != .none { folded.append(pending == .space ? 0x20 : 0x0A) }
    pending = .none
    folded += bytes
  }

  private mutating func meet(_ meaning: Meaning) {
    switch meaning {
    case .lineBreak where keepsLineBreaks: pending = .lineBreak
    case .space, .lineBreak: pending = pending == .lineBreak ? .lineBreak : .space
    case .nothing, .other: break
    }
  }
}

/// The text with every run of white space folded to one space and none at its ends.
///
/// - Parameter text: UTF-8; see `WhiteSpaceFolder` for what is folded.
package func foldingWhiteSpace(_ text: some Sequence<UInt8>) -> [UInt8] {
  var folder = WhiteSpaceFolder()
  folder.append(Array(text))
  return folder.finish()
}

/// The text with every run of white space folded to one space and none at its ends; see `WhiteSpaceFolder`.
package func foldingWhiteSpace(_ text: String, keepsLineBreaks: Bool = false) -> String {
  if isFolded(text) { return text }
  var folder = WhiteSpaceFolder(keepsLineBreaks: keepsLineBreaks)
  folder.append(Array(text.utf8))
  return String(decoding: folder.finish(), as: UTF8.self)
}

/// Whether the text surely has no white space but single spaces between plain characters.
private func isFolded(_ text: String) -> Bool {
  let bytes = text.utf8Span.span
  var wasSpace = true
  for place in bytes.indices {
    let isSpace = bytes[place] == 0x20
    if !isPlain(bytes[place]), !isSpace || wasSpace { return false }
    wasSpace = isSpace
  }
  return bytes.isEmpty || !wasSpace
}

/// Whether the byte is an ASCII character that is no white space.
private func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

/// What a character is to a folder.
private enum Meaning {
  case space, lineBreak, nothing, other
}

/// The character at `offset`, one that isn't plain ASCII text: its length in bytes and its meaning.
private func classify(_ bytes: ArraySlice<UInt8>, at offset: Int) -> (length: Int, Meaning) {
  let byte = bytes[offset]
  if byte < 0x80 {
    switch byte {
    case 0x09, 0x0B, 0x0C, 0x20: return (1, .space)
    case 0x0A, 0x0D: return (1, .lineBreak)
    default: return (1, .other)
    }
  }
  func next(_ distance: Int) -> UInt8 {
    offset + distance < bytes.endIndex ? bytes[offset + distance] : 0
  }
  switch (byte, next(1)) {
  case (0xC2, 0x85): return (2, .lineBreak)
  case (0xC2, 0xA0): return (2, .space)
  case (0xE1, 0x9A) where next(2) == 0x80: return (3, .space)
  case (0xE2, 0x80):
    switch next(2) {
    case 0x80...0x8A, 0xAF: return (3, .space)
    case 0x8B: return (3, .nothing)
    case 0xA8, 0xA9: return (3, .lineBreak)
    default: return (1, .other)
    }
  case (0xE2, 0x81) where next(2) == 0x9F: return (3, .space)
  case (0xE3, 0x80) where next(2) == 0x80: return (3, .space)
  case (0xEF, 0xBB) where next(2) == 0xBF: return (3, .nothing)
  default: return (1, .other)
  }
}
