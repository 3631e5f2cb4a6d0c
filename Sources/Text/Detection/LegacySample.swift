/// The parts of a text that tell its encoding.
struct LegacySample {
  /// At most this many bytes are weighed; models have long made up their mind by then.
  static let size = 4096

  /// As many bytes of ASCII words tell what can be told of the language.
  static let asciiSize = 1024

  /// The words with bytes beyond ASCII, one space before each.
  private(set) var bytes: [UInt8] = []
  /// The first words without, one space before each. They read alike in nearly all encodings and are kept apart, since
  /// many of them would drown the others.
  private(set) var asciiWords: [UInt8] = []

  /// The sample of `text`; in markup from what is read on the page, or else, if that is all ASCII, from everything.
  init(of text: [UInt8], markup: Bool) {
    // Unsafe: the pointer lives as long as the call.
    unsafe text.withUnsafeBufferPointer { text in
      if markup { unsafe gather(text, skippingTags: true) }
      if bytes.isEmpty { unsafe gather(text, skippingTags: false) }
    }
  }

  private mutating func gather(_ text: UnsafeBufferPointer<UInt8>, skippingTags: Bool) {
    var start = 0
    var isForeign = false
    var offset = 0
    while offset < text.count, bytes.count < LegacySample.size {
      let byte = unsafe text[offset]
      if byte >= 0x80 { isForeign = true }
      guard isBetweenWords(byte) else {
        offset += 1
        continue
      }
      unsafe add(text[start..<offset], isForeign: isForeign)
      isForeign = false
      let isTag = skippingTags && byte == UInt8(ascii: "<")
      unsafe offset = isTag ? endOfTag(text, at: offset) : offset + 1
      start = offset
    }
    if start < offset { unsafe add(text[start..<offset], isForeign: isForeign) }
  }

  private mutating func add(_ word: Slice<UnsafeBufferPointer<UInt8>>, isForeign: Bool) {
    if isForeign {
      bytes.append(0x20)
      unsafe bytes += word.prefix(LegacySample.size)
    } else if asciiWords.count < LegacySample.asciiSize, unsafe word.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) {
      asciiWords.append(0x20)
      unsafe asciiWords += word
    }
  }
}

/// Whether no encoding has the byte as part of a character and no word has it inside.
///
/// Digits end four-byte characters of gb18030 and belong to ranges of years; bytes from 0x40 on end characters of
/// Shift_JIS, Big5 and GBK.
private func isBetweenWords(_ byte: UInt8) -> Bool { byte < 0x26 || (0x3B...0x3F).contains(byte) }

/// The place after a tag, comment, script or style that begins at `start`; the next byte if none does.
private func endOfTag(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
  guard start + 1 < text.count, unsafe startsTag(text[start + 1]) else { return start + 1 }
  for name in ["script", "style"] where unsafe spells(text, "<" + name, at: start) {
    var offset = start + 1
    while offset < text.count {
      if unsafe text[offset] == UInt8(ascii: "<"), unsafe spells(text, "</" + name, at: offset) { return offset }
      offset += 1
    }
    return offset
  }
  var offset = start + 1
  while offset < text.count, unsafe text[offset] != UInt8(ascii: ">") { offset += 1 }
  return min(offset + 1, text.count)
}

private func startsTag(_ byte: UInt8) -> Bool {
  (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
    || byte == UInt8(ascii: "?")
}

private func spells(_ text: UnsafeBufferPointer<UInt8>, _ word: String, at offset: Int) -> Bool {
  guard offset + word.utf8.count <= text.count else { return false }
  return unsafe zip(text[offset...], word.utf8).allSatisfy { ($0 &- 65 < 26 ? $0 | 0x20 : $0) == $1 }
}
