/// UTF-8 of bytes in an encoding of one byte a character; bytes that stand for nothing become U+FFFD.
func utf8(fromSingleByte bytes: [UInt8], _ encoding: Encoding) -> (utf8: [UInt8], replacements: Int) {
  let table = singleByteScalars(encoding)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + bytes.count / 4)
  var replacements = 0
  var start = 0
  for offset in bytes.indices where bytes[offset] >= 0x80 {
    text += bytes[start..<offset]
    start = offset + 1
    if let scalar = table[Int(bytes[offset]) - 0x80] {
      text.append(scalar)
    } else {
      text.appendReplacement()
      replacements += 1
    }
  }
  text += bytes[start...]
  return (text, replacements)
}

/// What bytes 0x80 to 0xFF mean in an encoding of one byte a character, nil for those that stand for nothing.
func singleByteScalars(_ encoding: Encoding) -> [Unicode.Scalar?] {
  encoding == .windows1252 ? windows1252 : tables[encoding] ?? windows1252
}

/// What bytes 0x80 to 0xFF mean in windows-1252: Latin-1 but for 0x80 to 0x9F, after the Encoding standard's index.
private let windows1252: [Unicode.Scalar?] =
  Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
  + (UInt8(0xA0)...0xFF).map { Unicode.Scalar($0) }

/// The tables of all the others, made when the first is needed: some milliseconds, once.
private let tables: [Encoding: [Unicode.Scalar?]] = {
  let apart: Set<Encoding> = [
    .windows1252, .utf8, .utf16le, .utf16be, .gbk, .gb18030, .big5, .eucjp, .iso2022jp, .shiftjis, .euckr,
  ]
  var tables: [Encoding: [Unicode.Scalar?]] = [:]
  for encoding in Encoding.allCases where !apart.contains(encoding) {
    tables[encoding] = singleByteTable(encoding)
  }
  return tables
}()

/// What bytes 0x80 to 0xFF mean: glibc's table, mended where the Encoding standard's index differs.
private func singleByteTable(_ encoding: Encoding) -> [Unicode.Scalar?] {
  guard var converter = Converter(from: encoding.iconvName) else { return .init(repeating: nil, count: 128) }
  return (UInt8(0x80)...0xFF).map { byte in
    if let scalar = differing[encoding]?[byte] { return scalar }
    if let scalar = converter.scalar(of: byte) { return scalar }
    let isControl = byte < 0xA0 && encoding.rawValue.hasPrefix("windows-")
    return isControl ? Unicode.Scalar(byte) : nil
  }
}

/// Where the Encoding standard's indexes have another character than glibc 2.36.
private let differing: [Encoding: [UInt8: Unicode.Scalar]] = [
  .macintosh: [0xC6: "\u{2206}", 0xF0: "\u{F8FF}"],
  .koi8u: [0xAE: "\u{45E}", 0xBE: "\u{40E}"],
  .xmaccyrillic: [0xFF: "\u{20AC}"],
]
