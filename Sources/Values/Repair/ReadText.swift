import Text

/// A written text as people read it, and what was repaired.
package struct ReadText: Hashable, Sendable {
  /// What reading text may have to repair.
  package enum Repair: String, Sendable, CaseIterable {
    /// Character references such as `&amp;` were left over.
    case references
    /// UTF-8 had been read in another encoding.
    case mojibake
    /// Control characters stood for what windows-1252 has in their place.
    case controls
    /// Characters that can't be seen and say nothing were left out.
    case invisible
  }

  package var text: String
  /// In the order in which they were made.
  package var repairs: [Repair] = []
}

/// Reads text: in normalization form C, mojibake and left-over character references repaired where that is certain,
/// white space folded, and without controls, signs of writing direction and other characters that can't be seen.
///
/// - Parameter keepsLineBreaks: whether white space that holds a line break becomes one line feed instead of a space.
package func readText(_ text: String, keepsLineBreaks: Bool = false) -> ReadText {
  var text = text
  text.makeContiguousUTF8()
  var read = ReadText(text: text)
  if isReadAlready(text, keepsLineBreaks: keepsLineBreaks) { return read }
  // SQLite's functions and many readers of CSV end a text at a NUL.
  if hasNUL(text) { read.text = String(decoding: text.utf8.filter { $0 != 0 }, as: UTF8.self) }
  read.repairReferences()
  read.repairMojibake()
  read.leaveOutInvisible()
  read.text = foldingWhiteSpace(nfc(read.text), keepsLineBreaks: keepsLineBreaks)
  return read
}

extension ReadText {
  fileprivate mutating func repairReferences() {
    guard let decoded = decodedReferences(text) else { return }
    text = decoded
    repairs.append(.references)
  }

  fileprivate mutating func repairMojibake() {
    let repaired = repairedText(text)
    guard repaired.isRepaired else { return }
    text = repaired.text
    if !repaired.layers.isEmpty { repairs.append(.mojibake) }
    if repaired.hasMendedControls { repairs.append(.controls) }
  }

  fileprivate mutating func leaveOutInvisible() {
    guard mayHoldInvisible(text), let kept = withoutInvisible(text.unicodeScalars.map(\.value)) else { return }
    text = textOfScalars(kept)
    repairs.append(.invisible)
  }
}

private func hasNUL(_ text: String) -> Bool {
  let bytes = text.utf8Span.span
  return bytes.indices.contains { bytes[$0] == 0 }
}

/// Whether the text has a byte that is a control, or begins a character that may be one that can't be seen.
private func mayHoldInvisible(_ text: String) -> Bool {
  let bytes = text.utf8Span.span
  for offset in bytes.indices {
    let byte = bytes[offset]
    if byte >= 0x80 ? byte >= 0xC2 && beginsInvisible(bytes, at: offset) : isControl(byte) { return true }
  }
  return false
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F }

/// Whether the character at an offset may be one that can't be seen, told by its first bytes.
private func beginsInvisible(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  let second = bytes[offset + 1]
  switch bytes[offset] {
  case 0xC2: return second < 0xA0 || second == 0xAD
  case 0xCD: return second == 0x8F
  case 0xD8: return second == 0x9C
  case 0xE1: return second == 0x85 || second == 0x9E || second == 0xA0
  case 0xE2: return second == 0x80 ? !(0x90...0xA9).contains(bytes[offset + 2]) : second == 0x81
  case 0xEF: return second >= 0xB7 && second != 0xBC
  case 0xF0: return second == 0x9F && bytes[offset + 2] == 0xBF
  case 0xF1...0xF4: return true
  default: return false
  }
}
