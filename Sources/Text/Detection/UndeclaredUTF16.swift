/// Whether the bytes are UTF-16 though no byte order mark says so.
package func isUndeclaredUTF16(_ bytes: [UInt8]) -> Bool {
  undeclaredUTF16(bytes) != nil || undeclaredEastAsianUTF16(bytes) != nil
}

/// UTF-16 of an alphabet that no mark tells; nil if the bytes aren't that.
func undeclaredUTF16(_ bytes: [UInt8]) -> Encoding? {
  let head = bytes.prefix(sampleSize - sampleSize % 2)
  guard head.count >= 4 else { return nil }
  if isHighByte(everySecond: head, from: 1) { return .utf16le }
  if isHighByte(everySecond: head, from: 0) { return .utf16be }
  return nil
}

/// UTF-16 without a mark in an East Asian language, whose bytes look like any others; nil if the bytes aren't that.
///
/// Nearly every character must be of those languages, or ASCII. Where no NUL gives UTF-16 away, which no other encoding
/// has, two in five must be among those in frequent use, and no other encoding may give a likelier text.
func undeclaredEastAsianUTF16(_ bytes: [UInt8]) -> Encoding? {
  let head = Array(bytes.prefix(sampleSize - sampleSize % 2))
  guard head.count >= 8, let misfit = firstInvalidUTF8(in: head), misfit + 4 < head.count else { return nil }
  let isGivenAway = head.contains(0)
  return [Encoding.utf16le, .utf16be].first { encoding in
    let text = utf8(fromUTF16: head, bigEndian: encoding == .utf16be).utf8
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let likely = scalars.count {
      isEastAsian($0) || ($0.isASCII && ($0.value >= 0x20 || isWhiteSpace(UInt8($0.value))))
    }
    guard likely * 20 >= scalars.count * 19 else { return false }
    let known = scalars.count { scalar in CharacterModel.all.contains { $0.model.knows(scalar) } }
    if isGivenAway { return true }
    guard known * 5 >= scalars.count * 2 else { return false }
    return multiByteCost(of: head).map { CharacterModel.leastCost(of: text) < $0 } ?? true
  }
}

/// How many bytes are looked at.
private let sampleSize = 4096

/// Whether the bytes from `start` on, every second one, are what stands above a character's low byte.
///
/// In the alphabets these are few, all below 0x20 but for punctuation (0x20, 0x21); the other half of the bytes is
/// seldom below 0x20, and never NUL.
private func isHighByte(everySecond bytes: ArraySlice<UInt8>, from start: Int) -> Bool {
  var high = 0
  var low = 0
  for place in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
    let (upper, lower) = (bytes[place + start], bytes[place + 1 - start])
    if upper < 0x20, !(9...13).contains(upper) || lower > 0x20 { high += 1 }
    if lower == 0 { low += 1 }
  }
  let pairs = bytes.count / 2
  return high * 10 >= pairs * 7 && low * 50 <= pairs
}

private func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9F, 0x2013...0x2026, 0xB7: true
  default: false
  }
}
