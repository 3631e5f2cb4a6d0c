/// UTF-8 of bytes in an East Asian encoding; each misfit becomes U+FFFD.
func utf8(fromMultiByte bytes: [UInt8], _ encoding: Encoding) -> (utf8: [UInt8], replacements: Int) {
  guard var converter = Converter(from: encoding.iconvName) else { return repairedUTF8(bytes) }
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + bytes.count / 2)
  let replacements = append(bytes, by: &converter, isGBK: encoding == .gbk, to: &text)
  return (text, replacements)
}

/// Converts all of `bytes`, and returns how many U+FFFD were put in.
private func append(
  _ bytes: [UInt8], by converter: inout Converter, isGBK: Bool = false, to text: inout [UInt8]
) -> Int {
  var replacements = 0
  var start = 0
  while start < bytes.count {
    let (offset, stop) = converter.convert(bytes, from: start, into: &text)
    if stop == .end { break }
    converter.flush(into: &text)
    if isGBK, bytes[offset] == 0x80 {
      text.append("€" as Unicode.Scalar)
      start = offset + 1
      continue
    }
    text.appendReplacement()
    replacements += 1
    start = stop == .incomplete ? bytes.count : offset + misfitLength(bytes, at: offset)
  }
  converter.flush(into: &text)
  return replacements
}

/// How many bytes a misfit takes: a lead byte takes what follows with it, unless that is ASCII, which markup needs.
private func misfitLength(_ bytes: [UInt8], at offset: Int) -> Int {
  let isLead = (0x81...0xFE).contains(bytes[offset])
  return isLead && offset + 1 < bytes.count && bytes[offset + 1] >= 0x80 ? 2 : 1
}

/// UTF-8 of ISO-2022-JP: stretches between escapes, each read in the set its escape names.
///
/// The Encoding standard reads them by the same tables as EUC-JP, of which this makes use.
func utf8(fromISO2022JP bytes: [UInt8]) -> (utf8: [UInt8], replacements: Int) {
  guard var converter = Converter(from: Encoding.eucjp.iconvName) else { return repairedUTF8(bytes) }
  var text: [UInt8] = []
  var replacements = 0
  var set = JapaneseSet.ascii
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: 0x1B) ?? bytes.count
    replacements += append(set.inEUC(bytes[start..<end]), by: &converter, to: &text)
    guard end < bytes.count else { break }
    if let next = JapaneseSet(escape: bytes[(end + 1)...].prefix(2)) {
      set = next
      start = end + 3
    } else {
      text.appendReplacement()
      replacements += 1
      start = end + 1
    }
  }
  return (text, replacements)
}

/// What the bytes of ISO-2022-JP mean after an escape.
private enum JapaneseSet {
  case ascii, roman, katakana, kanji

  init?(escape: ArraySlice<UInt8>) {
    switch String(decoding: escape, as: UTF8.self) {
    case "(B": self = .ascii
    case "(J": self = .roman
    case "(I": self = .katakana
    case "$@", "$B": self = .kanji
    default: return nil
    }
  }

  /// The same characters in EUC-JP; a byte with its eighth bit set, which no set has, stays a misfit there.
  func inEUC(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .ascii, .roman: bytes.map { $0 < 0x80 ? $0 : 0xFF }
    case .katakana:
      bytes.flatMap { (0x21...0x5F).contains($0) ? [0x8E, $0 | 0x80] : [$0 < 0x21 ? $0 : 0xFF] }
    case .kanji: bytes.map { $0 < 0x21 ? $0 : $0 < 0x7F ? $0 | 0x80 : 0xFF }
    }
  }
}
