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
  let counted = isMarkup ? controls & ~1 : controls
  let sample = bytes.span.extracting(first: count)
  var found = 0
  for place in sample.indices where sample[place] < 0x20 { found += Int(counted >> UInt32(sample[place]) & 1) }
  return found * 100 > count * (isMarkup ? 30 : 5)
}

/// How many bytes are looked at.
private let sampleSize = 65_536

/// A bit for each of the first 32 characters: set but for white space (0x09 to 0x0D) and escape (0x1B).
private let controls: UInt32 = ~(0x3E00 | 1 << 0x1B)

/// How PDF, PNG, JPEG, GIF, ZIP, gzip, ELF and RIFF files begin.
private let binarySignatures: [[UInt8]] = [
  Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x50, 0x4B, 3, 4],
  [0x1F, 0x8B], [0x7F, 0x45, 0x4C, 0x46], Array("RIFF".utf8),
]
