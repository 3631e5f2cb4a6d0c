import Text

/// Whether the bytes are no text: they begin like a known binary format, or hold too many control characters.
///
/// Text has next to none: 5 % are too many, 30 % where the file begins with `<`, so that damaged markup is still read.
/// In UTF-16 a control character is half of a letter. Where markup begins, NUL doesn't count.
func isBinary(_ bytes: [UInt8]) -> Bool {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
  if binarySignatures.contains(where: { bytes.starts(with: $0) }) { return true }
  if isUndeclaredUTF16(bytes) { return false }
  let count = min(bytes.count, sampleSize)
  let isMarkup = bytes.first { $0 > 0x20 && $0 < 0x7F } == UInt8(ascii: "<")
  let sample = bytes.span.extracting(first: count)
  var found = 0
  for start in stride(from: 0, to: count, by: 128) {
    found += controls(in: sample.extracting(start..<min(start + 128, count)), besidesNUL: isMarkup)
  }
  return found * 100 > count * (isMarkup ? 30 : 5)
}

/// How many bytes are looked at.
private let sampleSize = 65_536

/// How many of at most 255 bytes are control characters, white space (0x09 to 0x0D) and escape (0x1B) aside; counted in
/// a byte and without branches, so that many are looked at at once.
private func controls(in bytes: Span<UInt8>, besidesNUL: Bool) -> Int {
  let lowest: UInt8 = besidesNUL ? 1 : 0
  var found: UInt8 = 0
  for place in bytes.indices {
    let byte = bytes[place]
    let isCounted = byte < 0x20 && byte >= lowest && byte &- 0x09 > 4 && byte != 0x1B
    found &+= isCounted ? 1 : 0
  }
  return Int(found)
}

/// How PDF, PNG, JPEG, GIF, ZIP, gzip, ELF and RIFF files begin.
private let binarySignatures: [[UInt8]] = [
  Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x50, 0x4B, 3, 4],
  [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46], Array("RIFF".utf8),
]
