import Text

/// Written text in the form that the readers of values compare: UTF-8 in normalization form C, lower case, with one
/// spelling for what looks the same.
///
/// Decimal digits of any script become ASCII, as do full-width letters and signs; spaces of any width become a
/// space each; hyphens, dashes and the minus sign become `-`; apostrophes and single quotes `'`, double quotes `"`.
/// Zero-width characters, soft hyphens and the controls of writing direction are left out.
package struct FoldedText: Hashable, Sendable {
  /// The folded text in UTF-8.
  package let bytes: [UInt8]
  /// For each folded byte, and for the end, the offset in bytes of what it comes from; nil where that is the same
  /// everywhere, as in all text of ASCII.
  private let sources: [Int]?

  /// Folds text.
  package init(_ text: String) { self.init(utf8: Array(nfc(text).utf8)) }

  /// Folds UTF-8 in normalization form C.
  package init(utf8: [UInt8]) {
    if let ascii = FoldedText.foldedASCII(utf8) {
      bytes = ascii
      sources = nil
    } else {
      (bytes, sources) = FoldedText.folded(utf8)
    }
  }

  /// Where a range of the folded bytes stands in the text it comes from, in bytes of UTF-8.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard let sources else { return range }
    return sources[range.lowerBound]..<max(sources[range.lowerBound], sources[range.upperBound])
  }

  private static func foldedASCII(_ utf8: [UInt8]) -> [UInt8]? {
    var folded = utf8
    for offset in folded.indices {
      let byte = folded[offset]
      if byte >= 0x80 { return nil }
      if byte >= 65 && byte <= 90 {
        folded[offset] = byte | 0x20
      } else if byte < 0x20 {
        folded[offset] = 0x20
      }
    }
    return folded
  }

  private static func folded(_ utf8: [UInt8]) -> ([UInt8], [Int]) {
    var bytes: [UInt8] = []
    var sources: [Int] = []
    bytes.reserveCapacity(utf8.count)
    sources.reserveCapacity(utf8.count + 1)
    var offset = 0
    var place = 0
    while place < utf8.count {
      if utf8[place] < 0x80 {
        let byte = utf8[place]
        bytes.append(byte < 0x20 ? 0x20 : byte &- 65 < 26 ? byte | 0x20 : byte)
        sources.append(offset)
        offset += 1
        place += 1
        continue
      }
      let end = utf8[place...].firstIndex { $0 < 0x80 } ?? utf8.count
      for scalar in String(decoding: utf8[place..<end], as: UTF8.self).unicodeScalars {
        append(scalar, to: &bytes)
        while sources.count < bytes.count { sources.append(offset) }
        offset += UTF8.width(scalar)
      }
      place = end
    }
    sources.append(offset)
    return (bytes, sources)
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 65...90: bytes.append(UInt8(scalar.value) | 0x20)
    case 0..<0x20: bytes.append(0x20)
    case 0x20..<0x80: bytes.append(UInt8(scalar.value))
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: bytes.append(0x20)
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F: break
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: bytes.append(UInt8(ascii: "-"))
    case 0x2018...0x201B, 0x02BC, 0x2032: bytes.append(UInt8(ascii: "'"))
    case 0x201C...0x201F, 0x2033: bytes.append(UInt8(ascii: "\""))
    case 0xFF01...0xFF5E: append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), to: &bytes)
    default: appendOther(scalar, to: &bytes)
    }
  }

  private static func appendOther(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    // The scripts of East Asia, most of the text beyond Latin, know no case; their digits were full-width.
    if (0x2E80...0xD7FF).contains(scalar.value) && !(0xA620...0xABFF).contains(scalar.value) {
      bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      return
    }
    if let lower = quickLowerCase(scalar.value) {
      bytes.append(UInt8(0xC0 | lower >> 6))
      bytes.append(UInt8(0x80 | lower & 0x3F))
      return
    }
    let properties = scalar.properties
    if properties.generalCategory == .decimalNumber, let value = properties.numericValue {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
    } else {
      bytes += properties.lowercaseMapping.utf8
    }
  }

  /// The lower case of letters of Latin-1, modern Greek and Cyrillic, whose properties would take longer to look up; nil
  /// for all else.
  private static func quickLowerCase(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x45F: scalar
    default: nil
    }
  }
}
